import { sql } from "kysely";
import { notFound } from "~/kernel/rejection";
import { ofMemberSignedIn } from "~/people/person-queries.server";
import type { Reader } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import type { Language } from "~/platform/schema/people-tables";
import type { StoredAnswer } from "./answer-queries.server";
import { type Attempt, attemptColumns } from "./attempt-queries.server";
import type { StoredNote } from "./note-queries.server";

/** An attempt with all that its pages show of it. */
export interface Sitting {
  readonly attempt: Attempt;
  /** IANA zone of the attempt's organisation. */
  readonly timeZone: string;
  /** What has been answered so far, by the order of the form. */
  readonly answers: readonly StoredAnswer[];
  /** What the candidate has noted beside the questions, in their order. */
  readonly notes: readonly StoredNote[];
}

/** The attempt as it stands, in one statement. */
export async function selectSitting(db: Reader, attemptId: string): Promise<Sitting> {
  const [row] = await sittings(db, { attemptId });
  if (!row) throw notFound();
  return asSitting(row);
}

/** A sitting of whoever looks at it. */
export interface OwnSitting extends Sitting {
  readonly candidate: { readonly fullName: string; readonly language: Language };
}

/**
 * The attempt as it stands, if whoever signed in under the hash is the one who sits it: in one statement. Undefined for everybody else, and for the few
 * candidates whom `ofMemberSignedIn` does not find: ask who they are, then `selectSitting`.
 */
export async function selectOptionalOwnSitting(
  db: Reader,
  attemptId: string,
  tokenHash: string,
  at: Date,
): Promise<OwnSitting | undefined> {
  const [row] = await ownSittings(db, { attemptId, tokenHash, at });
  if (!row) return undefined;
  const { fullName, language, ...sitting } = row;
  return { ...asSitting(sitting), candidate: { fullName, language } };
}

type AnswerInJson = Omit<StoredAnswer, "respondedAt"> & { readonly respondedAt: string | null };

interface SittingRow extends Record<(typeof attemptColumns)[number], unknown> {
  readonly timeZone: string;
  readonly answers: readonly AnswerInJson[];
  readonly notes: readonly StoredNote[];
}

function asSitting({ timeZone, answers, notes, ...attempt }: SittingRow): Sitting {
  return {
    attempt: attempt as Attempt,
    timeZone,
    notes,
    answers: answers.map((answer) => ({
      ...answer,
      respondedAt: answer.respondedAt === null ? null : new Date(answer.respondedAt),
    })),
  };
}

const sittings = keptQuery(
  (_db, { attemptId }: { attemptId: string }) =>
    sql<SittingRow>`select ${whatIsShown} from ${attempts} where attempt.id = ${attemptId}::uuid`,
);

const ownSittings = keptQuery(
  (_db, { attemptId, tokenHash, at }: { attemptId: string; tokenHash: string; at: Date }) =>
    sql<SittingRow & OwnSitting["candidate"]>`
      select ${whatIsShown}, person.full_name, person.language
      from ${attempts} ${ofMemberSignedIn("attempt.person_id", tokenHash, at)}
      where attempt.id = ${attemptId}::uuid`,
);

const attempts = sql`attempt join organisation on organisation.id = attempt.organisation_id`;

const whatIsShown = sql`
  ${sql.join(attemptColumns.map((column) => sql.ref(`attempt.${column}`)))}, organisation.time_zone,
  (select coalesce(json_agg(json_build_object('ordinal', ordinal, 'response', response, 'sequence', response_sequence,
     'flagged', flagged, 'respondedAt', responded_at) order by ordinal), '[]')
   from attempt_item where attempt_item.attempt_id = attempt.id) as answers,
  (select coalesce(json_agg(json_build_object('ordinal', ordinal, 'text', text, 'sequence', sequence) order by ordinal), '[]')
   from attempt_note where attempt_note.attempt_id = attempt.id) as notes`;
