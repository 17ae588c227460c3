import type { JobSchedule } from "./due";
import type { JobRehearsal, JobReport } from "./run-job.server";

/** A job as the command lists it, also when it comes through the control socket as JSON. */
export interface ListedJob {
  readonly name: string;
  readonly schedule: JobSchedule;
  readonly running: boolean;
  readonly lastDoneAt: string | null;
  /** The newest run; without an outcome while it runs, or when its process ended before it did. */
  readonly lastRun: { readonly outcome: "done" | "failed" | null; readonly error: string | null } | null;
  readonly nextRunAt: string;
  readonly late: boolean;
}

const inUtc = (instant: string): string => `${instant.slice(0, 16).replace("T", " ")} UTC`;

const scheduleWords = (schedule: JobSchedule): string =>
  "dailyAt" in schedule
    ? `daily at ${schedule.dailyAt} UTC`
    : schedule.everyMinutes === 1
      ? "every minute"
      : `every ${schedule.everyMinutes} minutes`;

function resultWords({ running, lastRun }: ListedJob): string {
  if (running) return "running";
  if (!lastRun) return "none yet";
  if (lastRun.outcome !== "done") return "failed";
  return lastRun.error === null ? "done" : "done in part";
}

/** The jobs as a table of plain text. */
export function listedJobs(jobs: readonly ListedJob[]): string {
  const rows = jobs.map((job) => [
    job.name,
    scheduleWords(job.schedule),
    resultWords(job),
    job.lastDoneAt ? inUtc(job.lastDoneAt) : "never",
    inUtc(job.nextRunAt) + (job.late ? ", late" : ""),
  ]);
  const table = [["job", "schedule", "last result", "last done for", "next due"], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** What a run did, and the exit status that goes with it. */
export function reportWords(report: JobReport | JobRehearsal): { text: string; exitCode: 0 | 1 } {
  switch (report.outcome) {
    case "done":
    case "rehearsed": {
      const counts = Object.entries(report.counts).map(([name, count]) => `\n  ${name}: ${count}`);
      const what = report.outcome === "done" ? "done" : "rehearsed, nothing kept or sent,";
      const failures = report.failures ? `\nnot done, and tried again by the next run:\n${report.failures}` : "";
      return {
        text: `${report.job}: ${what} in ${(report.milliseconds / 1000).toFixed(1)} s${counts.join("")}${failures}`,
        exitCode: report.failures ? 1 : 0,
      };
    }
    case "failed":
      return { text: `${report.job}: failed: ${report.error}`, exitCode: 1 };
    case "busy":
      return { text: `${report.job}: not run, because it is running elsewhere at this moment.`, exitCode: 1 };
    case "not_due":
      return { text: `${report.job}: not due.`, exitCode: 0 };
  }
}
