import { sql } from "kysely";
import type { Day } from "~/kernel/calendar";
import type { Reader, Trx } from "~/platform/database/handle";
import type { FormItem } from "./answer-queries.server";
import type { FormCandidate } from "./form-bank";
import type { AttemptResult } from "./grade-attempt";
import type { ItemResponse } from "./response";
import type { Section } from "./section-names";

/** What a mock examination ends with, or, for practice by section, what was answered. */
export type PracticeResult = AttemptResult | { readonly answered: number; readonly percent: number };

export interface PracticeRound {
  readonly id: string;
  readonly personId: string;
  readonly kind: "section" | "mock";
  readonly section: Section | null;
  readonly seed: string;
  readonly startedAt: Date;
  readonly deadlineAt: Date | null;
  readonly finishedAt: Date | null;
  readonly result: PracticeResult | null;
  /** The browser that answers a mock examination; null while none has claimed it. */
  readonly activeClient: string | null;
  /** How often another one has taken it over. */
  readonly turn: number;
}

const rounds = (db: Reader) =>
  db
    .selectFrom("practiceRound")
    .select(["id", "personId", "kind", "section", "seed", "startedAt", "deadlineAt", "finishedAt", "result"])
    .select(["activeClient", "turn"]);

const readRound = <Row extends { section: string | null; result: unknown }>(row: Row) => ({
  ...row,
  section: row.section as Section | null,
  result: row.result as PracticeResult | null,
});

/** Undefined when there is none, or it is another person's. */
export async function selectOptionalRound(
  db: Reader,
  key: { readonly roundId: string; readonly personId: string },
): Promise<PracticeRound | undefined> {
  const row = await rounds(db).where("id", "=", key.roundId).where("personId", "=", key.personId).executeTakeFirst();
  return row && readRound(row);
}

/** The same, for whoever is about to change it. */
export async function lockOptionalRound(
  trx: Trx,
  key: { readonly roundId: string; readonly personId: string },
): Promise<PracticeRound | undefined> {
  const query = rounds(trx).where("id", "=", key.roundId).where("personId", "=", key.personId);
  const row = await query.forNoKeyUpdate().executeTakeFirst();
  return row && readRound(row);
}

/** Every round of the person that is kept, the latest first. */
export async function selectRoundsOf(db: Reader, personId: string): Promise<PracticeRound[]> {
  return (await rounds(db).where("personId", "=", personId).orderBy("startedAt", "desc").execute()).map(readRound);
}

/** A new round with its first items; its id, or undefined when one of the kind is open already. */
export async function insertRound(
  trx: Trx,
  round: Omit<PracticeRound, "id" | "finishedAt" | "result" | "activeClient" | "turn">,
  items: readonly { readonly itemVersionId: string; readonly seed: string }[],
): Promise<string | undefined> {
  const row = await trx
    .insertInto("practiceRound")
    .values(round)
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return undefined;
  await insertPracticeItems(
    trx,
    items.map((item, index) => ({ ...item, roundId: row.id, ordinal: index + 1 })),
  );
  return row.id;
}

export async function insertPracticeItems(
  trx: Trx,
  items: readonly { roundId: string; ordinal: number; itemVersionId: string; seed: string }[],
): Promise<void> {
  if (items.length > 0)
    await trx
      .insertInto("practiceItem")
      .values(items.map((item) => ({ ...item })))
      .execute();
}

export interface PracticeItem extends FormItem {
  readonly response: ItemResponse | null;
  readonly answeredAt: Date | null;
  /** In a mock examination, where an answer and a note can be changed: how new they are. */
  readonly sequence: number;
  /** The round's turn in which the answer was stored. */
  readonly responseTurn: number;
  readonly noteSequence: number;
  readonly flagged: boolean;
  /** Empty where there is none. */
  readonly note: string;
  /** Null while it has not been graded. */
  readonly earned: number | null;
}

/** The items of a round that are kept, in their order. */
export async function selectPracticeItems(db: Reader, roundId: string): Promise<PracticeItem[]> {
  const rows = await db
    .selectFrom("practiceItem")
    .innerJoin("itemVersion", "itemVersion.id", "practiceItem.itemVersionId")
    .innerJoin("item", "item.id", "itemVersion.itemId")
    .select(["ordinal", "itemVersionId", "seed", "kind", "section", "itemVersion.points"])
    .select(["response", "answeredAt", "practiceItem.points as earned"])
    .select(["responseSequence as sequence", "responseTurn", "noteSequence", "flagged", "note"])
    .where("roundId", "=", roundId)
    .orderBy("ordinal")
    .execute();
  return rows.map((row) => ({
    ...row,
    section: row.section as Section,
    response: row.response as ItemResponse | null,
  }));
}

export async function updatePracticeItem(
  trx: Trx,
  key: { readonly roundId: string; readonly ordinal: number },
  answer: { readonly response: ItemResponse; readonly answeredAt: Date; readonly points: number },
): Promise<void> {
  await trx
    .updateTable("practiceItem")
    .set({ ...answer, response: JSON.stringify(answer.response) })
    .where("roundId", "=", key.roundId)
    .where("ordinal", "=", key.ordinal)
    .execute();
}

export async function updatePracticePoints(trx: Trx, roundId: string, points: readonly number[]): Promise<void> {
  await sql`
    update practice_item set points = graded.points
    from unnest(${[...points]}::numeric[]) with ordinality as graded (points, ordinal)
    where round_id = ${roundId}::uuid and practice_item.ordinal = graded.ordinal
  `.execute(trx);
}

export async function updateRoundAsFinished(
  trx: Trx,
  roundId: string,
  finish: { readonly finishedAt: Date; readonly result: PracticeResult },
): Promise<void> {
  const result = JSON.stringify(finish.result);
  await trx
    .updateTable("practiceRound")
    .set({ ...finish, result })
    .where("id", "=", roundId)
    .execute();
}

/** Forgets finished rounds of the person, all but the latest mock examinations. */
export async function deleteOldRounds(trx: Trx, personId: string, mocksKept: number): Promise<void> {
  const kept = trx
    .selectFrom("practiceRound")
    .select("id")
    .where("personId", "=", personId)
    .where("kind", "=", "mock")
    .where("finishedAt", "is not", null)
    .orderBy("finishedAt", "desc")
    .limit(mocksKept);
  await trx
    .deleteFrom("practiceRound")
    .where("personId", "=", personId)
    .where("finishedAt", "is not", null)
    .where("id", "not in", kept)
    .execute();
}

/** Forgets the first items of a long round. */
export async function deleteItemsBefore(trx: Trx, roundId: string, ordinal: number): Promise<void> {
  await trx.deleteFrom("practiceItem").where("roundId", "=", roundId).where("ordinal", "<", ordinal).execute();
}

/** An item of the practice pool. */
export interface PracticeItemInUse extends FormCandidate {
  /** Whether the person has had it in a round that is kept. */
  readonly seen: boolean;
}

/** Every item of the practice pool in use. */
export async function selectPracticeCandidates(db: Reader, personId: string): Promise<PracticeItemInUse[]> {
  const rows = await db
    .selectFrom("itemVersion")
    .innerJoin("item", "item.id", "itemVersion.itemId")
    .select(["itemVersion.id as itemVersionId", "item.id as itemId", "section", "clauses", "enemyGroup", "generated"])
    .select((select) =>
      select
        .exists(
          select
            .selectFrom("practiceItem")
            .innerJoin("practiceRound", "practiceRound.id", "practiceItem.roundId")
            .select("practiceItem.ordinal")
            .whereRef("practiceItem.itemVersionId", "=", "itemVersion.id")
            .where("personId", "=", personId),
        )
        .as("seen"),
    )
    .where("itemVersion.status", "=", "active")
    .where("pool", "=", "practice")
    .execute();
  return rows.map((row, place) => ({ ...row, section: row.section as Section, seen: Boolean(row.seen), place }));
}

export interface PracticeDay {
  readonly section: Section;
  readonly practisedOn: Day;
  readonly answered: number;
  readonly points: number;
  readonly maxPoints: number;
}

/** Adds to what the person practised that day. */
export async function addProgress(trx: Trx, personId: string, days: readonly PracticeDay[]): Promise<void> {
  if (days.length === 0) return;
  await trx
    .insertInto("practiceProgress")
    .values(days.map((day) => ({ ...day, personId })))
    .onConflict((conflict) =>
      conflict.columns(["personId", "section", "practisedOn"]).doUpdateSet((set) => ({
        answered: sql`practice_progress.answered + ${set.ref("excluded.answered")}`,
        points: sql`practice_progress.points + ${set.ref("excluded.points")}`,
        maxPoints: sql`practice_progress.max_points + ${set.ref("excluded.maxPoints")}`,
      })),
    )
    .execute();
}

/** What the person has practised, by section and day, the earliest day first. */
export async function selectProgress(db: Reader, personId: string): Promise<PracticeDay[]> {
  const rows = await db
    .selectFrom("practiceProgress")
    .select(["section", "practisedOn", "answered", "points", "maxPoints"])
    .where("personId", "=", personId)
    .orderBy("practisedOn")
    .execute();
  return rows.map((row) => ({ ...row, section: row.section as Section }));
}
