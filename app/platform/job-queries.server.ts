import { sql } from "kysely";
import type { Db, Reader } from "./database/handle";
import type { JobRunTable } from "./schema/notice-tables";

/**
 * Leases run by the database's own clock, so that instances whose clocks differ agree. Takes the job's lease; false while another
 * has it.
 */
export async function takeJobLease(db: Db, job: string, lease: { token: string; seconds: number }): Promise<boolean> {
  const free = { job, leasedUntil: null, leaseToken: null, lastDoneAt: null };
  await db
    .insertInto("jobLease")
    .values(free)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const result = await db
    .updateTable("jobLease")
    .set({
      leaseToken: lease.token,
      leasedUntil: sql<Date>`clock_timestamp() + make_interval(secs => ${lease.seconds})`,
    })
    .where("job", "=", job)
    .where((eb) => eb.or([eb("leasedUntil", "is", null), eb("leasedUntil", "<", sql<Date>`clock_timestamp()`)]))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Keeps the lease for another while; false when it has been lost. */
export async function extendJobLease(db: Db, job: string, lease: { token: string; seconds: number }): Promise<boolean> {
  const result = await db
    .updateTable("jobLease")
    .set({ leasedUntil: sql<Date>`clock_timestamp() + make_interval(secs => ${lease.seconds})` })
    .where("job", "=", job)
    .where("leaseToken", "=", lease.token)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Gives the lease back; `doneAt` says that the job was done for that instant. */
export async function releaseJobLease(db: Reader, job: string, token: string, doneAt: Date | undefined): Promise<void> {
  await db
    .updateTable("jobLease")
    .set({ leasedUntil: null, leaseToken: null, ...(doneAt ? { lastDoneAt: doneAt } : {}) })
    .where("job", "=", job)
    .where("leaseToken", "=", token)
    .execute();
}

/** For the embedded database at start: its only process has just begun, so every lease is a dead one's. */
export async function dropJobLeases(db: Db): Promise<void> {
  await db.updateTable("jobLease").set({ leasedUntil: null, leaseToken: null }).execute();
}

/** Begins a run. An unfinished earlier one, whose process must have died, is closed as failed. */
export async function insertJobRun(
  db: Reader,
  run: { job: string; startedAt: Date; trigger: JobRunTable["trigger"] },
): Promise<string> {
  await db
    .updateTable("jobRun")
    .set({ finishedAt: run.startedAt, outcome: "failed", error: "The process ended before the job did." })
    .where("job", "=", run.job)
    .where("finishedAt", "is", null)
    .execute();
  const row = { ...run, finishedAt: null, outcome: null, counts: "{}", error: null };
  return (await db.insertInto("jobRun").values(row).returning("id").executeTakeFirstOrThrow()).id;
}

export async function finishJobRun(
  db: Reader,
  id: string,
  end: { finishedAt: Date; outcome: "done" | "failed"; counts: Readonly<Record<string, number>>; error: string | null },
): Promise<void> {
  await db
    .updateTable("jobRun")
    .set({ ...end, counts: JSON.stringify(end.counts) })
    .where("id", "=", id)
    .execute();
}

/**
 * Of each job that ever ran, or of one: when it was last done, whether it is running now, its newest run, when the oldest began that is remembered, and how
 * often it has failed on schedule since it was done. What was run by hand and failed says nothing about when the schedule tries again.
 */
export async function selectJobStates(db: Reader, job?: string) {
  return db
    .selectFrom("jobLease")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("jobRun")
          .select(["startedAt", "finishedAt", "outcome", "counts", "error", "trigger"])
          .whereRef("jobRun.job", "=", "jobLease.job")
          .orderBy("startedAt", "desc")
          .limit(1)
          .as("run"),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom("jobRun")
          .select((run) => [
            run.cast<number>(run.fn.countAll(), "integer").as("failures"),
            run.fn.max<Date | null>("finishedAt").as("failedAt"),
          ])
          .whereRef("jobRun.job", "=", "jobLease.job")
          .where("trigger", "=", "schedule")
          .where("outcome", "=", "failed")
          // In the order of the index: the newest run of most jobs is done, and the scan is over.
          .where("startedAt", ">", (run) =>
            run.fn.coalesce(
              run
                .selectFrom("jobRun as done")
                .select("done.startedAt")
                .whereRef("done.job", "=", "jobLease.job")
                .where("done.outcome", "=", "done")
                .orderBy("done.startedAt", "desc")
                .limit(1),
              sql<Date>`'-infinity'::timestamptz`,
            ),
          )
          .as("failed"),
      (join) => join.onTrue(),
    )
    .select(["jobLease.job", "jobLease.lastDoneAt"])
    .select(sql<boolean>`coalesce(job_lease.leased_until >= clock_timestamp(), false)`.as("running"))
    .select((eb) =>
      eb
        .selectFrom("jobRun as first")
        .select((inner) => inner.fn.min("first.startedAt").as("startedAt"))
        .whereRef("first.job", "=", "jobLease.job")
        .as("firstRunAt"),
    )
    .select(["failed.failures", "failed.failedAt"])
    .select(["run.startedAt", "run.finishedAt", "run.outcome", "run.counts", "run.error", "run.trigger"])
    .where((eb) => (job === undefined ? eb.lit(true) : eb("jobLease.job", "=", job)))
    .execute();
}

/** The newest runs, of one job or of all. */
export async function selectJobRuns(db: Reader, filter: { job?: string | undefined }, limit: number) {
  let query = db
    .selectFrom("jobRun")
    .select(["id", "job", "startedAt", "finishedAt", "outcome", "counts", "error", "trigger"]);
  if (filter.job) query = query.where("job", "=", filter.job);
  return query.orderBy("startedAt", "desc").orderBy("id").limit(limit).execute();
}

export async function deleteJobRunsBefore(db: Reader, instant: Date): Promise<number> {
  const result = await db
    .deleteFrom("jobRun")
    .where("startedAt", "<", instant)
    .where("finishedAt", "is not", null)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
