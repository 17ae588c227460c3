import { type Kysely, sql } from "kysely";

/** The tables whose rows decide who counts, with the way from a changed row to its person. */
const sources = [
  { table: "membership", recount: "recount_holders" },
  { table: "certificate", recount: "recount_holders" },
  { table: "certificate_suspension", recount: "recount_holders_of_certificates" },
  { table: "certificate_revocation", recount: "recount_holders_of_certificates" },
];

const changes = [
  { event: "insert", rows: "new" },
  { event: "update", rows: "new" },
  { event: "delete", rows: "old" },
];

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create index membership_person on membership (person_id)`,
    `create index person_deactivated on person (id) where deactivated_at is not null`,
    `create index certificate_suspension_certificate on certificate_suspension (certificate_id)`,
    // Who counts at which organisation on which days, as known at an instant ('infinity': all that is known). A person's ranges at one
    // organisation neither overlap nor touch. certificate.validity always has an end, and so has every range.
    `create function counting_days(people uuid[], known_at timestamptz)
      returns table (programme_code text, organisation_id uuid, person_id uuid, starts_on date, ends_on date)
      language sql stable as $$
        with seat as (
          select organisation_id, person_id, range_agg(during) as days
          from membership
          where person_id = any (people) and administrator
            and recorded_at <= known_at and (superseded_at is null or superseded_at > known_at)
          group by organisation_id, person_id
        ), held as (
          select certificate.id, programme_code, person_id,
            datemultirange(validity * daterange(null, effective_on)) as days
          from certificate
          left join certificate_revocation on certificate_id = certificate.id and recorded_at <= known_at
          where person_id = any (people) and issued_at <= known_at
        ), suspended as (
          select certificate_id, range_agg(during) as days
          from certificate_suspension
          where certificate_id in (select id from held)
            and recorded_at <= known_at and (superseded_at is null or superseded_at > known_at)
          group by certificate_id
        ), worth as (
          select programme_code, person_id, range_agg(held.days - coalesce(suspended.days, '{}')) as days
          from held left join suspended on suspended.certificate_id = held.id
          group by programme_code, person_id
        )
        select worth.programme_code, seat.organisation_id, seat.person_id, lower(during), upper(during)
        from seat
        join worth on worth.person_id = seat.person_id
        cross join unnest(seat.days * worth.days) as during
      $$`,
    // What the function gives with all that is known, kept by the triggers below: the standing of everybody is read from here.
    `create table counting_interval (
      programme_code text not null references certification_programme (code),
      organisation_id uuid not null references organisation (id),
      person_id uuid not null references person (id),
      starts_on date not null,
      ends_on date not null check (ends_on > starts_on),
      primary key (organisation_id, programme_code, person_id, starts_on) include (ends_on)
    )`,
    `create index counting_interval_person on counting_interval (person_id)`,
    // Of each person the certificate that ends last and is not revoked, kept likewise: the only one whose end may have to be told.
    `create table latest_certificate (
      certificate_id uuid primary key references certificate (id),
      programme_code text not null references certification_programme (code),
      person_id uuid not null references person (id),
      organisation_id uuid not null references organisation (id),
      ends_on date not null
    )`,
    `create index latest_certificate_person on latest_certificate (person_id)`,
    `create index latest_certificate_end on latest_certificate (ends_on)`,
    `create function latest_certificates(people uuid[])
      returns table (certificate_id uuid, programme_code text, person_id uuid, organisation_id uuid, ends_on date)
      language sql stable as $$
        select id, programme_code, person_id, organisation_id, upper(validity)
        from (
          select *, rank() over (partition by person_id, programme_code order by upper(validity) desc) as place
          from certificate
          where person_id = any (people) and not exists (select from certificate_revocation where certificate_id = certificate.id)
        ) as held
        where place = 1
      $$`,
    // One after the other for each person: who has waited reads, by the snapshot of the next statement, what the other has written.
    `create function recount_people(people uuid[]) returns void language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(hashtextextended(id::text, 12)) from (select distinct id from unnest(people) as id order by id) as one;
        delete from counting_interval where person_id = any (people);
        insert into counting_interval select * from counting_days(people, 'infinity');
        delete from latest_certificate where person_id = any (people);
        insert into latest_certificate select * from latest_certificates(people);
      end $$`,
    `create function recount_holders() returns trigger language plpgsql as $$
      begin
        perform recount_people((select array_agg(person_id) from changed));
        return null;
      end $$`,
    `create function recount_holders_of_certificates() returns trigger language plpgsql as $$
      begin
        perform recount_people((select array_agg(person_id) from certificate where id in (select certificate_id from changed)));
        return null;
      end $$`,
    ...sources.flatMap(({ table, recount }) =>
      changes.map(
        ({ event, rows }) =>
          `create trigger ${table}_recounts_${event} after ${event} on ${table}
            referencing ${rows} table as changed for each statement execute function ${recount}()`,
      ),
    ),
    `insert into counting_interval select counted.* from (select array_agg(distinct person_id) as people from membership) as everybody
      cross join counting_days(everybody.people, 'infinity') as counted where everybody.people is not null`,
    `insert into latest_certificate select latest.* from (select array_agg(distinct person_id) as people from certificate) as everybody
      cross join latest_certificates(everybody.people) as latest where everybody.people is not null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
