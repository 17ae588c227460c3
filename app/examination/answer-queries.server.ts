import { type RawBuilder, sql } from "kysely";
import { policy } from "~/kernel/policy";
import { ofMemberSignedIn } from "~/people/person-queries.server";
import type { Db, Reader } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import type { ItemKind } from "~/platform/schema/examination-tables";
import { stillUnderWay } from "./attempt-queries.server";
import type { Treatment } from "./regrade/treatment";
import type { ItemResponse } from "./response";
import type { Section } from "./section-names";

/** One place of a form; never changes once the attempt has begun. */
export interface FormItem {
  /** From 1 on. */
  readonly ordinal: number;
  readonly itemVersionId: string;
  readonly seed: string;
  readonly kind: ItemKind;
  readonly section: Section;
  readonly points: number;
}

/** The form of an attempt in its order, and whose attempt it is; no items when there is no such attempt. */
export async function selectForm(db: Reader, attemptId: string): Promise<FormItem[]> {
  const rows = await formsOf(db, { attemptId });
  return rows.map((row) => ({ ...row, section: row.section as Section }));
}

const formsOf = keptQuery((db, { attemptId }: { attemptId: string }) =>
  db
    .selectFrom("attemptItem")
    .innerJoin("itemVersion", "itemVersion.id", "attemptItem.itemVersionId")
    .innerJoin("item", "item.id", "itemVersion.itemId")
    .select(["ordinal", "itemVersionId", "seed", "kind", "section", "itemVersion.points"])
    .where("attemptId", "=", attemptId)
    .orderBy("ordinal"),
);

export interface StoredAnswer {
  readonly ordinal: number;
  readonly response: ItemResponse | null;
  readonly sequence: number;
  readonly flagged: boolean;
  readonly respondedAt: Date | null;
}

/** What has been answered so far, by the order of the form. */
export async function selectAnswers(db: Reader, attemptId: string): Promise<StoredAnswer[]> {
  const rows = await answersOf(db, { attemptId });
  return rows.map((row) => ({ ...row, response: row.response as ItemResponse | null }));
}

const answersOf = keptQuery((db, { attemptId }: { attemptId: string }) =>
  db
    .selectFrom("attemptItem")
    .select(["ordinal", "response", "responseSequence as sequence", "flagged", "respondedAt"])
    .where("attemptId", "=", attemptId)
    .orderBy("ordinal"),
);

/** An answer as it is graded. */
export interface AnswerToGrade extends Pick<StoredAnswer, "response" | "respondedAt"> {
  /** What a regrade in force says of the item. */
  readonly treatment: Treatment | null;
}

/** The same for whoever grades. */
export async function selectAnswersToGrade(db: Reader, attemptId: string): Promise<AnswerToGrade[]> {
  const rows = await answersToGrade(db, { attemptId });
  return rows.map(({ respondedAt, response, treatment }) => ({
    respondedAt,
    response: response as ItemResponse | null,
    treatment: treatment as Treatment | null,
  }));
}

const answersToGrade = keptQuery((db, { attemptId }: { attemptId: string }) =>
  db
    .selectFrom("attemptItem")
    .leftJoin("regrade", (join) =>
      join
        .onRef("regrade.itemVersionId", "=", "attemptItem.itemVersionId")
        .on("appliedAt", "is not", null)
        .on("undoneAt", "is", null),
    )
    .select(["response", "respondedAt", "treatment"])
    .where("attemptId", "=", attemptId)
    .orderBy("ordinal"),
);

export interface AnswerToStore {
  readonly attemptId: string;
  readonly personId: string;
  readonly ordinal: number;
  /** The browser that answers; another one may have taken over. */
  readonly clientId: string;
  /** Null: one more than is stored. */
  readonly sequence: number | null;
  /** The attempt's turn in which it was given; null: the present one. */
  readonly turn: number | null;
  readonly response: ItemResponse;
  readonly flagged: boolean;
  readonly givenAt: Date;
  readonly arrivedAt: Date;
  /** Where it is noteworthy how much later it arrives than it was given. */
  readonly delayedSeconds: number | null;
  /** An answer arriving now cannot count for a deadline before this, whenever it was given. */
  readonly earliestDeadline: Date;
}

interface Stored {
  readonly deadlineAt: Date;
  readonly sequence: number;
}

/**
 * Stores the answer if the attempt is the person's and under way in this browser, the answer in time, newer than what is stored, and
 * nothing stored in a later turn than its own: one statement, which waits for a hand-in and is waited for by it. Undefined when any of this does not hold.
 */
export async function updateAnswer(db: Db, answer: AnswerToStore): Promise<Stored | undefined> {
  const [stored] = await storedAnswers(db, { ...answer, response: JSON.stringify(answer.response) });
  return stored;
}

/** The same, if the attempt is of whoever signed in under `tokenHash` and may sit examinations. */
export async function updateAnswerSignedIn(
  db: Db,
  answer: Omit<AnswerToStore, "personId"> & { readonly tokenHash: string },
): Promise<Stored | undefined> {
  const [stored] = await storedAnswersSignedIn(db, { ...answer, response: JSON.stringify(answer.response) });
  return stored;
}

type Values = Omit<AnswerToStore, "personId" | "response"> & { readonly response: string };

const storedAnswers = keptQuery((_db, answer: Values & { readonly personId: string }) =>
  storing(sql`where attempt.person_id = ${answer.personId}::uuid`, answer),
);

const storedAnswersSignedIn = keptQuery((_db, answer: Values & { readonly tokenHash: string }) =>
  storing(sql`${ofMemberSignedIn("attempt.person_id", answer.tokenHash, answer.arrivedAt)} where true`, answer),
);

const storing = (
  ofCandidate: RawBuilder<unknown>,
  {
    attemptId,
    ordinal,
    clientId,
    sequence,
    turn,
    response,
    flagged,
    givenAt,
    arrivedAt,
    delayedSeconds,
    earliestDeadline,
  }: Values,
) => sql<Stored>`
    with seat as materialized (
      select attempt.id, deadline_at, turn from attempt ${ofCandidate}
        and attempt.id = ${attemptId}::uuid and ${stillUnderWay}
        and (active_client is null or active_client = ${clientId})
        and (deadline_at > ${arrivedAt}::timestamptz
          or (deadline_at >= ${earliestDeadline}::timestamptz and deadline_at > ${givenAt}::timestamptz))
      for no key update of attempt
    )
    update attempt_item
    set response = ${response}::jsonb,
      response_sequence = coalesce(${sequence}::bigint, attempt_item.response_sequence + 1),
      responded_at = ${arrivedAt}::timestamptz, flagged = ${flagged},
      response_turn = seat.turn, delayed_seconds = ${delayedSeconds}::integer
    from seat
    where attempt_item.attempt_id = seat.id and attempt_item.ordinal = ${ordinal}
      and (${sequence}::bigint is null or attempt_item.response_sequence < ${sequence}::bigint)
      and (${turn}::integer is null or attempt_item.response_turn <= ${turn}::integer or attempt_item.responded_at is null)
    returning seat.deadline_at, attempt_item.response_sequence as sequence
  `;

/** What `updateAnswer` was refused by; undefined when there is no such item, or it is another person's. */
export async function selectOptionalSeat(db: Reader, key: { attemptId: string; personId: string; ordinal: number }) {
  return db
    .selectFrom("attempt")
    .innerJoin("attemptItem", "attemptItem.attemptId", "attempt.id")
    .select(["deadlineAt", "finishedAt", "activeClient"])
    .select(["responseSequence as sequence", "responseTurn", "respondedAt", "response"])
    .where("attempt.id", "=", key.attemptId)
    .where("personId", "=", key.personId)
    .where("attemptItem.ordinal", "=", key.ordinal)
    .executeTakeFirst();
}

/**
 * From now on this browser answers, and where another one did until now, that is noted, in one statement. The turn that it has; undefined when the attempt is
 * not the person's or not under way.
 */
export async function updateActiveClient(db: Db, command: Claim): Promise<{ turn: number } | undefined> {
  return (await claimed(db, command))[0];
}

interface Claim {
  readonly attemptId: string;
  readonly personId: string;
  readonly clientId: string;
  readonly takenAt: Date;
}

const claimed = keptQuery(
  (_db, { attemptId, personId, clientId, takenAt }: Claim) => sql<{ turn: number }>`
    with seat as materialized (
      select id, active_client, turn from attempt
      where id = ${attemptId}::uuid and person_id = ${personId}::uuid and ${stillUnderWay}
      for no key update
    ), noted as (
      insert into attempt_take_over (attempt_id, turn, from_client, to_client, taken_at)
      select id, turn + 1, active_client, ${clientId}, ${takenAt}::timestamptz
      from seat where active_client <> ${clientId} and turn < ${policy.integrityEventsPerAttempt}
    )
    update attempt
    set active_client = ${clientId}, turn = case when seat.active_client <> ${clientId} then seat.turn + 1 else seat.turn end
    from seat
    where attempt.id = seat.id
    returning attempt.turn
  `,
);
