import type { FinishedAttempt } from "~/examination/attempt-policy";
import type { Reader } from "~/platform/database/handle";
import { groupedBy } from "./grouped-by";
import { type AttemptFact, type ExamRecord, selectExamRecord, selectTrainingSeats } from "./preparation-queries.server";

type Seat = Awaited<ReturnType<typeof selectTrainingSeats>>[number];

/** What people have done, booked and been allowed so far, by person. */
export interface Past extends Pick<ExamRecord, "requiresTraining" | "windows"> {
  readonly seats: ReadonlyMap<string, readonly Seat[]>;
  readonly attempts: ReadonlyMap<string, readonly AttemptFact[]>;
  readonly exceptions: ReadonlyMap<string, ExamRecord["exceptions"]>;
}

const nobodys: Past = {
  requiresTraining: true,
  windows: [],
  seats: new Map(),
  attempts: new Map(),
  exceptions: new Map(),
};

/** Two statements, none for nobody. */
export async function readPast(db: Reader, personIds: readonly string[], now: Date): Promise<Past> {
  if (personIds.length === 0) return nobodys;
  const byPerson = ({ personId }: { personId: string }) => personId;
  const { requiresTraining, windows, exceptions, attempts } = await selectExamRecord(db, personIds, now);
  return {
    requiresTraining,
    windows,
    seats: groupedBy(await selectTrainingSeats(db, personIds), byPerson),
    attempts: groupedBy(attempts, byPerson),
    exceptions: groupedBy(exceptions, byPerson),
  };
}

export const finishedAmong = (attempts: readonly AttemptFact[]): FinishedAttempt[] =>
  attempts.flatMap((one) => (one.finishedAt ? [{ ...one, finishedAt: one.finishedAt }] : []));
