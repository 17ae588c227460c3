import { expect, it } from "vitest";
import { type ListedJob, listedJobs } from "./command-words";

const job: ListedJob = {
  name: "housekeeping",
  schedule: { dailyAt: "02:40" },
  running: false,
  lastDoneAt: "2027-03-01T02:40:00.000Z",
  lastRun: { outcome: "done", error: null },
  nextRunAt: "2027-03-02T02:40:00.000Z",
  late: false,
};

it.each<[string, Partial<ListedJob>, RegExp]>([
  ["was done", {}, /UTC {2}done +2027-03-01 02:40 UTC {2}2027-03-02 02:40 UTC$/],
  ["was done but for some", { lastRun: { outcome: "done", error: "Ada: no address" } }, / {2}done in part {2}/],
  ["failed", { lastRun: { outcome: "failed", error: "no disk" } }, / {2}failed +2027-03-01 02:40 UTC/],
  ["ended with its process", { lastRun: { outcome: null, error: null } }, / {2}failed /],
  ["runs", { running: true, lastRun: { outcome: null, error: null } }, / {2}running +2027-03-01 02:40 UTC/],
  ["never ran", { lastDoneAt: null, lastRun: null }, / {2}none yet +never/],
  ["is late", { late: true }, /2027-03-02 02:40 UTC, late$/],
])("a job that %s says so in its line", (_, part, line) => {
  const [heads = "", row = ""] = listedJobs([{ ...job, ...part }]).split("\n");
  expect(row).toMatch(line);
  expect(row.slice(heads.indexOf("last result"))).toMatch(/^\S/);
});
