import { secondLevelAdministrator } from "~/examination/blueprint";
import type { Day } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { Database } from "~/platform/database/handle";

export interface WorldSize {
  readonly organisations: number;
  readonly peopleEach: number;
  readonly years: number;
  /** Everything up to this day has happened; renewals are in for who could and did sit them. */
  readonly today: Day;
  readonly seed: string;
}

/**
 * A programme of that size, written by set-based statements, the same for the same seed. Two thirds are distributors, the others Platinum partners
 * of whom three in four have opted in. Everybody is certified from a day of their own, year after year, and renews within the window on a day of
 * their own. One organisation in twenty stands on exactly three administrators, one on four; a hundredth of the people is suspended, a hundredth revoked.
 */
export async function fillWorld({ pool }: Database, size: WorldSize): Promise<void> {
  const { organisations, peopleEach, years, today, seed } = size;
  const people = organisations * peopleEach;
  const client = await pool.connect();
  const fill = async (statement: string) => void (await client.query(statement));
  const id = (what: string, number: string) => `md5('${seed} ${what} ' || ${number})::uuid`;
  const chance = (number: string, what: string, bound: number) =>
    `abs(hashtext('${seed} ${what} ' || ${number}) % ${bound})`;
  const { code, blueprint, cutScorePercent, durationMinutes } = secondLevelAdministrator;
  const began = `('${today}'::date - interval '${years} years')::date`;
  try {
    await fill("set statement_timeout = 0");
    // No trigger and no reference is looked at row by row: what they guard is filled in one statement at the end.
    await fill("set session_replication_role = replica");
    await fill(
      `insert into certification_programme values ('${code}', 'Administrator', 'Administrator') on conflict do nothing`,
    );
    await fill(`insert into programme_version (id, programme_code, version, blueprint, cut_score_percent, duration_minutes, requires_training, active_from)
      values (${id("version", "1")}, '${code}', 1, '${JSON.stringify(blueprint)}', ${cutScorePercent}, ${durationMinutes}, true, ${began})`);
    await fill(`insert into organisation (id, name, contracting_entity, time_zone, language, created_at)
      select ${id("organisation", "o")}, 'Organisation ' || o, 'ionos_se',
        (array['Europe/Berlin', 'America/New_York', 'Asia/Tokyo'])[1 + ${chance("o", "zone", 3)}], 'en', ${began}
      from generate_series(1, ${organisations}) as o`);
    await fill(`insert into organisation_level (organisation_id, level_code, during, recorded_at)
      select ${id("organisation", "o")}, case when o % 3 = 0 then 'platinum' else 'distributor' end, daterange(${began}, null), ${began}
      from generate_series(1, ${organisations}) as o`);
    await fill(`insert into second_level_opt_in (organisation_id, during, recorded_at)
      select ${id("organisation", "o")}, daterange(${began}, null), ${began} from generate_series(3, ${organisations}, 3) as o where o % 4 > 0`);
    await fill(`insert into person (id, full_name, email, language, created_at)
      select ${id("person", "p")}, 'Person ' || p, 'person' || p || '@example.org', 'en', ${began} from generate_series(0, ${people + 2}) as p`);
    await fill(
      `insert into role_assignment (person_id, role, recorded_at) values (${id("person", "0")}, 'portal_admin', ${began})`,
    );
    await fill(`insert into role_assignment (person_id, role, organisation_id, recorded_at)
      select ${id("person", `(o * ${peopleEach})`)}, 'partner_admin', ${id("organisation", "o")}, ${began} from generate_series(1, ${organisations}) as o`);
    await fill(`insert into membership (person_id, organisation_id, during, administrator, recorded_at)
      select ${id("person", `((o - 1) * ${peopleEach} + k)`)}, ${id("organisation", "o")}, daterange(${began}, null),
        k <= case o % 20 when 0 then 3 when 1 then 4 else ${peopleEach - 1} end, ${began}
      from generate_series(1, ${organisations}) as o, generate_series(1, ${peopleEach}) as k`);
    await fill(`create temporary table term as
      with chain as (
        select p, ${id("organisation", `(1 + (p - 1) / ${peopleEach})`)} as organisation_id,
          ${began} + 1 + ${chance("p", "anchor", 364)} as anchor, ${chance("p", "renewal", 91)} as renewed_before
        from generate_series(1, ${people}) as p
      )
      select *, ${id("person", "p")} as person_id, ${id("certificate", "p || ' ' || t")} as id, ${id("certificate", "p || ' ' || (t - 1)")} as previous_id,
        (anchor + (t - 1) * interval '1 year')::date as starts_on, (anchor + t * interval '1 year')::date as ends_on,
        ((anchor + (t - 1) * interval '1 year')::date - case when t > 1 then renewed_before else 0 end) as passed_on
      from chain, generate_series(1, ${years + 1}) as t`);
    await fill(`delete from term where passed_on >= '${today}'`);
    await fill(`insert into attempt (id, person_id, organisation_id, programme_version_id, ordinal, seed, started_at, deadline_at, finished_at,
        finished_by, graded_at, score_percent, passed)
      select id, person_id, organisation_id, ${id("version", "1")}, t, 'bench', passed_on, passed_on + interval '90 minutes', passed_on + interval '1 hour',
        'candidate', passed_on + interval '1 hour', 90, true from term`);
    await fill(`insert into certificate (id, number, programme_code, person_id, organisation_id, attempt_id, previous_certificate_id, validity, anchor_on, term,
        renewal_window_days, policy_version, holder_name, organisation_name, language, issued_on, issued_at)
      select id, 'PCP-' || p || '-' || t, '${code}', person_id, organisation_id, id, case when t > 1 then previous_id end, daterange(starts_on, ends_on), anchor, t,
        ${policy.renewalWindowDays}, ${policy.version}, 'Person ' || p, 'Organisation', 'en', passed_on, passed_on + interval '1 hour'
      from term order by passed_on, p`);
    await fill(`insert into certificate_revocation (certificate_id, effective_on, reason_class, note, recorded_at)
      select id, starts_on + 60, 'conduct', 'for the measurement', starts_on + 60 from term
      where ends_on > '${today}' and starts_on + 60 < '${today}' and ${chance("p", "revoked", 100)} = 0`);
    await fill(`insert into certificate_suspension (certificate_id, during, reason_class, note, recorded_at)
      select id, daterange(starts_on + 50, null), 'conduct', 'for the measurement', starts_on + 50 from term
      where ends_on > '${today}' and starts_on + 50 < '${today}' and ${chance("p", "suspended", 100)} = 0`);
    await fill("drop table term");
    await fill(`insert into counting_interval select counted.* from (select array_agg(id) as people from person) as everybody
      cross join counting_days(everybody.people, 'infinity') as counted`);
    await fill(`insert into counting_profile select profile.* from (select array_agg(id) as organisations from organisation) as everybody
      cross join counting_profiles(everybody.organisations) as profile`);
    await fill(`insert into latest_certificate select latest.* from (select array_agg(id) as people from person) as everybody
      cross join latest_certificates(everybody.people) as latest`);
    await fill("set session_replication_role = origin");
    await fill("vacuum analyze");
    await fill("reset statement_timeout");
  } finally {
    client.release();
  }
}
