import { type Kysely, sql } from "kysely";

/**
 * Of each organisation the days on which its intervals start and those on which they end, each in order: how many count on a day is the difference
 * of two binary searches, where the intervals of everybody would be read and grouped. Written when a transaction ends, for then it holds the lock
 * by which changes follow each other (the audit chain's), and two changes in one organisation never wait for each other crosswise.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table counting_profile (
      programme_code text not null references certification_programme (code),
      organisation_id uuid not null references organisation (id),
      starts date[] not null,
      ends date[] not null,
      primary key (organisation_id, programme_code)
    )`,
    `create function counting_profiles(organisations uuid[])
      returns table (programme_code text, organisation_id uuid, starts date[], ends date[])
      language sql stable as $$
        select programme_code, organisation_id, array_agg(starts_on order by starts_on), array_agg(ends_on order by ends_on)
        from counting_interval
        where organisation_id = any (organisations)
        group by programme_code, organisation_id
      $$`,
    // Who has waited reads, by the snapshot of the next statement, what the other has written.
    `create function profile_organisations(organisations uuid[]) returns void language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(hashtextextended(id::text, 56)) from (select distinct id from unnest(organisations) as id order by id) as one;
        delete from counting_profile where organisation_id = any (organisations);
        insert into counting_profile select * from counting_profiles(organisations);
      end $$`,
    // Called for each changed row when all of them are written: the first call for an organisation does it for the whole transaction.
    `create function profile_changed_interval() returns trigger language plpgsql as $$
      declare
        stale uuid[] := array(
          select id from unnest(array[new.organisation_id, old.organisation_id]) as id
          where id is not null
            and not exists (select from counting_profile where organisation_id = id and xmin = pg_current_xact_id()::xid)
        );
      begin
        if stale <> '{}' then perform profile_organisations(stale); end if;
        return null;
      end $$`,
    `create constraint trigger counting_interval_profiled after insert or update or delete on counting_interval
      deferrable initially deferred for each row execute function profile_changed_interval()`,
    `insert into counting_profile select profile.* from (select array_agg(distinct organisation_id) as organisations from counting_interval) as everybody
      cross join counting_profiles(everybody.organisations) as profile where everybody.organisations is not null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
