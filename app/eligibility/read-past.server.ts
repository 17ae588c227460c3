import type { FinishedAttempt } from "~/examination/attempt-policy";
import type { Reader } from "~/platform/database/handle";
import { groupedBy } from "./grouped-by";
import { selectAttemptsOfAll, selectTrainingSeats } from "./preparation-queries.server";

type Attempt = Awaited<ReturnType<typeof selectAttemptsOfAll>>[number];
type Seat = Awaited<ReturnType<typeof selectTrainingSeats>>[number];

/** What people have done and booked so far, by person. */
export interface Past {
  readonly seats: ReadonlyMap<string, readonly Seat[]>;
  readonly attempts: ReadonlyMap<string, readonly Attempt[]>;
}

/** Two statements, none for nobody. */
export async function readPast(db: Reader, personIds: readonly string[]): Promise<Past> {
  if (personIds.length === 0) return { seats: new Map(), attempts: new Map() };
  const seats = groupedBy(await selectTrainingSeats(db, personIds), ({ personId }) => personId);
  const attempts = groupedBy(await selectAttemptsOfAll(db, personIds), ({ personId }) => personId);
  return { seats, attempts };
}

export const finishedAmong = (attempts: readonly Attempt[]): FinishedAttempt[] =>
  attempts.flatMap((one) => (one.finishedAt ? [{ ...one, finishedAt: one.finishedAt }] : []));
