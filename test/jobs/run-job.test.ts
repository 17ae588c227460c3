import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testDatabase, testServerDatabase } from "#test/set-up/database";
import { allJobs, describeJobs } from "~/jobs/all-jobs.server";
import type { Job } from "~/jobs/job";
import { runJob } from "~/jobs/run-job.server";
import { startJobs } from "~/jobs/schedule.server";
import type { Database } from "~/platform/database/handle";
import { selectJobRuns, selectJobStates, takeJobLease } from "~/platform/job-queries.server";
import type { Portal } from "~/platform/portal";
import { messages } from "~/routes/jobs/messages";
import { mailSamples } from "../factories/mail-samples";
import { aPerson, lapseNotice, plan, postbox, subjectId } from "../factories/mails";
import { aPortal } from "../factories/portals";

let database: Database;
let portal: Portal;
let now: Date;
beforeEach(async () => {
  database = await testServerDatabase();
  now = new Date("2027-01-10T07:00:30Z");
  portal = aPortal(database, { now: () => now });
});
afterEach(() => database.close());

const aJob = (run: Job["run"]): Job => ({ name: "a-job", schedule: { everyMinutes: 1 }, run });
const runs = () => selectJobRuns(database.db, { job: "a-job" }, 10);
/** As if the process that holds the lease had died and its time were over. */
const letLeaseRunOut = () =>
  database.db
    .updateTable("jobLease")
    .set({ leasedUntil: new Date("2020-01-01T00:00:00Z") })
    .execute();

describe("a run", () => {
  it("is recorded with what it did, for the instant it was stamped with", async () => {
    const stamps: Date[] = [];
    const job = aJob(async (context) => {
      stamps.push(context.now);
      now = new Date("2027-01-10T07:02:00Z");
      return { looked: 5, changed: 0 };
    });
    expect(await runJob(portal, job, "command")).toEqual({
      job: "a-job",
      outcome: "done",
      counts: { looked: 5, changed: 0 },
      failures: null,
      milliseconds: 90_000,
    });
    const startedAt = new Date("2027-01-10T07:00:30Z");
    expect(stamps).toEqual([startedAt]);
    expect(await runs()).toMatchObject([
      {
        startedAt,
        finishedAt: now,
        outcome: "done",
        counts: { looked: 5, changed: 0 },
        trigger: "command",
        error: null,
      },
    ]);
  });

  it("names the subjects that failed, the first few with why, and is done all the same", async () => {
    const job = aJob(async ({ failed }) => {
      for (let subject = 1; subject <= 7; subject += 1) failed(`mail ${subject}`, new Error(`fault ${subject}`));
      return { sent: 3 };
    });
    const failures = [1, 2, 3, 4, 5].map((subject) => `mail ${subject}: fault ${subject}`).join("\n");
    const expected = { outcome: "done", counts: { sent: 3, failed: 7 }, failures: `${failures}\nand 2 more` };
    expect(await runJob(portal, job, "command")).toMatchObject(expected);
    expect(await runs()).toMatchObject([{ outcome: "done", error: expected.failures }]);
  });

  it("on schedule happens once a slot, by command as often as it is asked for", async () => {
    const job = aJob(async () => ({}));
    expect(await runJob(portal, job, "schedule")).toMatchObject({ outcome: "done" });
    expect(await runJob(portal, job, "schedule")).toMatchObject({ outcome: "not_due" });
    expect(await runJob(portal, job, "command")).toMatchObject({ outcome: "done" });
    now = new Date("2027-01-10T07:01:00Z");
    expect(await runJob(portal, job, "schedule")).toMatchObject({ outcome: "done" });
    expect(await runs()).toHaveLength(3);
  });

  it("that fails is recorded with its error, and stays due", async () => {
    let broken = true;
    const job = aJob(async () => {
      if (broken) throw new Error("the peer is away");
      return {};
    });
    expect(await runJob(portal, job, "schedule")).toEqual({
      job: "a-job",
      outcome: "failed",
      error: "the peer is away",
    });
    expect(await runs()).toMatchObject([{ outcome: "failed", error: "the peer is away", finishedAt: now }]);
    broken = false;
    now = new Date("2027-01-10T07:01:00Z");
    expect(await runJob(portal, job, "schedule")).toMatchObject({ outcome: "done" });
  });

  it("that fails again and again is tried less and less often, at once by command, and at its time as ever once it is done", async () => {
    let broken = true;
    const tries: string[] = [];
    const job: Job = {
      ...aJob(async (context) => {
        tries.push(context.now.toISOString().slice(8, 16));
        if (broken) throw new Error("a difference");
        return {};
      }),
      schedule: { dailyAt: "03:20" },
    };
    const until = async (end: string, everyMinutes = 1) => {
      for (; now < new Date(end); now = new Date(now.getTime() + everyMinutes * 60_000))
        await runJob(portal, job, "schedule");
    };
    now = new Date("2027-01-10T03:20:02Z");
    await until("2027-01-10T06:00:00Z");
    const waited = ["10T03:20", "10T03:21", "10T03:23", "10T03:27", "10T03:35", "10T03:51", "10T04:23", "10T05:23"];
    expect(tries).toEqual(waited);
    const next = async () => (await selectJobStates(database.db, "a-job"))[0];
    expect(await next()).toMatchObject({ failures: 8, failedAt: new Date("2027-01-10T05:23:02Z") });

    expect(await runJob(portal, job, "command"), "at once, when somebody asks").toMatchObject({ outcome: "failed" });
    expect(await next(), "and that changes nothing about the schedule").toMatchObject({ failures: 8 });
    broken = false;
    // To the minute around the times of the schedule, now and then between them.
    await until("2027-01-10T07:00:00Z");
    await until("2027-01-11T03:00:00Z", 20);
    await until("2027-01-11T04:00:00Z");
    await until("2027-01-12T00:00:00Z", 20);
    expect(tries.slice(waited.length)).toEqual(["10T06:00", "10T06:23", "11T03:20"]);
    expect(await next()).toMatchObject({ failures: 0 });
  }, 300_000);

  it("does not begin while another has the lease, and does once that has run out", async () => {
    await takeJobLease(database.db, "a-job", { token: subjectId(7), seconds: 60 });
    const job = aJob(async () => ({}));
    expect(await runJob(portal, job, "schedule")).toEqual({ job: "a-job", outcome: "busy" });
    await letLeaseRunOut();
    expect(await runJob(portal, job, "schedule")).toMatchObject({ outcome: "done" });
  });

  it("that died with its process is closed as failed by the next one", async () => {
    const job = aJob(async () => ({}));
    await runJob(portal, job, "schedule");
    await database.db.updateTable("jobRun").set({ finishedAt: null, outcome: null }).execute();
    now = new Date("2027-01-10T07:05:00Z");
    await runJob(portal, job, "schedule");
    expect((await runs()).map(({ outcome, error }) => [outcome, error])).toEqual([
      ["done", null],
      ["failed", "The process ended before the job did."],
    ]);
  });
});

describe("the schedule", () => {
  it("runs at start what is due, and stops only when the job in hand has finished", async () => {
    const steps: string[] = [];
    let begun = (): void => undefined;
    const beginning = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const long = aJob(async ({ stopping }) => {
      begun();
      await new Promise((resolve) => stopping.addEventListener("abort", resolve));
      steps.push("asked to stop");
      await new Promise((resolve) => setTimeout(resolve, 50));
      steps.push("finished its subject");
      return { subjects: 1 };
    });
    const running = await startJobs(portal, [long]);
    await beginning;
    await running.stop();
    steps.push("stopped");
    expect(steps).toEqual(["asked to stop", "finished its subject", "stopped"]);
    expect(await runs()).toMatchObject([{ outcome: "done", counts: { subjects: 1 }, trigger: "schedule" }]);
  });

  it("takes up the jobs of an embedded database whose process was killed, at once", async () => {
    const embedded = await testDatabase();
    await takeJobLease(embedded.db, "a-job", { token: subjectId(7), seconds: 3_600 });
    let ran = (): void => undefined;
    const done = new Promise<void>((resolve) => {
      ran = resolve;
    });
    const running = await startJobs(aPortal(embedded, { now: () => now }), [
      aJob(async () => {
        ran();
        return {};
      }),
    ]);
    await done;
    await running.stop();
    await embedded.close();
  });

  it("describes each job: never run, then when it is due next", async () => {
    const described = async () => (await describeJobs(portal)).find(({ name }) => name === "eligibility-sweep");
    expect(await described()).toMatchObject({
      name: "eligibility-sweep",
      running: false,
      lastRun: null,
      nextRunAt: now,
    });
    const sweep = allJobs.find(({ name }) => name === "eligibility-sweep");
    if (sweep) await runJob(portal, sweep, "schedule");
    expect(await described()).toMatchObject({
      lastRun: { outcome: "done" },
      nextRunAt: new Date("2027-01-10T08:00:00Z"),
      late: false,
    });
  });

  it("describes a job that has failed: when it is tried again", async () => {
    const sweep = allJobs.find(({ name }) => name === "eligibility-sweep");
    if (!sweep) throw new Error("there is no sweep");
    await database.pool.query("alter table organisation rename to taken_away");
    await runJob(portal, sweep, "schedule");
    now = new Date("2027-01-10T07:01:30Z");
    await runJob(portal, sweep, "schedule");
    const described = (await describeJobs(portal)).find(({ name }) => name === "eligibility-sweep");
    expect(described).toMatchObject({ failures: 2, nextRunAt: new Date("2027-01-10T07:03:00Z") });
  });
});

describe("the portal's own jobs", () => {
  it.each(allJobs.map((job) => [job.name, job] as const))(
    "%s runs on an empty portal, and changes nothing the second time",
    async (_, job) => {
      expect(await runJob(portal, job, "command")).toMatchObject({ outcome: "done" });
      const again = await runJob(portal, job, "command");
      if (again.outcome !== "done") throw new Error(JSON.stringify(again));
      expect(Object.values(again.counts).filter((count) => count !== 0)).toEqual([]);
      for (const { did } of Object.values(messages))
        expect(Object.keys(did)).toEqual(expect.arrayContaining(Object.keys(again.counts)));
    },
  );

  it("delivers by the portal's clock, which may stand in another year", async () => {
    const { mail, arrived } = postbox();
    const later = aPortal(database, { now: () => new Date("2028-06-01T08:00:00Z"), mail });
    const told = {
      ...lapseNotice(await aPerson(database.db, "ada@example.org"), "30"),
      kind: "support_contact_change" as const,
      facts: mailSamples.support_contact_change,
    };
    await plan(database.db, [told], new Date("2028-06-01T07:59:00Z"));
    const delivery = allJobs.find(({ name }) => name === "outbox-delivery");
    if (!delivery) throw new Error("there is no outbox-delivery");
    expect(await runJob(portal, delivery, "command")).toMatchObject({ counts: { sent: 0 } });
    expect(await runJob(later, delivery, "command")).toMatchObject({ counts: { sent: 1 } });
    expect(arrived.map(({ to }) => to.address)).toEqual(["ada@example.org"]);
  });
});
