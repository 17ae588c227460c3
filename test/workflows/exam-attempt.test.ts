import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyChain } from "~/audit/verify-chain.server";
import { readExamAvailability } from "~/certification/begin-attempt.server";
import { acceptsAnswerAt } from "~/examination/attempt-policy";
import { isFinished, selectAttempt } from "~/examination/attempt-queries.server";
import { itemCountOf, secondLevelAdministrator } from "~/examination/blueprint";
import { selectOverdueAttempts } from "~/examination/finish-attempt.server";
import { readForm } from "~/examination/form-queries.server";
import { grantException } from "~/examination/grant-exception.server";
import { saveAnswer } from "~/examination/save-answer.server";
import type { Database } from "~/platform/database/handle";
import {
  anAttempt,
  answerRightly,
  examMorning,
  handedIn,
  rightAnswers,
  trainedPartner,
} from "../factories/examination";
import { aStaffMember } from "../factories/organisations";
import { aPartner } from "../factories/training";
import { testDatabase } from "../set-up/database";

let database: Database;
let partner: Awaited<ReturnType<typeof trainedPartner>>;
let examManager: string;
let candidates: string[];

beforeAll(async () => {
  database = await testDatabase();
  partner = await trainedPartner(database.db, { engineers: 16 });
  candidates = [...partner.engineerIds];
  examManager = await aStaffMember(database.db, "Emma", "exam_manager");
});
afterAll(() => database.close());

const later = (seconds: number, from: Date = examMorning) => new Date(from.getTime() + seconds * 1000);
const finish = (attemptId: string, by: "candidate" | "deadline", now: Date) =>
  handedIn(database.db, attemptId, now, by);

/** Somebody who has not sat the exam yet. */
function nextCandidate(): string {
  const personId = candidates.pop();
  if (!personId) throw new Error("more engineers are needed");
  return personId;
}

describe("starting", () => {
  it("draws a whole form, once, and sets the deadline by the server's clock", async () => {
    const personId = nextCandidate();
    const { attemptId, deadlineAt } = await anAttempt(database.db, personId);
    expect(deadlineAt).toEqual(later(secondLevelAdministrator.durationMinutes * 60));
    const form = await readForm(database.db, attemptId);
    expect(form).toHaveLength(itemCountOf(secondLevelAdministrator.blueprint));
    expect(new Set(form.map(({ itemVersionId }) => itemVersionId)).size).toBe(form.length);
    await expect(anAttempt(database.db, personId)).rejects.toMatchObject({
      code: "attempt_active",
      facts: { attemptId },
    });
  });

  it("is refused without the training, and the page says so", async () => {
    const untrained = await aPartner(database.db, examMorning, { name: "Neuland", engineers: 1 });
    const [personId = ""] = untrained.engineerIds;
    await expect(anAttempt(database.db, personId)).rejects.toMatchObject({
      code: "attempt_not_allowed",
      facts: { verdict: "training_missing" },
    });
    const { verdict } = await readExamAvailability(database.db, personId, examMorning);
    expect(verdict).toEqual({ verdict: "training_missing" });
  });

  it("prefers items that the person has not seen", async () => {
    const personId = nextCandidate();
    const first = await anAttempt(database.db, personId, examMorning, "first");
    await finish(first.attemptId, "candidate", later(60));
    const second = await anAttempt(database.db, personId, later(25 * 3600), "second");
    const seen = new Set((await readForm(database.db, first.attemptId)).map(({ itemVersionId }) => itemVersionId));
    const again = (await readForm(database.db, second.attemptId)).filter((item) => seen.has(item.itemVersionId));
    expect(again.length).toBeLessThan(seen.size / 2);
  });
});

describe("the deadline", () => {
  it("lets in what was given before it and arrives within the seconds of grace, as the rule says", async () => {
    const personId = nextCandidate();
    const { attemptId, deadlineAt } = await anAttempt(database.db, personId);
    const [given] = await rightAnswers(database.db, attemptId);
    let sequence = 0;
    for (const arrived of [-1, 0, 0.001, 7, 14.999, 15, 15.001, 60]) {
      for (const ago of [0, 0.001, 6, 8, 15, 15.002, 59, 61]) {
        const now = later(arrived, deadlineAt);
        const expected = acceptsAnswerAt({ deadlineAt, finishedAt: null }, later(-ago, now), now) ? "saved" : "late";
        sequence += 1;
        const answer = { attemptId, personId, ordinal: 1, clientId: "a", sequence, given, agoMs: ago * 1000 };
        const { outcome } = await saveAnswer(database.db, { ...answer, flagged: false }, now);
        expect({ arrived, ago, outcome }).toEqual({ arrived, ago, outcome: expected });
      }
    }
  });

  it("hands in what nobody handed in, once the seconds of grace are over and not before", async () => {
    const personId = nextCandidate();
    const { attemptId, deadlineAt } = await anAttempt(database.db, personId);
    await answerRightly(database.db, { attemptId, personId }, later(60));
    const overdue = async (now: Date) => (await selectOverdueAttempts(database.db, now)).map((row) => row.attemptId);
    expect(await overdue(later(14.999, deadlineAt))).not.toContain(attemptId);
    await expect(finish(attemptId, "deadline", later(14.999, deadlineAt))).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    expect(await overdue(later(15, deadlineAt))).toContain(attemptId);
    const outcome = await finish(attemptId, "deadline", later(3600, deadlineAt));
    expect(outcome).toMatchObject({ outcome: "finished", passed: true, finishedAt: deadlineAt });
    expect(await overdue(later(7200, deadlineAt))).not.toContain(attemptId);
  });

  it("moves with extra time while the attempt runs, and never once it is over", async () => {
    const personId = nextCandidate();
    const { attemptId, deadlineAt } = await anAttempt(database.db, personId);
    const grant = (now: Date) =>
      grantException(
        database.db,
        { actorId: examManager, personId, kind: "extra_time", extraMinutes: 10, reason: "screen reader" },
        now,
      );
    expect(await grant(later(60))).toMatchObject({ appliedTo: attemptId });
    expect((await selectAttempt(database.db, attemptId)).deadlineAt).toEqual(later(600, deadlineAt));
    expect(await grant(later(600, deadlineAt))).toMatchObject({ appliedTo: null });
    await finish(attemptId, "deadline", later(700, deadlineAt));
    expect(await grant(later(800, deadlineAt))).toMatchObject({ appliedTo: null });
    const finished = await selectAttempt(database.db, attemptId);
    expect([finished.deadlineAt, finished.finishedAt]).toEqual([later(600, deadlineAt), later(600, deadlineAt)]);
    const next = await anAttempt(database.db, personId, later(86_400 * 2));
    expect(next.deadlineAt).toEqual(later(86_400 * 2 + (secondLevelAdministrator.durationMinutes + 10) * 60));
  });
});

describe("handing in", () => {
  it("grades what was acknowledged, tells the candidate and the partner admins, and gives the same result again", async () => {
    const personId = nextCandidate();
    const { attemptId } = await anAttempt(database.db, personId);
    await answerRightly(database.db, { attemptId, personId }, later(60));
    const first = await finish(attemptId, "candidate", later(120));
    expect(first).toMatchObject({
      outcome: "finished",
      programmeCode: secondLevelAdministrator.code,
      personId,
      organisationId: partner.organisationId,
      passed: true,
      finishedAt: later(120),
      exceptionUsed: false,
    });
    expect(await finish(attemptId, "candidate", later(180))).toEqual({ ...first, outcome: "already_finished" });
    const attempt = await selectAttempt(database.db, attemptId);
    expect(attempt).toMatchObject({ finishedBy: "candidate", scorePercent: 100, passed: true });
    expect(attempt.result?.sections.map(({ section }) => section)).toEqual(
      secondLevelAdministrator.blueprint.sections.map(({ section }) => section),
    );
    expect(await told(attemptId)).toEqual([
      { kind: "exam_passed", recipientId: personId },
      { kind: "exam_passed", recipientId: partner.adminId },
    ]);
    const late = { attemptId, personId, ordinal: 1, clientId: "browser", sequence: 99, given: {}, agoMs: 0 };
    const outcome = await saveAnswer(database.db, { ...late, flagged: false }, later(200));
    expect(outcome).toEqual({ outcome: "finished" });
  });

  it("of a failed attempt says from which day on the next one is possible, and the start agrees", async () => {
    const personId = nextCandidate();
    const { attemptId } = await anAttempt(database.db, personId);
    expect(await finish(attemptId, "candidate", later(120))).toMatchObject({ passed: false });
    const notice = await database.db
      .selectFrom("notice")
      .select("facts")
      .where("subjectId", "=", attemptId)
      .where("recipientId", "=", personId)
      .executeTakeFirstOrThrow();
    expect(notice.facts).toMatchObject({
      nextAttemptOn: "2027-03-16",
      nextAttempt: { at: later(86_400 + 120).toISOString(), timeZone: "Europe/Berlin" },
      scorePercent: 0,
    });
    const { verdict } = await readExamAvailability(database.db, personId, later(180));
    expect(verdict).toMatchObject({ verdict: "cool_down", mayStartAt: later(86_400 + 120) });
    await expect(anAttempt(database.db, personId, later(180))).rejects.toMatchObject({ code: "attempt_not_allowed" });
    const second = await anAttempt(database.db, personId, later(86_400 + 120));
    expect(isFinished(await selectAttempt(database.db, second.attemptId))).toBe(false);
  });

  it("leaves an unbroken audit trail of who did what", async () => {
    const personId = nextCandidate();
    const { attemptId } = await anAttempt(database.db, personId);
    await finish(attemptId, "candidate", later(120));
    const events = await database.db
      .selectFrom("auditEvent")
      .select(["action", "actorId"])
      .where("subjectId", "=", attemptId)
      .orderBy("sequence")
      .execute();
    expect(events).toEqual([
      { action: "attempt.started", actorId: personId },
      { action: "attempt.finished", actorId: personId },
    ]);
    expect(await verifyChain(database.db)).toMatchObject({ whole: true });
  });

  const told = (attemptId: string) =>
    database.db
      .selectFrom("notice")
      .innerJoin("person", "person.id", "notice.recipientId")
      .select(["kind", "recipientId"])
      .where("subjectId", "=", attemptId)
      .orderBy(database.db.dynamic.ref("person.fullName"), "desc")
      .execute();
});
