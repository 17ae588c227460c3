import cron from "node-cron";
import { dropJobLeases, selectJobStates } from "~/platform/job-queries.server";
import type { Portal } from "~/platform/portal";
import { allJobs } from "./all-jobs.server";
import { isToRun, neverRun } from "./due";
import type { Job } from "./job";
import { runJob } from "./run-job.server";

export interface RunningJobs {
  /** Begins nothing new and waits for the jobs in hand, which are asked to finish. */
  stop(): Promise<void>;
}

/**
 * Looks at start and once a minute which jobs the database says are due, and runs these. node-cron is only the alarm clock: in UTC,
 * where no minute is missing or comes twice, and what it misses the next look finds. A long job holds up no other.
 */
export async function startJobs(portal: Portal, jobs: readonly Job[] = allJobs): Promise<RunningJobs> {
  const shutDown = new AbortController();
  const inHand = new Map<string, Promise<unknown>>();

  const begin = (job: Job) => {
    const run = runJob(portal, job, "schedule", shutDown.signal)
      .catch((error: unknown) => portal.logger.error({ err: error, job: job.name }, "job not run"))
      .finally(() => inHand.delete(job.name));
    inHand.set(job.name, run);
  };
  const look = async () => {
    if (shutDown.signal.aborted) return;
    try {
      const past = new Map((await selectJobStates(portal.db)).map((state) => [state.job, state]));
      const now = portal.clock.now();
      for (const job of jobs) {
        const due = isToRun(job.schedule, past.get(job.name) ?? neverRun, now);
        if (due && !inHand.has(job.name) && !shutDown.signal.aborted) begin(job);
      }
    } catch (error) {
      portal.logger.error({ err: error }, "the jobs could not be looked at");
    }
  };

  if (portal.database.kind === "embedded") await dropJobLeases(portal.db);
  const alarm = cron.schedule("* * * * *", look, { timezone: "Etc/UTC", noOverlap: true });
  const firstLook = look();
  return {
    async stop() {
      shutDown.abort();
      await alarm.destroy();
      await firstLook;
      await Promise.all(inHand.values());
    },
  };
}
