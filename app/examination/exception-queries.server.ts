import type { Reader } from "~/platform/database/handle";
import type { OpenException } from "./attempt-policy";

/** What staff allowed a person beyond the rules, with who decided it and what became of it. */
export interface GrantedException extends OpenException {
  readonly reason: string;
  readonly recordedAt: Date;
  readonly recordedByName: string;
  /** The how-manyth attempt it went to; null while it waits for one. */
  readonly usedByOrdinal: number | null;
}

/** Every exception the person was ever granted, newest first. */
export async function selectExceptionsOf(db: Reader, personId: string): Promise<GrantedException[]> {
  return db
    .selectFrom("attemptException as exception")
    .innerJoin("person as staff", "staff.id", "exception.recordedBy")
    .leftJoin("attempt", "attempt.id", "exception.usedByAttemptId")
    .select([
      "exception.id",
      "kind",
      "exception.extraMinutes",
      "reason",
      "exception.recordedAt",
      "staff.fullName as recordedByName",
      "attempt.ordinal as usedByOrdinal",
    ])
    .where("exception.personId", "=", personId)
    .orderBy("exception.recordedAt", "desc")
    .orderBy("exception.id")
    .execute();
}
