import { sql } from "kysely";
import type { Day } from "~/kernel/calendar";
import type { Reader } from "~/platform/database/handle";

/** When staff were last sent the daily list; null before the first. */
export async function selectLastDigestAt(db: Reader): Promise<Date | null> {
  const row = await db
    .selectFrom("notice")
    .select((eb) => eb.fn.max("decidedAt").as("at"))
    .where("kind", "=", "staff_digest")
    .executeTakeFirstOrThrow();
  return row.at;
}

export interface NearEnd {
  readonly personName: string;
  readonly organisationName: string;
  readonly certificateNumber: string;
  readonly validThrough: Day;
}

/**
 * Certificates of whose end somebody was told between `after` and `until` at a stage of at most `stageDays` days, as it was told: each once,
 * those that end first in front.
 */
export async function selectToldNearEnds(
  db: Reader,
  question: { after: Date; until: Date; stageDays: number },
): Promise<NearEnd[]> {
  const { after, until, stageDays } = question;
  const { rows } = await sql<NearEnd>`
    select person_name, organisation_name, certificate_number, valid_through
    from (
      select distinct on (subject_id)
        facts ->> 'personName' as person_name, facts ->> 'organisationName' as organisation_name,
        facts ->> 'certificateNumber' as certificate_number, facts ->> 'validThrough' as valid_through
      from notice
      where kind in ('certificate_lapsing', 'certificate_lapsed') and stage::integer <= ${stageDays}
        and decided_at > ${after} and decided_at <= ${until}
      order by subject_id, decided_at desc
    ) as told
    order by valid_through, organisation_name, person_name
  `.execute(db);
  return rows;
}
