import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, beforeEach, expect, it, onTestFinished } from "vitest";
import { testServerDatabase } from "#test/set-up/database";
import { allJobs } from "~/jobs/all-jobs.server";
import { readMetrics } from "~/jobs/read-metrics.server";
import { runJob } from "~/jobs/run-job.server";
import type { Database } from "~/platform/database/handle";
import type { Portal } from "~/platform/portal";
import { metricsRoute } from "~/web/http/metrics";
import { aPerson, lapseNotice, plan, subjectId } from "../factories/mails";
import { aPortal } from "../factories/portals";

let database: Database;
let portal: Portal;
let now = new Date("2027-01-10T07:00:30Z");
beforeEach(async () => {
  database = await testServerDatabase();
  portal = aPortal(database, { now: () => now });
});
afterEach(() => database.close());

it("says which job is late and what waits, in lines that Prometheus reads", async () => {
  const sweep = allJobs.find(({ name }) => name === "eligibility-sweep");
  if (!sweep) throw new Error("there is no sweep");
  await runJob(portal, sweep, "schedule");
  expect(await readMetrics(portal)).toContain('\nportal_job_late{job="eligibility-sweep"} 0\n');
  await plan(database.db, [lapseNotice(await aPerson(database.db, "Ada"), subjectId(1))], now);
  now = new Date("2027-01-10T13:00:30Z");
  const text = await readMetrics(portal);
  expect(text).toContain('\nportal_job_late{job="eligibility-sweep"} 1\n');
  expect(text).toContain('\nportal_job_last_done_timestamp_seconds{job="eligibility-sweep"} 1799564430\n');
  expect(text).toContain('\nportal_job_last_done_timestamp_seconds{job="housekeeping"} 0\n');
  expect(text).toContain("\nportal_outbox_due 1\n");
  expect(text).toContain("\nportal_outbox_longest_due_seconds 21600\n");
  for (const line of text.trim().split("\n"))
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{job="[a-z-]+"\})? \d+(\.\d+)?)$/);
});

it("says that a job is late which was never done: by a scheduler that never began, or with each run a failure", async () => {
  const late = async (name: string) => (await readMetrics(portal)).includes(`\nportal_job_late{job="${name}"} 1\n`);
  now = new Date("2027-01-10T07:00:30Z");
  portal = aPortal(database, { now: () => now });
  await database.pool.query("alter table certificate rename to taken_away");
  const failing = allJobs.find(({ name }) => name === "certificate-documents");
  if (!failing) throw new Error("there are no documents");
  expect(await runJob(portal, failing, "schedule")).toMatchObject({ outcome: "failed" });
  expect([await late("certificate-documents"), await late("housekeeping")]).toEqual([false, false]);
  now = new Date("2027-01-10T07:10:31Z");
  expect([await late("certificate-documents"), await late("housekeeping")]).toEqual([true, false]);
  now = new Date("2027-01-10T08:00:31Z");
  expect([await late("certificate-documents"), await late("housekeeping")]).toEqual([true, true]);

  // Another process, begun just now, knows the failures of the one before, and nothing of what was never begun.
  portal = aPortal(database, { now: () => now });
  expect([await late("certificate-documents"), await late("housekeeping")]).toEqual([true, false]);
  await database.pool.query("alter table taken_away rename to certificate");
  expect(await runJob(portal, failing, "schedule")).toMatchObject({ outcome: "done" });
  expect(await late("certificate-documents")).toBe(false);
});

it.each([
  ["a program on this machine, where no token is set", undefined, {}, 200],
  ["somebody behind a proxy, where no token is set", undefined, { "X-Forwarded-For": "203.0.113.9" }, 404],
  ["whoever has the token", "a token of ours", { Authorization: "Bearer a token of ours" }, 200],
  ["whoever has another", "a token of ours", { Authorization: "Bearer another token" }, 404],
  ["a program on this machine, where a token is set", "a token of ours", {}, 404],
])("answers %s", async (_, token, headers, status) => {
  const app = express();
  metricsRoute(app, { token, read: () => readMetrics(portal) });
  const server = app.listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  expect((await fetch(`http://127.0.0.1:${port}/metrics`, { headers })).status).toBe(status);
});
