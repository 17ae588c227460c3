import { secondLevelAdministrator } from "~/examination/blueprint";
import { publishBank } from "~/examination/publish-bank.server";
import { policy } from "~/kernel/policy";
import type { Portal } from "~/platform/portal";
import { signedIn } from "../signed-in";

export interface ExamHallSize {
  readonly candidates: number;
  /** Items in the certification pool. */
  readonly items: number;
  /** Attempts that other people have had before. */
  readonly earlier: number;
}

export interface Seat {
  readonly personId: string;
  readonly cookie: string;
}

const peopleEach = 5;
const places = 20;

const id = (what: string, number: string) => `md5('${what} ' || ${number})::uuid`;

/**
 * An examination about to begin: five trained engineers of each organisation, signed in, a bank that holds every delivered item many times over, and what
 * people before them have drawn from it. Written by set-based statements, the bank after the portal's own delivery.
 */
export async function fillExamHall(portal: Portal, size: ExamHallSize): Promise<Seat[]> {
  const now = portal.clock.now();
  await publishBank(portal.db, now);
  const client = await portal.database.pool.connect();
  const fill = async (statement: string) => void (await client.query(statement));
  try {
    await fill("set statement_timeout = 0");
    for (const statement of [...people(size), ...training(size), ...bank(size)]) await fill(statement);
    await fill("set session_replication_role = replica");
    for (const statement of past(size)) await fill(statement);
    await fill("set session_replication_role = origin");
    await fill("vacuum analyze");
    await fill("reset statement_timeout");
  } finally {
    client.release();
  }
  const { rows } = await portal.database.pool.query<{ id: string }>(
    `select ${id("candidate", "p")} as id from generate_series(1, ${size.candidates}) as p`,
  );
  const seats: Seat[] = [];
  for (const { id: personId } of rows) seats.push({ personId, cookie: await signedIn(portal, personId) });
  return seats;
}

const years = "now() - interval '3 years'";

function people({ candidates }: ExamHallSize): string[] {
  const organisations = Math.ceil(candidates / peopleEach);
  const each = `generate_series(1, ${organisations}) as o`;
  return [
    `insert into organisation (id, name, contracting_entity, time_zone, language, created_at)
      select ${id("house", "o")}, 'House ' || o, 'ionos_se', 'Europe/Berlin', case when o % 2 = 0 then 'en' else 'de' end, ${years} from ${each}`,
    `insert into organisation_level (organisation_id, level_code, during, recorded_at)
      select ${id("house", "o")}, 'distributor', daterange((${years})::date, null), ${years} from ${each}`,
    `insert into person (id, full_name, email, language, created_at)
      select ${id("candidate", "p")}, 'Person ' || p, 'person' || p || '@example.org', case when p % 2 = 0 then 'en' else 'de' end, ${years}
      from generate_series(1, ${candidates}) as p
      union all select ${id("head", "o")}, 'Head ' || o, 'head' || o || '@example.org', 'en', ${years} from ${each}
      union all select ${id("staff", "s")}, 'Staff ' || s, 'staff' || s || '@example.org', 'de', ${years} from generate_series(1, 3) as s`,
    `insert into membership (person_id, organisation_id, during, administrator, recorded_at)
      select ${id("candidate", "p")}, ${id("house", `(1 + (p - 1) / ${peopleEach})`)}, daterange((${years})::date, null), true, ${years}
      from generate_series(1, ${candidates}) as p
      union all select ${id("head", "o")}, ${id("house", "o")}, daterange((${years})::date, null), false, ${years} from ${each}`,
    `insert into role_assignment (person_id, role, organisation_id, recorded_at)
      select ${id("head", "o")}, 'partner_admin', ${id("house", "o")}, ${years} from ${each}
      union all select ${id("staff", "s")}, 'portal_admin', null, ${years} from generate_series(1, 3) as s`,
  ];
}

function training({ candidates }: ExamHallSize): string[] {
  const session = id("training", "'session'");
  const part = id("training", "'part'");
  return [
    `insert into training_session (id, course_code, trainer_id, language, link, time_zone, capacity, enrolment_closes_at, currency, state, created_at)
      select ${session}, code, ${id("staff", "'1'")}, 'en', 'https://example.org/training', 'Europe/Berlin', 500, now() - interval '40 days', 'EUR', 'scheduled', ${years}
      from course where kind = 'second_level'`,
    `insert into training_part (id, training_session_id, ordinal, during, trainer_id)
      values (${part}, ${session}, 1, tstzrange(now() - interval '30 days', now() - interval '30 days' + interval '4 hours'), ${id("staff", "'1'")})`,
    `insert into enrolment (id, training_session_id, person_id, organisation_id, state, queued_at, state_since)
      select ${id("enrolment", "p")}, ${session}, ${id("candidate", "p")}, ${id("house", `(1 + (p - 1) / ${peopleEach})`)}, 'enrolled', ${years}, ${years}
      from generate_series(1, ${candidates}) as p`,
    `insert into attendance (enrolment_id, training_part_id, mark, recorded_at)
      select ${id("enrolment", "p")}, ${part}, 'present', now() - interval '29 days' from generate_series(1, ${candidates}) as p`,
  ];
}

/** The delivered items again and again under other names, until there are as many as asked for; enemies stay enemies of their own kind. */
function bank({ items }: ExamHallSize): string[] {
  const copies = `
    select item.id as item_id, code || '-' || n as code, item.section, enemy_group || '-' || n as enemy_group, ${id("copy", "code || ' ' || n")} as id
    from item cross join generate_series(1, 100) as n
    where pool = 'certification' and withdrawn_at is null
    order by n, code limit greatest(0, ${items} - (select count(*) from item where pool = 'certification'))`;
  return [
    `create temporary table copied as ${copies}`,
    `insert into item (id, code, pool, section, enemy_group, created_at)
      select id, code, 'certification', section, enemy_group, ${years} from copied`,
    `insert into item_version (id, item_id, version, status, kind, clauses, points, content, difficulty_guess, recorded_at)
      select copied.id, copied.id, 1, 'active', kind, clauses, points, content, difficulty_guess, ${years}
      from copied join item_version as original on original.item_id = copied.item_id and original.status = 'active'`,
    "drop table copied",
  ];
}

/**
 * Five attempts of each of as many other people, every place of a form drawn at random from the whole bank; the fifth is passed. With certificates and
 * notices: on tables that are found empty the embedded database plans to read all of them, and sticks to it until the next day's tidying.
 */
function past({ earlier, items }: ExamHallSize): string[] {
  const attempts = `generate_series(1, ${earlier}) as a`;
  const person = id("alumna", "((a + 4) / 5)");
  return [
    `insert into person (id, full_name, email, language, created_at)
      select distinct ${person}, 'Alumna ' || (a + 4) / 5, 'alumna' || (a + 4) / 5 || '@example.org', 'en', ${years} from ${attempts}`,
    `insert into attempt (id, person_id, organisation_id, programme_version_id, ordinal, seed, started_at, deadline_at, finished_at, finished_by,
        graded_at, score_percent, passed, result)
      select ${id("attempt", "a")}, ${person}, ${id("house", "'1'")}, version.id, 1 + (a - 1) % 5, 'seed', began, began + interval '45 minutes',
        began + interval '30 minutes', 'candidate', began + interval '30 minutes', case when a % 5 = 0 then 90 else 40 end, a % 5 = 0, '{"sections": []}'
      from ${attempts}
      cross join lateral (select ${years} + a * interval '1 minute' as began) as time
      cross join (select id from programme_version where programme_code = '${secondLevelAdministrator.code}' limit 1) as version`,
    `insert into certificate (id, number, programme_code, person_id, organisation_id, attempt_id, validity, anchor_on, term, renewal_window_days,
        policy_version, holder_name, organisation_name, language, issued_on, issued_at)
      select id, 'PCP-' || id, '${secondLevelAdministrator.code}', person_id, organisation_id, id, daterange(day, (day + interval '1 year')::date), day, 1,
        ${policy.renewalWindowDays}, ${policy.version}, 'Alumna', 'House 1', 'en', day, finished_at
      from attempt cross join lateral (select finished_at::date as day) as passed_on where passed`,
    // Issued long ago: no job makes their documents while the others sit.
    `insert into certificate_document (certificate_id, sha256, bytes, frozen_at)
      select id, encode(sha256(id::text::bytea), 'hex'), id::text::bytea, issued_at from certificate`,
    `insert into notice (kind, subject_id, cycle, stage, recipient_id, organisation_id, facts, decided_at)
      select case when passed then 'exam_passed' else 'exam_not_passed' end, id, 'earlier', 'now', person_id, organisation_id, '{}', finished_at from attempt`,
    `insert into outbox_message (notice_id, template, recipient_id, facts, message_id, state, next_try_at, sent_at, created_at)
      select id, kind, recipient_id, facts, id::text, 'sent', decided_at, decided_at, decided_at from notice`,
    `create temporary table numbered as
      select item_version.id, row_number() over (order by item_version.id) - 1 as n
      from item_version join item on item.id = item_id where pool = 'certification' and status = 'active'`,
    `insert into attempt_item (attempt_id, ordinal, item_version_id, seed, points)
      select ${id("attempt", "a")}, k, numbered.id, 'seed', 0
      from ${attempts} cross join generate_series(1, ${places}) as k
      join numbered on n = abs(hashtext('drawn ' || a || ' ' || k) % ${items})`,
    "drop table numbered",
  ];
}
