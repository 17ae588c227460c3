import { describe, expect, it } from "vitest";
import { assessStanding } from "~/eligibility/standing";
import { type StandingQuestion, type StandingRow, selectStandings } from "~/eligibility/standing-queries.server";
import { addDays, type Day, dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { Database } from "~/platform/database/handle";
import { aHistory, dice, type History } from "../factories/histories";
import { factsOf } from "../factories/history-facts";
import { storeHistories } from "../factories/stored-histories";
import { breadth } from "../set-up/breadth";
import { testDatabase, testServerDatabase } from "../set-up/database";

/** Organisations in all; two to a history, as people move between them. */
const organisations = breadth(1_500, 100_000);
const batch = 500;

/** What the rule says, in the shape of the statement's row. */
function ruleSays(history: History, organisationId: string, day: Day, knownAt: Date | undefined): StandingRow {
  const standing = assessStanding(factsOf(history, organisationId, knownAt), day, policy);
  const fall = standing.runway ?? standing.fallen;
  return {
    organisationId,
    day,
    status: standing.status,
    count: standing.count,
    obligedSince: standing.obligedSince,
    reached: standing.metSince !== null || standing.fallen !== null,
    fallsOn: fall?.day ?? null,
    countThen: fall?.count ?? null,
    causes: fall?.causes ?? [],
  };
}

/** Days and instants within the histories and after them, and today in each zone. */
function questions(seed: number): StandingQuestion[] {
  const draw = dice(seed);
  const day = () => addDays("2025-01-01", draw(1_100));
  const instant = () => new Date(Date.UTC(2025, 0, 1 + draw(900), draw(24)));
  return [
    { on: day(), now: instant() },
    { now: instant() },
    { on: day(), now: instant(), horizonDays: 120 },
    { now: instant(), horizonDays: 120 },
    { on: day(), now: instant() },
    { on: day(), now: instant(), knownAt: instant() },
    { now: instant(), knownAt: instant() },
  ];
}

const inOrder = (rows: readonly StandingRow[]) =>
  rows.toSorted((one, other) => (one.organisationId < other.organisationId ? -1 : 1));

async function compare(
  database: Database,
  firstSeed: number,
  count: number,
  tally: Map<string, number>,
): Promise<void> {
  const histories = Array.from({ length: count / 2 }, (_, index) => aHistory(firstSeed + index));
  await storeHistories(database, histories);
  // As a database in use has them long since: without statistics each question of thousands takes five times as long.
  await database.pool.query("analyze");
  const all = histories.flatMap((history, index) =>
    history.organisations.map(({ organisationId, timeZone }) => ({
      history,
      organisationId,
      timeZone,
      seed: firstSeed + index,
    })),
  );
  const organisationIds = all.map(({ organisationId }) => organisationId);
  for (const question of questions(firstSeed)) {
    const rows = await selectStandings(database.db, { ...question, organisationIds }, policy);
    // Who asks of everybody is answered from the profiles.
    const ofAll = await selectStandings(database.db, question, policy);
    expect(inOrder(ofAll)).toEqual(inOrder(rows));
    const statementSays = new Map(rows.map((row) => [row.organisationId, row]));
    for (const { history, organisationId, timeZone, seed } of all) {
      const day = question.on ?? dayIn(timeZone, question.now);
      const rule = ruleSays(history, organisationId, day, question.knownAt);
      const far =
        question.horizonDays !== undefined &&
        rule.status === "met" &&
        rule.fallsOn !== null &&
        rule.fallsOn > addDays(day, question.horizonDays);
      const expected = far ? { ...rule, fallsOn: null, countThen: null, causes: [] } : rule;
      expect(statementSays.get(organisationId), `history of seed ${seed}, asked ${JSON.stringify(question)}`).toEqual(
        expected,
      );
      for (const what of [rule.status, ...rule.causes.map(({ kind }) => kind)])
        tally.set(what, (tally.get(what) ?? 0) + 1);
    }
  }
}

describe.each([
  ["the embedded database", testDatabase, 1],
  ["a server", testServerDatabase, 1_000_000],
])("rule and statement over random histories on %s", (_name, open, firstSeed) => {
  it(
    `agree for ${organisations / 2} organisations on any day, as known at any time`,
    async () => {
      const tally = new Map<string, number>();
      for (let done = 0; done < organisations / 2; done += batch) {
        const database = await open();
        try {
          await compare(database, firstSeed + done, Math.min(batch, organisations / 2 - done), tally);
        } finally {
          await database.close();
        }
      }
      const rare = ["not_applicable", "in_preparation", "met", "at_risk", "not_met"];
      const causes = ["certificate_ends", "suspension_begins", "revocation", "membership_ends", "administrator_ends"];
      for (const what of [...rare, ...causes]) expect(tally.get(what) ?? 0, what).toBeGreaterThan(organisations / 200);
      process.stdout.write(`${JSON.stringify(Object.fromEntries(tally))}\n`);
    },
    organisations * 100,
  );
});
