import { sql } from "kysely";
import { notFound } from "~/kernel/rejection";
import { ofMemberSignedIn } from "~/people/person-queries.server";
import type { Reader } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import type { Language } from "~/platform/schema/people-tables";
import type { FormItem, StoredAnswer } from "./answer-queries.server";
import type { Attempt } from "./attempt-queries.server";
import { isFormKnown, rememberForm } from "./form-queries.server";
import type { StoredNote } from "./note-queries.server";
import type { ItemResponse } from "./response";

/** What the pages of an exam under way need of its attempt: every column more would have to be read at each look. */
const columnsOfSat = ["id", "personId", "programmeVersionId", "deadlineAt", "finishedAt", "turn"] as const;
type SatAttempt = Pick<Attempt, (typeof columnsOfSat)[number]>;

/** An attempt with all that its pages show of it. */
export interface Sitting {
  readonly attempt: SatAttempt;
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
 * The attempt as it stands, if whoever signed in under the hash is the one who sits it: in one statement, which brings the form along where this process
 * does not know it yet. Undefined for everybody else, and for the few candidates whom `ofMemberSignedIn` does not find: ask who they are, then `selectSitting`.
 */
export async function selectOptionalOwnSitting(
  db: Reader,
  attemptId: string,
  tokenHash: string,
  at: Date,
): Promise<OwnSitting | undefined> {
  const [row] = await ownSittings(db, { attemptId, tokenHash, at, withForm: !isFormKnown(attemptId) });
  if (!row) return undefined;
  const { fullName, language, form, ...sitting } = row;
  rememberForm(attemptId, form);
  return { ...asSitting(sitting), candidate: { fullName, language } };
}

/** As `whatIsShown` puts it: without names, which would be written and read again for each of the questions. */
type AnswerInJson = readonly [
  ordinal: number,
  response: ItemResponse | null,
  sequence: number,
  flagged: boolean,
  respondedAt: string | null,
];

interface SittingRow extends SatAttempt {
  readonly timeZone: string;
  readonly answers: readonly AnswerInJson[];
  readonly notes: readonly StoredNote[];
}

function asSitting({ timeZone, answers, notes, ...attempt }: SittingRow): Sitting {
  return {
    attempt,
    timeZone,
    notes,
    answers: answers.map(([ordinal, response, sequence, flagged, respondedAt]) => ({
      ordinal,
      response,
      sequence,
      flagged,
      respondedAt: respondedAt === null ? null : new Date(respondedAt),
    })),
  };
}

const sittings = keptQuery(
  (_db, { attemptId }: { attemptId: string }) =>
    sql<SittingRow>`select ${whatIsShown} from ${attempts} where attempt.id = ${attemptId}::uuid`,
);

interface OwnSittingRow extends SittingRow {
  readonly fullName: string;
  readonly language: Language;
  readonly form: readonly FormItem[];
}

interface AskedByCandidate {
  readonly attemptId: string;
  readonly tokenHash: string;
  readonly at: Date;
  readonly withForm: boolean;
}

const ownSittings = keptQuery(
  (_db, { attemptId, tokenHash, at, withForm }: AskedByCandidate) =>
    sql<OwnSittingRow>`
      select ${whatIsShown}, person.full_name, person.language,
        (select coalesce(json_agg(json_build_object('ordinal', place.ordinal, 'itemVersionId', item_version.id, 'seed', place.seed, 'kind', kind,
           'section', section, 'points', item_version.points) order by place.ordinal), '[]')
         from attempt_item as place
         join item_version on item_version.id = place.item_version_id join item on item.id = item_version.item_id
         where place.attempt_id = attempt.id and ${withForm}::boolean) as form
      from ${attempts} ${ofMemberSignedIn("attempt.person_id", tokenHash, at)}
      where attempt.id = ${attemptId}::uuid`,
);

const attempts = sql`attempt join organisation on organisation.id = attempt.organisation_id`;

const whatIsShown = sql`
  ${sql.join(columnsOfSat.map((column) => sql.ref(`attempt.${column}`)))}, organisation.time_zone,
  (select coalesce(json_agg(json_build_array(ordinal, response, response_sequence, flagged, responded_at) order by ordinal), '[]')
   from attempt_item where attempt_item.attempt_id = attempt.id) as answers,
  (select coalesce(json_agg(json_build_object('ordinal', ordinal, 'text', text, 'sequence', sequence) order by ordinal), '[]')
   from attempt_note where attempt_note.attempt_id = attempt.id) as notes`;
