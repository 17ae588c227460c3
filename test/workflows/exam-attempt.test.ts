import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyChain } from "~/audit/verify-chain.server";
import { readExamAvailability } from "~/certification/begin-attempt.server";
import { acceptsAnswerAt } from "~/examination/attempt-policy";
import { isFinished, selectAttempt } from "~/examination/attempt-queries.server";
import { itemCountOf, secondLevelAdministrator } from "~/examination/blueprint";
import { selectOverdueAttempts } from "~/examination/finish-attempt.server";
import { readForm } from "~/examination/form-queries.server";
import { grantException } from "~/examination/grant-exception.server";
import { type SaveAnswer, saveAnswer, takeOverAttempt } from "~/examination/save-answer.server";
import type { Database } from "~/platform/database/handle";
import {
  anAttempt,
  answerRightly,
  examMorning,
  handedIn,
  rightAnswers,
  storedResponses,
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

describe("answers", () => {
  let attemptId: string;
  let personId: string;
  let answers: Awaited<ReturnType<typeof rightAnswers>>;
  beforeAll(async () => {
    personId = nextCandidate();
    ({ attemptId } = await anAttempt(database.db, personId));
    answers = await rightAnswers(database.db, attemptId);
  });

  const save = (over: Partial<SaveAnswer> = {}, now = later(60)) => {
    const ordinal = over.ordinal ?? 1;
    const plain = { attemptId, personId, ordinal, clientId: "a", sequence: 1, given: answers[ordinal - 1], agoMs: 0 };
    return saveAnswer(database.db, { ...plain, flagged: false, ...over }, now);
  };

  it("are stored as given, and a repetition is told the same", async () => {
    const saved = await save();
    expect(saved).toMatchObject({ outcome: "saved", savedAt: later(60), sequence: 1 });
    expect(await save({}, later(70))).toEqual(saved);
    expect((await storedResponses(database.db, attemptId))[0]).toEqual(answers[0]);
  });

  it("that were overtaken change nothing", async () => {
    await save({ ordinal: 2, sequence: 9, flagged: true });
    expect(await save({ ordinal: 2, sequence: 4, given: {} })).toEqual({ outcome: "stale", sequence: 9 });
    expect((await storedResponses(database.db, attemptId))[1]).toEqual(answers[1]);
  });

  it("sent as a page are always the newest", async () => {
    expect(await save({ ordinal: 2, sequence: null })).toMatchObject({ outcome: "saved", sequence: 10 });
  });

  it("that nobody could have given are refused and leave what was there", async () => {
    const fault = await save({ ordinal: 1, sequence: 50, given: { kind: "numeric", nonsense: true } });
    expect(fault).toMatchObject({ outcome: "unusable" });
    expect((await storedResponses(database.db, attemptId))[0]).toEqual(answers[0]);
  });

  it("of another person, or to a place that is not there, find nothing", async () => {
    await expect(save({ personId: partner.adminId })).rejects.toMatchObject({ code: "not_found" });
    await expect(save({ personId: partner.adminId, given: null })).rejects.toMatchObject({ code: "not_found" });
    await expect(save({ ordinal: 99, given: {} })).rejects.toMatchObject({ code: "not_found" });
  });

  it("come from one browser: the newer takes over and the older is told", async () => {
    await takeOverAttempt(database.db, { attemptId, personId, clientId: "b" }, later(60));
    expect(await save({ ordinal: 3, clientId: "a" })).toEqual({ outcome: "elsewhere" });
    expect(await save({ ordinal: 3, clientId: "b" })).toMatchObject({ outcome: "saved" });
    // Both began with what was stored and count alike: the number says nothing of whose answer it is.
    expect(await save({ ordinal: 3, clientId: "a", flagged: true })).toEqual({ outcome: "elsewhere" });
    const foreign = takeOverAttempt(database.db, { attemptId, personId: partner.adminId, clientId: "c" }, later(60));
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    await takeOverAttempt(database.db, { attemptId, personId, clientId: "a" }, later(60));
  });

  it("in any order and any number of times: the last one given stands", async () => {
    const moves = fc.array(
      fc.record({ sequence: fc.integer({ min: 1, max: 12 }), ordinal: fc.constantFrom(4, 5, 6) }),
      {
        minLength: 1,
        maxLength: 25,
      },
    );
    await fc.assert(
      fc.asyncProperty(moves, async (sent) => {
        const own = await aFreshAttempt();
        const flaggedAt = (sequence: number) => sequence % 2 === 0;
        for (const { sequence, ordinal } of sent) {
          const given = own.answers[ordinal - 1];
          await save({ ...own.key, ordinal, sequence, given, flagged: flaggedAt(sequence) });
        }
        const rows = await database.db
          .selectFrom("attemptItem")
          .select(["ordinal", "responseSequence", "flagged"])
          .where("attemptId", "=", own.key.attemptId)
          .execute();
        for (const { ordinal, responseSequence, flagged } of rows) {
          const last = Math.max(0, ...sent.filter((move) => move.ordinal === ordinal).map(({ sequence }) => sequence));
          expect({ ordinal, responseSequence, flagged }).toEqual({
            ordinal,
            responseSequence: last,
            flagged: last > 0 && flaggedAt(last),
          });
        }
      }),
      { numRuns: 25 },
    );
  });

  let lastSat = examMorning;
  const sitter = { personId: "" };
  /** The same person again, on a later day and released by staff; so that one candidate is enough for every run. */
  async function aFreshAttempt() {
    sitter.personId ||= nextCandidate();
    const reason = "a run of its own";
    const exception = {
      actorId: examManager,
      personId: sitter.personId,
      kind: "release",
      extraMinutes: 0,
      reason,
    } as const;
    await grantException(database.db, exception, lastSat);
    const [open] = await database.db
      .selectFrom("attempt")
      .select("id")
      .where("personId", "=", sitter.personId)
      .where("finishedAt", "is", null)
      .execute();
    if (open) await finish(open.id, "candidate", later(1, lastSat));
    lastSat = later(10, lastSat);
    const started = await anAttempt(database.db, sitter.personId, examMorning, String(lastSat.getTime()));
    return {
      key: { attemptId: started.attemptId, personId: sitter.personId },
      answers: await rightAnswers(database.db, started.attemptId),
    };
  }
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
