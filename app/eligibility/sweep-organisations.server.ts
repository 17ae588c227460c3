import { policy } from "~/kernel/policy";
import { planNotices } from "~/notices/plan-notices.server";
import { isDatabaseGone } from "~/platform/database/errors";
import { type Db, inTransaction } from "~/platform/database/handle";
import { planStandingNotices } from "./count-again.server";
import { decideLapseNotices } from "./decide-lapse-notices.server";
import { decideStandingNotices, selectOrganisationsToTell } from "./decide-standing-notices.server";
import { selectUntoldCertificateIds } from "./sweep-queries.server";

export interface SweepReport {
  /** Found by the statements, and decided one by one. */
  readonly organisations: number;
  readonly certificates: number;
  /** Notices entered into the ledger, by kind. */
  readonly planned: Readonly<Record<string, number>>;
  /** What could not be decided; everything else was. */
  readonly failures: readonly { readonly subject: string; readonly error: unknown }[];
}

/** So many subjects are decided at once, so that memory stays flat; a failing one costs its page a second round, one by one. */
const pageSize = 200;
const idsAtOnce = 10_000;

/**
 * Finds what the calendar alone brings about: falls below three that are near or there, and certificates near or past their end. What is due
 * and not yet told is planned, however many days nobody looked; a second run plans nothing. Two statements over everybody find the few that
 * may have something due; the rule decides about these again, and only what has something due is locked.
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
  const failed = (kind: string) => (id: string, error: unknown) =>
    void report.failures.push({ subject: `${kind} ${id}`, error });

  const organisationIds = await selectOrganisationsToTell(db, now);
  report.organisations = organisationIds.length;
  for (const ids of inPages(organisationIds)) {
    await together(ids, failed("organisation"), async (some) => tally(await sweepStandings(db, some, now)));
  }
  for (let after: string | null = null; ; ) {
    const question = { now, stages: policy.lapseStages, after, limit: idsAtOnce };
    const certificateIds: string[] = await selectUntoldCertificateIds(db, question);
    report.certificates += certificateIds.length;
    for (const ids of inPages(certificateIds)) {
      await together(ids, failed("certificate"), async (some) => tally(await sweepCertificates(db, some, now)));
    }
    if (certificateIds.length < idsAtOnce) break;
    after = certificateIds.at(-1) ?? null;
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

function* inPages(ids: readonly string[]): Generator<string[]> {
  for (let start = 0; start < ids.length; start += pageSize) yield ids.slice(start, start + pageSize);
}

/**
 * Does a page at once and, when that fails, its subjects one by one, so that a faulty one costs only itself. A database that has gone is no
 * subject's fault: the run fails, and the next minute tries again, where a subject that was passed over would wait for the next sweep.
 */
async function together(
  ids: readonly string[],
  failed: (id: string, error: unknown) => void,
  work: (ids: readonly string[]) => Promise<void>,
): Promise<void> {
  try {
    await work(ids);
  } catch (error) {
    if (isDatabaseGone(error)) throw error;
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) failed(only, error);
    else for (const id of ids) await together([id], failed, work);
  }
}
