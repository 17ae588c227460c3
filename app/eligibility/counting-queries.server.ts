import { sql } from "kysely";
import type { Reader } from "~/platform/database/handle";

/**
 * Looks at the next `limit` people after `after`, by id: whose days of counting, or latest certificate, are not kept as the facts give them.
 * `last` is where to go on; null when nobody is left.
 */
export async function selectMiscounted(
  db: Reader,
  page: { after: string | null; limit: number },
): Promise<{ personIds: string[]; last: string | null }> {
  const { rows } = await sql<{ id: string }>`
    select id from person where ${page.after}::uuid is null or id > ${page.after}::uuid order by id limit ${page.limit}
  `.execute(db);
  const people = rows.map(({ id }) => id);
  const wrong = await sql<{ personId: string }>`
    with counted as (
      select * from counting_days(${people}::uuid[], 'infinity')
    ), kept as (
      select * from counting_interval where person_id = any(${people}::uuid[])
    ), latest as (
      select * from latest_certificates(${people}::uuid[])
    ), kept_latest as (
      select * from latest_certificate where person_id = any(${people}::uuid[])
    )
    select person_id from ((table counted except table kept) union all (table kept except table counted)) as days
    union
    select person_id from ((table latest except table kept_latest) union all (table kept_latest except table latest)) as certificates
  `.execute(db);
  return { personIds: wrong.rows.map(({ personId }) => personId), last: people.at(-1) ?? null };
}

/** The same for the next organisations, by id: whose profile is not what their kept intervals give. */
export async function selectMisprofiled(
  db: Reader,
  page: { after: string | null; limit: number },
): Promise<{ organisationIds: string[]; last: string | null }> {
  const { rows } = await sql<{ id: string }>`
    select id from organisation where ${page.after}::uuid is null or id > ${page.after}::uuid order by id limit ${page.limit}
  `.execute(db);
  const organisations = rows.map(({ id }) => id);
  const wrong = await sql<{ organisationId: string }>`
    with profiled as (
      select * from counting_profiles(${organisations}::uuid[])
    ), kept as (
      select * from counting_profile where organisation_id = any(${organisations}::uuid[])
    )
    select distinct organisation_id from ((table profiled except table kept) union all (table kept except table profiled)) as profile
  `.execute(db);
  return {
    organisationIds: wrong.rows.map(({ organisationId }) => organisationId),
    last: organisations.at(-1) ?? null,
  };
}
