import { afterAll, beforeAll, expect, it } from "vitest";
import { verifyChain } from "~/audit/verify-chain.server";
import { handInExam } from "~/eligibility/hand-in-exam.server";
import { connect } from "~/platform/database/connect";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { anAttempt, answerRightly, examMorning, trainedPartner } from "../factories/examination";
import { testDatabase, testServerDatabase } from "../set-up/database";

const engineers = 12;

/** Everybody sits; every third passes. */
async function roomFullOfPeople({ db }: Database) {
  const { engineerIds } = await trainedPartner(db, { engineers });
  const sitters: { attemptId: string; personId: string }[] = [];
  for (const [index, personId] of engineerIds.entries()) {
    const { attemptId } = await anAttempt(db, personId, examMorning, `form ${index}`);
    if (index % 3 === 0) await answerRightly(db, { attemptId, personId }, examMorning);
    sitters.push({ attemptId, personId });
  }
  return sitters;
}

type Sitter = Awaited<ReturnType<typeof roomFullOfPeople>>[number];

const handIn = ({ db }: Database, { attemptId, personId }: Sitter, index: number) =>
  handInExam(
    db,
    { attemptId, by: "candidate", personId },
    new Date(examMorning.getTime() + (60 + index) * 1000),
    seededRandom(`hand in ${index}`),
  );

/** All that hand-ins leave, but for ids and forms, which differ from one database to another, and the order in which they came. */
async function leftIn({ pool }: Database) {
  const of = async (statement: string) => (await pool.query(statement)).rows;
  return {
    results: await of(`select full_name, finished_at, finished_by, graded_at, passed, score_percent,
        (select count(points)::int from attempt_item where attempt_id = attempt.id) as graded
      from attempt join person on person.id = person_id order by full_name`),
    certificates: await of("select number, holder_name, validity::text, issued_at from certificate order by number"),
    notices:
      await of(`select kind, stage, told.full_name as told, facts ->> 'personName' as about, facts - array(select jsonb_object_keys(facts) as key
        intersect select unnest(array['personId', 'organisationId', 'attemptId', 'certificateId'])) as facts
      from notice join person as told on told.id = recipient_id
      where decided_at > '${examMorning.toISOString()}' order by kind, told, about`),
    mails: await of("select template, count(*)::int from outbox_message group by 1 order by 1"),
    events: await of(`select action, after - 'personId' - 'attemptId' as after
      from audit_event where at > '${examMorning.toISOString()}' order by action, after::text`),
  };
}

let apart: Database;
let database: Awaited<ReturnType<typeof testServerDatabase>>;
/** As another server has it. */
let elsewhere: Database;

beforeAll(async () => {
  [apart, database] = await Promise.all([testDatabase(), testServerDatabase()]);
  elsewhere = await connect({ databaseUrl: database.url });
});
afterAll(async () => {
  await elsewhere.close();
  await Promise.all([apart.close(), database.close()]);
});

it("a room that hands in at once, on two servers, comes to what it comes to one by one", async () => {
  for (const [index, sitter] of (await roomFullOfPeople(apart)).entries()) await handIn(apart, sitter, index);
  const sitters = await roomFullOfPeople(database);
  const transactions = await transactionsOf(database, () =>
    Promise.all(sitters.map((sitter, index) => handIn(index < engineers / 2 ? database : elsewhere, sitter, index))),
  );
  const [oneByOne, together] = [await leftIn(apart), await leftIn(database)];
  expect(oneByOne.certificates).toHaveLength(engineers / 3);
  expect(together).toEqual(oneByOne);
  expect(await verifyChain(database.db)).toMatchObject({ whole: true });
  // The first of each server by itself, the others together.
  expect(transactions).toBe(4);
});

it("whoever hands in somebody else's attempt is refused, and nobody with them", async () => {
  const room = await testDatabase();
  try {
    const sitters = await roomFullOfPeople(room);
    const stranger = { attemptId: sitters[1]?.attemptId ?? "", personId: sitters[5]?.personId ?? "" };
    const asked = sitters.map((sitter, index) => (index === 1 ? stranger : sitter));
    const outcomes = await Promise.allSettled(asked.map((sitter, index) => handIn(room, sitter, index)));
    expect(outcomes.map((one) => (one.status === "rejected" ? one.reason.code : one.value.outcome))).toEqual(
      sitters.map((_, index) => (index === 1 ? "not_found" : "finished")),
    );
    const { results } = await leftIn(room);
    expect(results.filter((result) => result.finished_at === null)).toHaveLength(1);
  } finally {
    await room.close();
  }
});

/** In how many transactions `work` wrote results. */
async function transactionsOf({ pool }: Database, work: () => Promise<unknown>): Promise<number> {
  await work();
  const { rows } = await pool.query<{ count: number }>(
    "select count(distinct xmin::text)::int as count from attempt where finished_at is not null",
  );
  return rows[0]?.count ?? 0;
}
