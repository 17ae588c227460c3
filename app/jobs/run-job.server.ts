import { rehearse } from "~/platform/database/rehearse";
import {
  extendJobLease,
  finishJobRun,
  insertJobRun,
  releaseJobLease,
  takeJobLease,
} from "~/platform/job-queries.server";
import type { MailTransport } from "~/platform/mail-transport";
import type { Portal } from "~/platform/portal";
import { uuidFrom } from "~/platform/random";
import type { JobRunTable } from "~/platform/schema/notice-tables";
import { isDue } from "./due";
import type { Job } from "./job";

export type JobTrigger = JobRunTable["trigger"];

export type JobReport = { readonly job: string } & (
  | { readonly outcome: "done"; readonly counts: Readonly<Record<string, number>>; readonly milliseconds: number }
  | { readonly outcome: "failed"; readonly error: string }
  /** Another instance has it in hand. */
  | { readonly outcome: "busy" }
  /** Done by another instance since it was looked at. */
  | { readonly outcome: "not_due" }
);

/** What a job would do now; nothing of it was kept. */
export type JobRehearsal = { readonly job: string } & (
  | { readonly outcome: "rehearsed"; readonly counts: Readonly<Record<string, number>>; readonly milliseconds: number }
  | { readonly outcome: "failed"; readonly error: string }
);

const leaseSeconds = 120;
const beatMilliseconds = 30_000;

/**
 * Runs the job if its lease is free, and records the run. On schedule it runs only if it is still due once the lease is held, so that of
 * several instances one runs it; by command or by staff it runs in any case. A failure is recorded, not thrown; only a database that
 * cannot be asked throws.
 */
export async function runJob(
  portal: Portal,
  job: Job,
  trigger: JobTrigger,
  shutDown?: AbortSignal,
): Promise<JobReport> {
  const { db, clock, logger } = portal;
  const lease = { token: uuidFrom(portal.random), seconds: leaseSeconds };
  const taken = await takeJobLease(db, job.name, lease);
  if (!taken) return { job: job.name, outcome: "busy" };
  const now = clock.now();
  if (trigger === "schedule" && !isDue(job.schedule, taken.lastDoneAt, now)) {
    await releaseJobLease(db, job.name, lease.token, undefined);
    return { job: job.name, outcome: "not_due" };
  }
  const lost = new AbortController();
  const beat = setInterval(() => {
    extendJobLease(db, job.name, lease).then(
      (kept) => kept || lost.abort(),
      (error: unknown) => logger.warn({ err: error, job: job.name }, "job lease not extended"),
    );
  }, beatMilliseconds);
  try {
    const runId = await insertJobRun(db, { job: job.name, startedAt: now, trigger });
    const stopping = shutDown ? AbortSignal.any([lost.signal, shutDown]) : lost.signal;
    try {
      const counts = await job.run({ portal, now, stopping });
      const finishedAt = clock.now();
      await finishJobRun(db, runId, { finishedAt, outcome: "done", counts, error: null });
      await releaseJobLease(db, job.name, lease.token, now);
      return { job: job.name, outcome: "done", counts, milliseconds: finishedAt.getTime() - now.getTime() };
    } catch (error) {
      logger.error({ err: error, job: job.name }, "job failed");
      const words = (error instanceof Error ? error.message : String(error)).slice(0, 1_000);
      await finishJobRun(db, runId, { finishedAt: clock.now(), outcome: "failed", counts: {}, error: words });
      return { job: job.name, outcome: "failed", error: words };
    }
  } finally {
    clearInterval(beat);
    await releaseJobLease(db, job.name, lease.token, undefined);
  }
}

/** What the job would do now, without doing it: no write is kept, no mail leaves, no run is recorded and no lease is needed. */
export async function rehearseJob(portal: Portal, job: Job): Promise<JobRehearsal> {
  const now = portal.clock.now();
  try {
    const counts = await rehearse(portal.database, (database) =>
      job.run({
        portal: { ...portal, database, db: database.db, mail: takingAll(portal.mail.from) },
        now,
        stopping: new AbortController().signal,
      }),
    );
    const milliseconds = portal.clock.now().getTime() - now.getTime();
    return { job: job.name, outcome: "rehearsed", counts, milliseconds };
  } catch (error) {
    portal.logger.error({ err: error, job: job.name }, "rehearsal of a job failed");
    return { job: job.name, outcome: "failed", error: error instanceof Error ? error.message : String(error) };
  }
}

/** Takes every mail and sends none. */
const takingAll = (from: string): MailTransport => ({
  kind: "mailbox",
  from,
  deliver: async () => ({ outcome: "accepted" }),
  close: () => undefined,
});
