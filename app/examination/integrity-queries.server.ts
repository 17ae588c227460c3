/** What was noticed while an exam was sat: information for exam managers, kept for a time (policy), never a verdict. */
import { type Selectable, sql } from "kysely";
import { policy } from "~/kernel/policy";
import type { Db, Reader } from "~/platform/database/handle";
import type { AttemptEventTable, AttemptOriginTable } from "~/platform/schema/delivery-tables";
import { stillUnderWay } from "./attempt-queries.server";
import type { TakeOver } from "./take-overs";

export type AttemptEvent = Omit<Selectable<AttemptEventTable>, "attemptId">;
export type AttemptOrigin = Omit<Selectable<AttemptOriginTable>, "attemptId">;

/**
 * Stores events of the person's attempt that is under way, each once however often it arrives, and no more than policy allows for one attempt; how
 * many were new. A return under the number of a leaving of the last minute takes its place, whichever arrives first: the page was only loaded anew. One statement.
 */
export async function insertEvents(
  db: Db,
  { attemptId, personId, clientId }: { attemptId: string; personId: string; clientId: string },
  told: readonly Omit<AttemptEvent, "clientId">[],
  now: Date,
): Promise<number> {
  // One statement changes no row twice.
  const events = [...new Map(told.map((event) => [event.sequence, event])).values()];
  const { numAffectedRows } = await sql`
    insert into attempt_event (attempt_id, client_id, sequence, kind, ordinal, characters, happened_at)
    select attempt.id, ${clientId}, given.sequence, given.kind, given.ordinal, given.characters, greatest(given.happened_at, started_at)
    from attempt
    cross join unnest(
      ${events.map(({ sequence }) => sequence)}::integer[], ${events.map(({ kind }) => kind)}::text[],
      ${events.map(({ ordinal }) => ordinal)}::integer[], ${events.map(({ characters }) => characters)}::integer[],
      ${events.map(({ happenedAt }) => happenedAt)}::timestamptz[]
    ) with ordinality as given (sequence, kind, ordinal, characters, happened_at, place)
    where attempt.id = ${attemptId}::uuid and person_id = ${personId}::uuid and ${stillUnderWay}
      and given.place + (select count(*) from attempt_event where attempt_id = attempt.id) <= ${policy.integrityEventsPerAttempt}
    on conflict (attempt_id, client_id, sequence) do update set kind = excluded.kind
      where attempt_event.kind = 'focus_lost' and excluded.kind = 'focus_regained'
        and attempt_event.happened_at > ${now}::timestamptz - interval '1 minute'
  `.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** In the order in which they happened. */
export async function selectEvents(db: Reader, attemptId: string): Promise<AttemptEvent[]> {
  return db
    .selectFrom("attemptEvent")
    .select(["clientId", "sequence", "kind", "ordinal", "characters", "happenedAt"])
    .where("attemptId", "=", attemptId)
    .orderBy("happenedAt")
    .orderBy("clientId")
    .orderBy("sequence")
    .execute();
}

/** From there a request of the attempt came at this instant. */
export async function upsertOrigin(
  db: Db,
  origin: Pick<AttemptOriginTable, "attemptId" | "address" | "browser" | "system">,
  seenAt: Date,
): Promise<void> {
  await db
    .insertInto("attemptOrigin")
    .values({ ...origin, firstSeenAt: seenAt, lastSeenAt: seenAt })
    .onConflict((conflict) =>
      conflict
        .columns(["attemptId", "address", "browser", "system"])
        .doUpdateSet({ lastSeenAt: sql`greatest(attempt_origin.last_seen_at, ${seenAt}::timestamptz)` }),
    )
    .execute();
}

/** The first one first. */
export async function selectOrigins(db: Reader, attemptId: string): Promise<AttemptOrigin[]> {
  return db
    .selectFrom("attemptOrigin")
    .select(["address", "browser", "system", "firstSeenAt", "lastSeenAt"])
    .where("attemptId", "=", attemptId)
    .orderBy("firstSeenAt")
    .orderBy("address")
    .execute();
}

/** In their order. */
export async function selectTakeOvers(db: Reader, attemptId: string): Promise<TakeOver[]> {
  return db
    .selectFrom("attemptTakeOver")
    .select(["turn", "fromClient", "toClient", "takenAt"])
    .where("attemptId", "=", attemptId)
    .orderBy("turn")
    .execute();
}

export interface DelayedAnswer {
  readonly ordinal: number;
  readonly arrivedAt: Date;
  readonly delayedSeconds: number;
}

/** Answers that stand and had arrived noticeably later than they were given, by the order of the form. */
export async function selectDelayedAnswers(db: Reader, attemptId: string): Promise<DelayedAnswer[]> {
  return db
    .selectFrom("attemptItem")
    .select(["ordinal", "respondedAt as arrivedAt", "delayedSeconds"])
    .where("attemptId", "=", attemptId)
    .where("delayedSeconds", "is not", null)
    .where("respondedAt", "is not", null)
    .orderBy("ordinal")
    .$narrowType<{ arrivedAt: Date; delayedSeconds: number }>()
    .execute();
}

export interface LateAnswer {
  readonly ordinal: number;
  readonly givenAt: Date;
  readonly arrivedAt: Date;
}

/** To that question of an attempt an answer arrived after the end. Of several, the one that was given first stays; none was given before the start. */
export async function upsertLateAnswer(
  db: Db,
  { attemptId, ordinal, givenAt, arrivedAt }: LateAnswer & { readonly attemptId: string },
): Promise<void> {
  await sql`
    insert into attempt_late_answer (attempt_id, ordinal, given_at, arrived_at)
    select id, ${ordinal}, greatest(${givenAt}::timestamptz, started_at), ${arrivedAt}::timestamptz
    from attempt where id = ${attemptId}::uuid
    on conflict (attempt_id, ordinal) do update set given_at = excluded.given_at, arrived_at = excluded.arrived_at
    where excluded.given_at < attempt_late_answer.given_at
  `.execute(db);
}

/** By the order of the form. */
export async function selectLateAnswers(db: Reader, attemptId: string): Promise<LateAnswer[]> {
  return db
    .selectFrom("attemptLateAnswer")
    .select(["ordinal", "givenAt", "arrivedAt"])
    .where("attemptId", "=", attemptId)
    .orderBy("ordinal")
    .execute();
}

/** Forgets what was noticed during attempts that ended before `end`; how many rows. */
export async function deleteIntegrityBefore(db: Db, end: Date): Promise<number> {
  let deleted = 0;
  for (const table of ["attemptEvent", "attemptOrigin", "attemptTakeOver", "attemptLateAnswer"] as const) {
    const { numDeletedRows } = await db
      .deleteFrom(table)
      .where("attemptId", "in", (eb) => eb.selectFrom("attempt").select("id").where("finishedAt", "<", end))
      .executeTakeFirst();
    deleted += Number(numDeletedRows);
  }
  return deleted + (await forgetInAttempts(db, end));
}

/** What is noticed in the rows of the attempts themselves; how many answers had been delayed. */
async function forgetInAttempts(db: Db, end: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("attemptItem")
    .set({ delayedSeconds: null })
    .where("delayedSeconds", "is not", null)
    .where("attemptId", "in", (eb) => eb.selectFrom("attempt").select("id").where("finishedAt", "<", end))
    .executeTakeFirst();
  await sql`
    with forgotten as (update attempt set turn = 0 where turn > 0 and finished_at < ${end}::timestamptz returning id)
    update attempt_item set response_turn = 0 from forgotten where attempt_id = forgotten.id and response_turn > 0
  `.execute(db);
  return Number(numUpdatedRows);
}
