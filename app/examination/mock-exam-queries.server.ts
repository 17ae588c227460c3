import { sql } from "kysely";
import type { Trx } from "~/platform/database/handle";
import type { ItemResponse } from "./response";

/** From now on this browser answers the mock examination, in this turn. */
export async function updateMockClient(
  trx: Trx,
  { roundId, clientId, turn }: { readonly roundId: string; readonly clientId: string; readonly turn: number },
): Promise<void> {
  await trx.updateTable("practiceRound").set({ activeClient: clientId, turn }).where("id", "=", roundId).execute();
}

interface Place {
  readonly roundId: string;
  readonly ordinal: number;
}

interface MockAnswer {
  readonly response: ItemResponse;
  /** Null: one more than is stored. */
  readonly sequence: number | null;
  /** Of the round, now. */
  readonly turn: number;
  readonly flagged: boolean;
  readonly answeredAt: Date;
}

/** Stores the answer of a mock examination; the sequence number under which it stands. */
export async function updateMockAnswer(trx: Trx, { roundId, ordinal }: Place, answer: MockAnswer): Promise<number> {
  const { response, sequence, turn, flagged, answeredAt } = answer;
  const row = await trx
    .updateTable("practiceItem")
    .set({ response: JSON.stringify(response), flagged, answeredAt, responseTurn: turn })
    .set({ responseSequence: sequence ?? sql<number>`response_sequence + 1` })
    .where("roundId", "=", roundId)
    .where("ordinal", "=", ordinal)
    .returning("responseSequence")
    .executeTakeFirstOrThrow();
  return row.responseSequence;
}

/** Stores what is noted beside a question; a sequence of null is one more than is stored. */
export async function updateMockNote(
  trx: Trx,
  { roundId, ordinal }: Place,
  { text, sequence }: { readonly text: string; readonly sequence: number | null },
): Promise<void> {
  await trx
    .updateTable("practiceItem")
    .set({ note: text, noteSequence: sequence ?? sql<number>`note_sequence + 1` })
    .where("roundId", "=", roundId)
    .where("ordinal", "=", ordinal)
    .execute();
}

/** Notes are of use while the round lasts only. */
export async function updateNotesAway(trx: Trx, roundId: string): Promise<void> {
  await trx
    .updateTable("practiceItem")
    .set({ note: "" })
    .where("roundId", "=", roundId)
    .where("note", "<>", "")
    .execute();
}
