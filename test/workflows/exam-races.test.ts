import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyChain } from "~/audit/verify-chain.server";
import { handInExam } from "~/eligibility/hand-in-exam.server";
import { selectAnswers } from "~/examination/answer-queries.server";
import { selectAttempt } from "~/examination/attempt-queries.server";
import { gradeAnswers, readToGrade } from "~/examination/finish-attempt.server";
import { selectTakeOvers } from "~/examination/integrity-queries.server";
import { selectProgrammeVersion } from "~/examination/programme-queries.server";
import { saveAnswer, takeOverAttempt } from "~/examination/save-answer.server";
import { connect } from "~/platform/database/connect";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import {
  anAttempt,
  answerRightly,
  byCandidate,
  examMorning,
  rightAnswers,
  trainedPartner,
} from "../factories/examination";
import { testServerDatabase } from "../set-up/database";

let database: Database;
/** As another server has it. */
let elsewhere: Database;
let candidates: string[];

beforeAll(async () => {
  const opened = await testServerDatabase();
  database = opened;
  elsewhere = await connect({ databaseUrl: opened.url });
  candidates = (await trainedPartner(database.db, { engineers: 14 })).engineerIds;
});
afterAll(async () => {
  await elsewhere.close();
  await database.close();
});

function nextCandidate(): string {
  const personId = candidates.pop();
  if (!personId) throw new Error("more engineers are needed");
  return personId;
}

/** What the hand-in counted, whether the result stands or waits for markers. */
async function scoreAtHandIn(attemptId: string): Promise<number | null> {
  const { scorePercent } = await database.db
    .selectFrom("attempt")
    .leftJoin("markingCase", "markingCase.attemptId", "attempt.id")
    .select((eb) => eb.fn.coalesce("attempt.scorePercent", "markingCase.scorePercent").as("scorePercent"))
    .where("attempt.id", "=", attemptId)
    .executeTakeFirstOrThrow();
  return scorePercent;
}

const handIn = async (attemptId: string, seconds: number, { db } = database) =>
  handInExam(
    db,
    await byCandidate(database.db, attemptId),
    new Date(examMorning.getTime() + seconds * 1000),
    seededRandom(`${attemptId} ${seconds}`),
  );

describe("at the same moment", () => {
  it("eight starts of one person make one attempt, and everybody else is led to it", async () => {
    const personId = nextCandidate();
    const starts = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => anAttempt(database.db, personId, examMorning, `start ${index}`)),
    );
    const started = starts.flatMap((start) => (start.status === "fulfilled" ? [start.value.attemptId] : []));
    const refused = starts.flatMap((start) => (start.status === "rejected" ? [start.reason] : []));
    expect(started).toHaveLength(1);
    expect(refused.map(({ code, facts }) => [code, facts.attemptId])).toEqual(
      Array.from({ length: 7 }, () => ["attempt_active", started[0]]),
    );
  });

  it("windows that take over do so one after the other, each in a turn of its own", async () => {
    const personId = nextCandidate();
    const { attemptId } = await anAttempt(database.db, personId);
    const take = (clientId: string) =>
      takeOverAttempt(database.db, { attemptId, personId, clientId }, examMorning).then(({ turn }) => turn);
    await take("first");
    const turns = await Promise.all(Array.from({ length: 20 }, (_, index) => take(`window ${index}`)));
    const inOrder = Array.from({ length: 20 }, (_, index) => index + 1);
    expect(turns.toSorted((a, b) => a - b)).toEqual(inOrder);
    const noted = await selectTakeOvers(database.db, attemptId);
    expect(noted.map(({ turn }) => turn)).toEqual(inOrder);
    // Each took over from the one before.
    expect(noted.map(({ fromClient }) => fromClient)).toEqual([
      "first",
      ...noted.slice(0, -1).map(({ toClient }) => toClient),
    ]);
  });

  it("six hand-ins on two servers give one result, one certificate and one audit event", async () => {
    const personId = nextCandidate();
    const { attemptId } = await anAttempt(database.db, personId);
    await answerRightly(database.db, { attemptId, personId }, examMorning);
    const outcomes = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((seconds) => handIn(attemptId, seconds, seconds % 2 ? database : elsewhere)),
    );
    expect(outcomes.filter(({ outcome }) => outcome === "finished")).toHaveLength(1);
    expect(new Set(outcomes.map(({ finishedAt }) => finishedAt.getTime())).size).toBe(1);
    const count = async (table: "certificate" | "auditEvent") =>
      database.db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .where(table === "certificate" ? "certificate.attemptId" : "auditEvent.subjectId", "=", attemptId)
        .executeTakeFirstOrThrow();
    expect([await count("certificate"), await count("auditEvent")]).toEqual([{ count: 1 }, { count: 2 }]);
    expect(await verifyChain(database.db)).toMatchObject({ whole: true });
  });

  it("an answer is acknowledged and graded, or refused: never acknowledged and left out", async () => {
    for (let round = 0; round < 10; round += 1) {
      const personId = nextCandidate();
      const { attemptId } = await anAttempt(database.db, personId);
      const answers = await rightAnswers(database.db, attemptId);
      const saves = answers.map(
        (given, index) => () =>
          saveAnswer(
            database.db,
            {
              attemptId,
              personId,
              ordinal: index + 1,
              clientId: "browser",
              sequence: index + 1,
              given,
              agoMs: 0,
              flagged: false,
            },
            examMorning,
          ),
      );
      const early = saves.slice(0, 6).map((save) => save());
      const handedIn = handIn(attemptId, 1);
      const late = saves.slice(6).map((save) => save());
      const acknowledged = (await Promise.all([...early, ...late])).map(({ outcome }) => outcome === "saved");
      await handedIn;
      const stored = await selectAnswers(database.db, attemptId);
      expect(stored.map(({ response }) => response !== null)).toEqual(acknowledged);
      const attempt = await selectAttempt(database.db, attemptId);
      const counted = await database.db.transaction().execute(async (trx) => {
        const programme = await selectProgrammeVersion(trx, attempt.programmeVersionId);
        return gradeAnswers(attempt, programme, await readToGrade(trx, attemptId));
      });
      expect(await scoreAtHandIn(attemptId)).toBe(counted.result.scorePercent);
      expect(counted.points.map((points) => (points ?? 0) > 0)).toEqual(acknowledged);
      // Close to the cut score a result waits for markers, and no item has its points yet.
      expect(attempt.gradedAt === null).toBe(counted.need !== null);
      if (!attempt.gradedAt) continue;
      const graded = await database.db
        .selectFrom("attemptItem")
        .innerJoin("itemVersion", "itemVersion.id", "itemVersionId")
        .select(["attemptItem.points", "itemVersion.points as full"])
        .where("attemptId", "=", attemptId)
        .orderBy("ordinal")
        .execute();
      expect(graded.map(({ points, full }) => points === full)).toEqual(acknowledged);
      const points = (attempt.result?.sections ?? []).reduce((sum, section) => sum + section.points, 0);
      expect(points).toBeCloseTo(graded.reduce((sum, item) => sum + (item.points ?? 0), 0));
    }
  });

  it("twenty saves of one item in any order leave the last one given", async () => {
    const personId = nextCandidate();
    const { attemptId } = await anAttempt(database.db, personId);
    const [given] = await rightAnswers(database.db, attemptId);
    const order = [7, 20, 3, 19, 1, 12, 5, 18, 2, 17, 9, 16, 4, 15, 6, 14, 8, 13, 10, 11];
    const save = { attemptId, personId, ordinal: 1, clientId: "browser", given, agoMs: 0, language: "en" } as const;
    await Promise.all(
      order.map((sequence) => saveAnswer(database.db, { ...save, sequence, flagged: sequence === 20 }, examMorning)),
    );
    expect((await selectAnswers(database.db, attemptId))[0]).toMatchObject({ sequence: 20, flagged: true });
  });
});
