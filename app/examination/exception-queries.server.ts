import type { Reader, Trx } from "~/platform/database/handle";
import type { OpenException } from "./attempt-policy";

/** What staff allowed a person beyond the rules, with who decided it and what became of it. */
export interface GrantedException extends OpenException {
  readonly reason: string;
  readonly recordedAt: Date;
  readonly recordedByName: string;
  /** The how-manyth attempt it went to; null while it waits for one. */
  readonly usedByOrdinal: number | null;
  /** Null while it stands. */
  readonly withdrawn: { readonly at: Date; readonly byName: string; readonly reason: string } | null;
}

/** Every exception the person was ever granted, newest first. */
export async function selectExceptionsOf(db: Reader, personId: string): Promise<GrantedException[]> {
  const rows = await db
    .selectFrom("attemptException as exception")
    .innerJoin("person as staff", "staff.id", "exception.recordedBy")
    .leftJoin("person as withdrawer", "withdrawer.id", "exception.withdrawnBy")
    .leftJoin("attempt", "attempt.id", "exception.usedByAttemptId")
    .select([
      "exception.id",
      "kind",
      "exception.extraMinutes",
      "reason",
      "exception.recordedAt",
      "staff.fullName as recordedByName",
      "attempt.ordinal as usedByOrdinal",
      "withdrawnAt",
      "withdrawer.fullName as withdrawnByName",
      "withdrawnReason",
    ])
    .where("exception.personId", "=", personId)
    .orderBy("exception.recordedAt", "desc")
    .orderBy("exception.id")
    .execute();
  return rows.map(({ withdrawnAt, withdrawnByName, withdrawnReason, ...exception }) => ({
    ...exception,
    withdrawn: withdrawnAt && { at: withdrawnAt, byName: withdrawnByName ?? "", reason: withdrawnReason ?? "" },
  }));
}

/** One exception, locked; undefined when there is none of that id. */
export async function lockOptionalException(trx: Trx, exceptionId: string) {
  return trx
    .selectFrom("attemptException")
    .select(["personId", "kind", "extraMinutes", "usedByAttemptId", "withdrawnAt"])
    .where("id", "=", exceptionId)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateAsWithdrawn(
  trx: Trx,
  exceptionId: string,
  withdrawn: { readonly at: Date; readonly by: string; readonly reason: string },
): Promise<void> {
  await trx
    .updateTable("attemptException")
    .set({ withdrawnAt: withdrawn.at, withdrawnBy: withdrawn.by, withdrawnReason: withdrawn.reason })
    .where("id", "=", exceptionId)
    .execute();
}
