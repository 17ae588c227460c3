import { sql } from "kysely";
import { secondLevelAdministrator } from "~/examination/blueprint";
import type { Day } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { Reader } from "~/platform/database/handle";

/** Organisations with a fall in the ledger that nobody was told the end of. */
export async function selectUnrestoredIds(db: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom("notice as fell")
    .select("fell.subjectId")
    .distinct()
    .where("fell.kind", "=", "below_three_now")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("notice as back")
            .select("back.id")
            .where("back.kind", "=", "restored")
            .whereRef("back.subjectId", "=", "fell.subjectId")
            .whereRef("back.cycle", "=", "fell.cycle"),
        ),
      ),
    )
    .execute();
  return rows.map(({ subjectId }) => subjectId);
}

/**
 * Certificates near or past their end with somebody to tell who has not been told of the stage: the holder, or a partner admin of the organisation
 * where the holder is a member today. A lapse is told once, to whoever is there then. Never fewer than `decideLapseNotices` finds: it decides.
 * By id, after `after`; one statement.
 */
export async function selectUntoldCertificateIds(
  db: Reader,
  question: { now: Date; stages: readonly number[]; after: string | null; limit: number },
): Promise<string[]> {
  const { now, stages, after, limit } = question;
  const first = Math.max(...stages);
  const { rows } = await sql<{ certificateId: string }>`
    with stage as (
      select days, coalesce(lag(days) over (order by days), 0) as above from unnest(${[...stages]}::int[]) as days
    ), ending as materialized (
      select certificate_id, person_id, today,
        case when ends_on <= today then 'certificate_lapsed' else 'certificate_lapsing' end as kind,
        coalesce(stage.days, 0)::text as stage
      from latest_certificate
      join organisation on organisation.id = organisation_id
      cross join lateral (select (${now}::timestamptz at time zone time_zone)::date as today offset 0) as calendar
      left join stage on ends_on - today > above and ends_on - today <= days
      where programme_code = ${secondLevelAdministrator.code}
        -- No zone is a whole day ahead of UTC.
        and ends_on <= (${now}::timestamptz at time zone 'UTC')::date + ${first + 1}::int
        and (ends_on <= today or stage.days is not null)
        and (ends_on > today or not exists (select from notice where kind = 'certificate_lapsed' and subject_id = certificate_id))
        and not exists (
          select from certificate_suspension as suspension
          where suspension.certificate_id = latest_certificate.certificate_id and superseded_at is null and during @> ends_on - 1
        )
        and (${after}::uuid is null or certificate_id > ${after}::uuid)
    ), admin as materialized (
      select organisation_id, person_id from role_assignment where role = 'partner_admin' and superseded_at is null
    ), audience as materialized (
      select organisation_id, person_id as recipient_id from admin
      union all
      select organisation.id, person_id from organisation join admin on admin.organisation_id = distributor_id
    ), recipient as (
      select certificate_id, kind, stage, person_id as recipient_id from ending
      union all
      select certificate_id, kind, stage, recipient_id
      from ending
      join membership on membership.person_id = ending.person_id and superseded_at is null and during @> today
      join audience on audience.organisation_id = membership.organisation_id
    )
    select distinct certificate_id
    from recipient
    where not exists (select from person where id = recipient_id and deactivated_at is not null)
      and not exists (
        select from notice
        where notice.kind = recipient.kind and subject_id = certificate_id and notice.stage = recipient.stage
          and notice.recipient_id = recipient.recipient_id
      )
    order by certificate_id
    limit ${limit}
  `.execute(db);
  return rows.map(({ certificateId }) => certificateId);
}

/** Every zone by whose clock something may become due. */
export async function selectTimeZones(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ timeZone: string }>`
    select time_zone from organisation union select time_zone from training_session union select ${policy.staffTimeZone}
  `.execute(db);
  return rows.map(({ timeZone }) => timeZone);
}

/**
 * The coming days, whole rounds of `every` days before `on`, on which somebody stops counting: nobody falls on any other. With the organisations of one
 * zone and the instant at which the day begins there, in order.
 */
export async function selectRepeatingEnds(
  db: Reader,
  { on, now, every }: { on: Day; now: Date; every: number },
): Promise<{ day: Day; at: Date; organisationIds: string[] }[]> {
  const { rows } = await sql<{ day: Day; at: Date; organisationIds: string[] }>`
    select ends_on as day, ends_on::timestamp at time zone time_zone as at, array_agg(distinct organisation_id) as organisation_ids
    from counting_interval join organisation on organisation.id = organisation_id
    where programme_code = ${secondLevelAdministrator.code} and ends_on < ${on}::date and (${on}::date - ends_on) % ${every}::int = 0
      and ends_on::timestamp at time zone time_zone > ${now}::timestamptz
    group by ends_on, time_zone
    order by at
  `.execute(db);
  return rows;
}
