import { planNotices } from "~/notices/plan-notices.server";
import { type Db, inTransaction, type Trx } from "~/platform/database/handle";
import { together } from "~/platform/database/together";
import { decideStandingNotices } from "./decide-standing-notices.server";
import { lockStandings } from "./notice-queries.server";

/** What a change did: its result, and the organisations whose count it may have altered. */
export interface Recountable<T> {
  readonly organisationIds: readonly string[];
  readonly result: T;
}

/**
 * Runs a change that may alter the count and, in the same transaction, counts its organisations again: a fall below three, a restoration and a
 * fall that has come into sight are planned with the change or not at all. The change records its audit event before it returns; that
 * lock lets no other change's count come in between.
 */
export async function countAgain<T>(db: Db, now: Date, work: (trx: Trx) => Promise<Recountable<T>>): Promise<T> {
  return inTransaction(db, async (trx) => {
    const { organisationIds, result } = await work(trx);
    await planStandingNotices(trx, organisationIds, now);
    return result;
  });
}

/** Plans what is due and not yet told of the organisations, in the caller's transaction; the kinds that were planned, one entry a notice. */
export async function planStandingNotices(trx: Trx, organisationIds: readonly string[], now: Date): Promise<string[]> {
  if (organisationIds.length === 0) return [];
  const [, standings] = await together(
    lockStandings(trx, organisationIds),
    decideStandingNotices(trx, organisationIds, now),
  );
  const missing = standings.flatMap((decided) => decided.missing);
  await planNotices(trx, missing, now);
  return missing.map(({ kind }) => kind);
}
