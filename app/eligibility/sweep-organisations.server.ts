import { addDays, dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { planNotices } from "~/notices/plan-notices.server";
import { type Db, inTransaction } from "~/platform/database/handle";
import { planStandingNotices } from "./count-again.server";
import { decideLapseNotices } from "./decide-lapse-notices.server";
import { decideStandingNotices } from "./decide-standing-notices.server";
import { selectBoundOrganisationIds, selectEndingCertificateIds } from "./notice-queries.server";

export interface SweepReport {
  /** Looked at. */
  readonly organisations: number;
  readonly certificates: number;
  /** Notices entered into the ledger, by kind. */
  readonly planned: Readonly<Record<string, number>>;
  /** What could not be decided; everything else was. */
  readonly failures: readonly { readonly subjectId: string; readonly error: unknown }[];
}

const pageSize = 200;

/**
 * Finds what the calendar alone brings about: falls below three that are near or there, and certificates near or past their end. What is due
 * and not yet told is planned, however many days nobody looked; a second run plans nothing. Only what has something due is locked.
 */
export async function sweepEligibility(db: Db, now: Date): Promise<SweepReport> {
  const report = {
    organisations: 0,
    certificates: 0,
    planned: {} as Record<string, number>,
    failures: [] as SweepReport["failures"][number][],
  };
  const tally = (kinds: readonly string[]) => {
    for (const kind of kinds) report.planned[kind] = (report.planned[kind] ?? 0) + 1;
  };
  const failed = (subjectId: string, error: unknown) => void report.failures.push({ subjectId, error });

  for await (const ids of pages((after) => selectBoundOrganisationIds(db, { after, limit: pageSize }))) {
    report.organisations += ids.length;
    await together(ids, failed, async (some) => tally(await sweepStandings(db, some, now)));
  }
  // A day more than the first stage: no zone is further than that from UTC.
  const before = addDays(dayIn("UTC", now), Math.max(...policy.lapseStages) + 2);
  for await (const ids of pages((after) => selectEndingCertificateIds(db, { before, after, limit: pageSize }))) {
    report.certificates += ids.length;
    await together(ids, failed, async (some) => tally(await sweepCertificates(db, some, now)));
  }
  return report;
}

async function sweepStandings(db: Db, organisationIds: readonly string[], now: Date): Promise<string[]> {
  const due = (await decideStandingNotices(db, organisationIds, now)).filter(({ missing }) => missing.length > 0);
  return inTransaction(db, (trx) =>
    planStandingNotices(
      trx,
      due.map(({ organisationId }) => organisationId),
      now,
    ),
  );
}

async function sweepCertificates(db: Db, certificateIds: readonly string[], now: Date): Promise<string[]> {
  return inTransaction(db, async (trx) => {
    const missing = (await decideLapseNotices(trx, certificateIds, now)).flatMap((decided) => decided.missing);
    await planNotices(trx, missing, now);
    return missing.map(({ kind }) => kind);
  });
}

/** Walks pages of ids in their order until one is not full. */
async function* pages(select: (after: string | null) => Promise<string[]>): AsyncGenerator<string[]> {
  for (let after: string | null = null; ; ) {
    const ids: string[] = await select(after);
    if (ids.length > 0) yield ids;
    if (ids.length < pageSize) return;
    after = ids.at(-1) ?? null;
  }
}

/** Does a page at once and, when that fails, its subjects one by one, so that a faulty one costs only itself. */
async function together(
  ids: readonly string[],
  failed: (id: string, error: unknown) => void,
  work: (ids: readonly string[]) => Promise<void>,
): Promise<void> {
  try {
    await work(ids);
  } catch (error) {
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) failed(only, error);
    else for (const id of ids) await together([id], failed, work);
  }
}
