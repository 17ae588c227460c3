import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { updateAsFinished, updateAsHandedIn } from "~/examination/attempt-write-queries.server";
import { secondLevelAdministrator } from "~/examination/blueprint";
import type { AttemptResult } from "~/examination/grade-attempt";
import { updateResults } from "~/examination/regrade/regrade-queries.server";
import { type Database, inTransaction, type Trx } from "~/platform/database/handle";
import { integerBelow, type Random } from "~/platform/random";

const places = 4;
const versions = 9;
const words = { en: "Which one?", de: "Welche?" };

/** The item version of that number, from 0 on. It is worth 1 to 3 points. */
const itemVersion = (number: number) => sql<string>`md5('item ' || ${number}::integer)::uuid`;
const pointsOf = (number: number) => 1 + (number % 3);

/**
 * A bank of nine items and two versions of the programme, without the workflows that make them: attempts on it are cheap, and their results hold
 * what the statistics read.
 */
export async function aSmallBank({ db }: Database): Promise<void> {
  const { code, blueprint, cutScorePercent, durationMinutes } = secondLevelAdministrator;
  await sql`insert into organisation (id, name, contracting_entity, time_zone, language, created_at)
    values (md5('organisation')::uuid, 'Bank', 'ionos_se', 'Europe/Berlin', 'en', '2020-01-01')`.execute(db);
  await sql`insert into certification_programme values (${code}, 'Administrator', 'Administrator') on conflict do nothing`.execute(
    db,
  );
  for (const version of [901, 902]) {
    await sql`insert into programme_version (id, programme_code, version, blueprint, cut_score_percent, duration_minutes, requires_training, active_from)
      values (md5('programme ' || ${version}::integer)::uuid, ${code}, ${version}, ${JSON.stringify(blueprint)}::jsonb, ${cutScorePercent},
        ${durationMinutes}, true, '2020-01-01')`.execute(db);
  }
  for (let number = 0; number < versions; number += 1) {
    const content = {
      kind: "single_choice",
      stem: words,
      exhibits: [],
      rationale: words,
      options: [
        { id: "a", text: words },
        { id: "b", text: words },
      ],
      key: { optionIds: ["a"] },
    };
    await sql`insert into item (id, code, pool, section, created_at)
      values (${itemVersion(number)}, ${`small-${number}`}, 'certification', 'storage', '2020-01-01')`.execute(db);
    await sql`insert into item_version (id, item_id, version, status, kind, clauses, points, content, recorded_at)
      values (${itemVersion(number)}, ${itemVersion(number)}, 1, 'active', 'single_choice', '{}', ${pointsOf(number)}, ${JSON.stringify(content)}::jsonb, '2020-01-01')`.execute(
      db,
    );
  }
}

/** What somebody may give: one option, several, none of several, a number, a number without its unit, an order; or nothing. */
const responses = [
  { kind: "single_choice", optionId: "a" },
  { kind: "single_choice", optionId: "b" },
  { kind: "multiple_choice", optionIds: ["a", "b"] },
  { kind: "multiple_choice", optionIds: [] },
  { kind: "numeric", value: 3, unit: "MB/s" },
  { kind: "numeric", value: 3, unit: null },
  { kind: "ordering", entryIds: ["x", "y"] },
  null,
];

/** An attempt with every answer given, not handed in yet. */
export async function anOpenAttempt({ db }: Database, random: Random, startedAt: Date): Promise<string> {
  const id = randomUUID();
  const first = integerBelow(random, versions);
  await sql`insert into person (id, full_name, email, language, created_at)
    values (${id}::uuid, 'Somebody', ${`${id}@example.org`}, 'en', '2020-01-01')`.execute(db);
  await sql`insert into attempt (id, person_id, organisation_id, programme_version_id, ordinal, seed, started_at, deadline_at)
    values (${id}::uuid, ${id}::uuid, md5('organisation')::uuid, md5('programme ' || ${901 + integerBelow(random, 2)}::integer)::uuid, 1, 'seed', ${startedAt},
      ${new Date(startedAt.getTime() + 7_200_000)})`.execute(db);
  for (let ordinal = 1; ordinal <= places; ordinal += 1) {
    const response = responses[integerBelow(random, responses.length)] ?? null;
    await sql`insert into attempt_item (attempt_id, ordinal, item_version_id, seed, response)
      values (${id}::uuid, ${ordinal}, ${itemVersion((first + 2 * ordinal) % versions)}, 'seed', ${response && JSON.stringify(response)}::jsonb)`.execute(
      db,
    );
  }
  return id;
}

const spent = (random: Random) =>
  Array.from({ length: places }, () => [null, 5, 119, 120, 125, 601, 9_000][integerBelow(random, 7)] ?? null);

/** Closes it as a hand-in does whose result waits for people. */
export const handIn = ({ db }: Database, random: Random, attemptId: string, finishedAt: Date): Promise<void> =>
  inTransaction(db, (trx) =>
    updateAsHandedIn(trx, attemptId, { finishedAt, finishedBy: "candidate", spentSeconds: spent(random) }),
  );

/** Gives it points by chance, and the result that follows, as hand-in and marking do. */
export async function grade(
  trx: Trx,
  random: Random,
  attemptId: string,
  finishedAt: Date,
  gradedAt: Date,
): Promise<void> {
  const items = await itemsOf(trx, attemptId);
  const points = items.map((item) => Math.round((1000 * item.maxPoints * integerBelow(random, 4)) / 3) / 1000);
  const result = resultWith(items.map((item, index) => ({ ...item, points: points[index] ?? 0 })));
  const finish = {
    finishedAt,
    finishedBy: "candidate" as const,
    gradedAt,
    points,
    spentSeconds: spent(random),
    result,
  };
  await updateAsFinished(trx, attemptId, finish);
}

interface Item {
  readonly ordinal: number;
  readonly points: number | null;
  readonly maxPoints: number;
}

async function itemsOf(trx: Trx, attemptId: string): Promise<Item[]> {
  const { rows } = await sql<Item>`
    select ordinal, attempt_item.points, item_version.points as max_points
    from attempt_item join item_version on item_version.id = item_version_id where attempt_id = ${attemptId}::uuid order by ordinal`.execute(
    trx,
  );
  return rows;
}

function resultWith(items: readonly Item[]): AttemptResult {
  const counted = items.filter(({ points }) => points !== null);
  const points = counted.reduce((sum, item) => sum + (item.points ?? 0), 0);
  const maxPoints = counted.reduce((sum, item) => sum + item.maxPoints, 0);
  const percent = maxPoints > 0 ? Math.floor((10_000 * points) / maxPoints) / 100 : 0;
  const section = { section: "storage" as const, points, maxPoints, percent, minimumPercent: null, met: true };
  return { scorePercent: percent, passed: percent >= 70, cutScorePercent: 70, sections: [section] };
}

/** Gives one item other points in every graded attempt that has it (all, none or left out), as a regrade and its undoing do. How many it touched. */
export async function regradeItem(
  { db }: Database,
  random: Random,
  treatment: "full" | "nothing" | "left_out",
  now: Date,
): Promise<number> {
  const number = integerBelow(random, versions);
  return inTransaction(db, async (trx) => {
    const { rows } = await sql<{ id: string }>`select attempt.id from attempt where graded_at is not null
      and id in (select attempt_id from attempt_item where item_version_id = ${itemVersion(number)}) order by id for no key update`.execute(
      trx,
    );
    const results = [];
    for (const { id: attemptId } of rows) {
      const { rows: places } = await sql<{ ordinal: number }>`select ordinal from attempt_item
        where attempt_id = ${attemptId}::uuid and item_version_id = ${itemVersion(number)}`.execute(trx);
      const ordinal = places[0]?.ordinal ?? 0;
      const points = treatment === "left_out" ? null : treatment === "full" ? pointsOf(number) : 0;
      const items = (await itemsOf(trx, attemptId)).map((item) =>
        item.ordinal === ordinal ? { ...item, points } : item,
      );
      results.push({ attemptId, ordinal, points, result: resultWith(items) });
    }
    if (results.length > 0) await updateResults(trx, results, now);
    return results.length;
  });
}
