import { secondLevelAdministrator } from "~/examination/blueprint";
import { sections } from "~/examination/section-names";
import type { Database } from "~/platform/database/handle";

export interface ExamWorldSize {
  readonly attempts: number;
  /** Places in a form; the bank has ten items for each. */
  readonly places: number;
}

const words = { en: "Which one?", de: "Welche?" };
const shared = { stem: words, exhibits: [], rationale: words };
const options = ["a", "b", "c", "d"].map((id) => ({ id, text: id }));
const contents = [
  { kind: "single_choice", ...shared, options, key: { optionIds: ["a"] } },
  { kind: "multiple_choice", ...shared, options, key: { optionIds: ["a", "b"] } },
  { kind: "numeric", ...shared, units: ["MB/s"], key: { answers: [{ unit: "MB/s", value: 200, tolerance: 1 }] } },
] as const;

const days = 1_096;

export const itemVersion = (number: number): string => `md5('bench item ${number}')::uuid`;

/**
 * Graded attempts of as many people, written by set-based statements: every place of a form has one of ten items, half of them single choice. Stronger
 * candidates answer more of them rightly; times run from 20 s to 5 min. They lie in the order in which they were sat, over three years in which twice as many a day came to
 * be: a tenth of them is of the last three months.
 */
export async function fillExams({ pool }: Database, { attempts, places }: ExamWorldSize): Promise<void> {
  const client = await pool.connect();
  const fill = async (statement: string) => void (await client.query(statement));
  const { code, blueprint, cutScorePercent, durationMinutes } = secondLevelAdministrator;
  const chance = (what: string, bound: number) => `abs(hashtext(${what}) % ${bound})`;
  const names = sections.map((section) => `'${section}'`).join(", ");
  try {
    await fill("set statement_timeout = 0");
    await fill("set session_replication_role = replica");
    await fill(`insert into certification_programme values ('${code}', 'Administrator', 'Administrator')`);
    await fill(`insert into programme_version (id, programme_code, version, blueprint, cut_score_percent, duration_minutes, requires_training, active_from)
      values (md5('version')::uuid, '${code}', 1, '${JSON.stringify(blueprint)}', ${cutScorePercent}, ${durationMinutes}, true, '2020-01-01')`);
    await fill(`insert into organisation (id, name, contracting_entity, time_zone, language, created_at)
      values (md5('organisation')::uuid, 'Bench', 'ionos_se', 'Europe/Berlin', 'en', '2020-01-01')`);
    await fill(`insert into person (id, full_name, email, language, created_at)
      select md5('person ' || p)::uuid, 'Person ' || p, 'person' || p || '@example.org', 'en', '2020-01-01' from generate_series(1, ${attempts}) as p`);
    await fill(`insert into item (id, code, pool, section, created_at)
      select md5('bench item ' || i)::uuid, 'bench-' || i, 'certification', (array[${names}])[1 + (i / 10) % ${sections.length}], '2020-01-01'
      from generate_series(0, ${places * 10 - 1}) as i`);
    for (const [index, content] of contents.entries()) {
      const mine = index === 0 ? "i % 4 < 2" : `i % 4 = ${index + 1}`;
      await fill(`insert into item_version (id, item_id, version, status, kind, clauses, points, content, recorded_at)
        select md5('bench item ' || i)::uuid, md5('bench item ' || i)::uuid, 1, 'active', '${content.kind}', '{}', 1 + i % 3,
          '${JSON.stringify(content)}', '2020-01-01' from generate_series(0, ${places * 10 - 1}) as i where ${mine}`);
    }
    await fill(`create temporary table seat as
      select a, k, 10 * (k - 1) + ${chance("a || ' item ' || k", 10)} as i, ${chance("a || ' points ' || k", 100)} < 30 + ${chance("a::text", 60)} as knows,
        20 + ${chance("a || ' time ' || k", 280)} as seconds
      from generate_series(1, ${attempts}) as a, generate_series(1, ${places}) as k`);
    await fill(`insert into attempt_item (attempt_id, ordinal, item_version_id, seed, response, response_sequence, responded_at, points, spent_seconds)
      select md5('attempt ' || a)::uuid, k, md5('bench item ' || i)::uuid, 'seed',
        case when i % 4 < 2 then jsonb_build_object('kind', 'single_choice', 'optionId', case when knows then 'a' else (array['b', 'c', 'd'])[1 + seconds % 3] end)
          when i % 4 = 2 then jsonb_build_object('kind', 'multiple_choice', 'optionIds', case when knows then '["a", "b"]'::jsonb else jsonb_build_array('a', (array['c', 'd'])[1 + seconds % 2]) end)
          else jsonb_build_object('kind', 'numeric', 'value', case when knows then 200 else seconds end, 'unit', 'MB/s') end,
        k, timestamptz '2026-01-01' + seconds * interval '1 second', case when knows then 1 + i % 3 else 0 end, seconds
      from seat order by a, k`);
    await fill(`insert into attempt (id, person_id, organisation_id, programme_version_id, ordinal, seed, started_at, deadline_at, finished_at,
        finished_by, graded_at, score_percent, passed, result)
      select md5('attempt ' || a)::uuid, md5('person ' || a)::uuid, md5('organisation')::uuid, md5('version')::uuid, 1, 'seed', began, began + interval '2 hours',
        began + interval '1 hour', 'candidate', began + interval '1 hour', score, score >= ${cutScorePercent},
        jsonb_build_object('scorePercent', score, 'passed', score >= ${cutScorePercent}, 'cutScorePercent', ${cutScorePercent}, 'sections', parts)
      from (
        select a, round(100.0 * sum(points) / sum(max_points), 2) as score,
          timestamptz '2026-11-24' - (2 - sqrt(1 + 3.0 * a / ${attempts})) * interval '${days} days' as began,
          jsonb_agg(jsonb_build_object('section', section, 'points', points, 'maxPoints', max_points, 'percent', round(100.0 * points / max_points, 2),
            'minimumPercent', null, 'met', true)) as parts
        from (
          select a, (array[${names}])[1 + (i / 10) % ${sections.length}] as section, sum(case when knows then 1 + i % 3 else 0 end) as points, sum(1 + i % 3) as max_points
          from seat group by a, section
        ) as part group by a
      ) as scored`);
    await fill("drop table seat");
    await fill("set session_replication_role = default");
    await fill("vacuum analyze");
  } finally {
    client.release();
  }
}
