import { rehearse } from "~/platform/database/rehearse";
import {
  extendJobLease,
  finishJobRun,
  insertJobRun,
  releaseJobLease,
  selectJobStates,
  takeJobLease,
} from "~/platform/job-queries.server";
import type { MailTransport } from "~/platform/mail-transport";
import type { Portal } from "~/platform/portal";
import { uuidFrom } from "~/platform/random";
import type { JobRunTable } from "~/platform/schema/notice-tables";
import { isToRun, neverRun } from "./due";
import type { Job, JobContext } from "./job";

export type JobTrigger = JobRunTable["trigger"];

interface Done {
  readonly counts: Readonly<Record<string, number>>;
  readonly milliseconds: number;
  /** Which subjects failed and why; null when none did. Everything else was done. */
  readonly failures: string | null;
}

export type JobReport = { readonly job: string } & (
  | (Done & { readonly outcome: "done" })
  | { readonly outcome: "failed"; readonly error: string }
  /** Another instance has it in hand. */
  | { readonly outcome: "busy" }
  /** Done by another instance since it was looked at. */
  | { readonly outcome: "not_due" }
);

/** What a job would do now; nothing of it was kept. */
export type JobRehearsal = { readonly job: string } & (
  | (Done & { readonly outcome: "rehearsed" })
  | { readonly outcome: "failed"; readonly error: string }
);

const leaseSeconds = 120;
const beatMilliseconds = 30_000;

/**
 * Runs the job if its lease is free, and records the run. On schedule it runs only if it is still due once the lease is held, so that of
 * several instances one runs it, and waits after a failure; by command or by staff it runs in any case. A failure is recorded, not thrown; only a database that
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
  if (!(await takeJobLease(db, job.name, lease))) return { job: job.name, outcome: "busy" };
  const now = clock.now();
  const lost = new AbortController();
  const beat = setInterval(() => {
    extendJobLease(db, job.name, lease).then(
      (kept) => kept || lost.abort(),
      (error: unknown) => logger.warn({ err: error, job: job.name }, "job lease not extended"),
    );
  }, beatMilliseconds);
  try {
    if (trigger === "schedule") {
      const [past = neverRun] = await selectJobStates(db, job.name);
      if (!isToRun(job.schedule, past, now)) return { job: job.name, outcome: "not_due" };
    }
    const runId = await insertJobRun(db, { job: job.name, startedAt: now, trigger });
    const stopping = shutDown ? AbortSignal.any([lost.signal, shutDown]) : lost.signal;
    try {
      const { counts, failures } = await carryOut(job, { portal, now, stopping });
      const finishedAt = clock.now();
      await finishJobRun(db, runId, { finishedAt, outcome: "done", counts, error: failures });
      await releaseJobLease(db, job.name, lease.token, now);
      return { job: job.name, outcome: "done", counts, failures, milliseconds: finishedAt.getTime() - now.getTime() };
    } catch (error) {
      logger.error({ err: error, job: job.name }, "job failed");
      const words = wordsOf(error).slice(0, 1_000);
      await finishJobRun(db, runId, { finishedAt: clock.now(), outcome: "failed", counts: {}, error: words });
      return { job: job.name, outcome: "failed", error: words };
    }
  } finally {
    clearInterval(beat);
    await releaseJobLease(db, job.name, lease.token, undefined);
  }
}

const namedFailures = 5;
const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Runs the job; a subject that fails is counted, and of the first few it is said why. */
async function carryOut(job: Job, context: Omit<JobContext, "failed">) {
  const failed: string[] = [];
  const done = await job.run({
    ...context,
    failed(subject, error) {
      context.portal.logger.error({ err: error, job: job.name, subject }, "subject of a job failed");
      failed.push(`${subject}: ${wordsOf(error).slice(0, 200)}`);
    },
  });
  if (failed.length === 0) return { counts: done, failures: null };
  const more = failed.length > namedFailures ? [`and ${failed.length - namedFailures} more`] : [];
  const failures = [...failed.slice(0, namedFailures), ...more].join("\n");
  return { counts: { ...done, failed: failed.length }, failures };
}

/** What the job would do now, without doing it: no write is kept, no mail leaves, no run is recorded and no lease is needed. */
export async function rehearseJob(portal: Portal, job: Job): Promise<JobRehearsal> {
  const now = portal.clock.now();
  try {
    const { counts, failures } = await rehearse(portal.database, (database) =>
      carryOut(job, {
        portal: { ...portal, database, db: database.db, mail: takingAll(portal.mail.from) },
        now,
        stopping: new AbortController().signal,
      }),
    );
    const milliseconds = portal.clock.now().getTime() - now.getTime();
    return { job: job.name, outcome: "rehearsed", counts, failures, milliseconds };
  } catch (error) {
    portal.logger.error({ err: error, job: job.name }, "rehearsal of a job failed");
    return { job: job.name, outcome: "failed", error: wordsOf(error) };
  }
}

/** Takes every mail and sends none. */
const takingAll = (from: string): MailTransport => ({
  kind: "mailbox",
  from,
  deliver: async () => ({ outcome: "accepted" }),
  close: () => undefined,
});
