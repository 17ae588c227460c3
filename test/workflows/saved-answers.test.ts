import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { grantException } from "~/examination/grant-exception.server";
import { type SaveAnswer, saveAnswer, takeOverAttempt } from "~/examination/save-answer.server";
import type { Database } from "~/platform/database/handle";
import {
  anAttempt,
  examMorning,
  handedIn,
  rightAnswers,
  storedResponses,
  trainedPartner,
} from "../factories/examination";
import { aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";

let database: Database;
let examManager: string;
let adminId: string;
/** Who gives the answers of the first tests, and who sits again for every run of the property. */
let personId: string;
let sitter: string;
let attemptId: string;
let answers: Awaited<ReturnType<typeof rightAnswers>>;

beforeAll(async () => {
  database = await testDatabase();
  const partner = await trainedPartner(database.db, { engineers: 2 });
  adminId = partner.adminId;
  [personId = "", sitter = ""] = partner.engineerIds;
  examManager = await aStaffMember(database.db, "Emma", "exam_manager");
  ({ attemptId } = await anAttempt(database.db, personId));
  answers = await rightAnswers(database.db, attemptId);
});
afterAll(() => database.close());

const later = (seconds: number, from: Date = examMorning) => new Date(from.getTime() + seconds * 1000);

const save = (over: Partial<SaveAnswer> = {}, now = later(60)) => {
  const ordinal = over.ordinal ?? 1;
  const plain = { attemptId, personId, ordinal, clientId: "a", sequence: 1, given: answers[ordinal - 1], agoMs: 0 };
  return saveAnswer(database.db, { ...plain, flagged: false, ...over }, now);
};

it("answers are stored as given, and a repetition is told the same", async () => {
  const saved = await save();
  expect(saved).toMatchObject({ outcome: "saved", savedAt: later(60), sequence: 1 });
  expect(await save({}, later(70))).toEqual(saved);
  expect((await storedResponses(database.db, attemptId))[0]).toEqual(answers[0]);
});

it("answers that were overtaken change nothing", async () => {
  await save({ ordinal: 2, sequence: 9, flagged: true });
  expect(await save({ ordinal: 2, sequence: 4, given: {} })).toEqual({ outcome: "stale", sequence: 9 });
  expect((await storedResponses(database.db, attemptId))[1]).toEqual(answers[1]);
});

it("answers sent as a page are always the newest", async () => {
  expect(await save({ ordinal: 2, sequence: null })).toMatchObject({ outcome: "saved", sequence: 10 });
});

it("answers that nobody could have given are refused and leave what was there", async () => {
  const fault = await save({ ordinal: 1, sequence: 50, given: { kind: "numeric", nonsense: true } });
  expect(fault).toMatchObject({ outcome: "unusable" });
  expect((await storedResponses(database.db, attemptId))[0]).toEqual(answers[0]);
});

it("answers of another person, or to a place that is not there, find nothing", async () => {
  await expect(save({ personId: adminId })).rejects.toMatchObject({ code: "not_found" });
  await expect(save({ personId: adminId, given: null })).rejects.toMatchObject({ code: "not_found" });
  await expect(save({ ordinal: 99, given: {} })).rejects.toMatchObject({ code: "not_found" });
});

it("answers come from one browser: the newer takes over and the older is told", async () => {
  await takeOverAttempt(database.db, { attemptId, personId, clientId: "b" }, later(60));
  expect(await save({ ordinal: 3, clientId: "a" })).toEqual({ outcome: "elsewhere" });
  expect(await save({ ordinal: 3, clientId: "b" })).toMatchObject({ outcome: "saved" });
  // Both began with what was stored and count alike: the number says nothing of whose answer it is.
  expect(await save({ ordinal: 3, clientId: "a", flagged: true })).toEqual({ outcome: "elsewhere" });
  const foreign = takeOverAttempt(database.db, { attemptId, personId: adminId, clientId: "c" }, later(60));
  await expect(foreign).rejects.toMatchObject({ code: "not_found" });
  await takeOverAttempt(database.db, { attemptId, personId, clientId: "a" }, later(60));
});

it("answers in any order and any number of times: the last one given stands", async () => {
  const moves = fc.array(fc.record({ sequence: fc.integer({ min: 1, max: 12 }), ordinal: fc.constantFrom(4, 5, 6) }), {
    minLength: 1,
    maxLength: 25,
  });
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
/** The same person again, on a later day and released by staff; so that one candidate is enough for every run. */
async function aFreshAttempt() {
  const reason = "a run of its own";
  const exception = {
    actorId: examManager,
    personId: sitter,
    kind: "release",
    extraMinutes: 0,
    reason,
  } as const;
  await grantException(database.db, exception, lastSat);
  const [open] = await database.db
    .selectFrom("attempt")
    .select("id")
    .where("personId", "=", sitter)
    .where("finishedAt", "is", null)
    .execute();
  if (open) await handedIn(database.db, open.id, later(1, lastSat));
  lastSat = later(10, lastSat);
  const started = await anAttempt(database.db, sitter, examMorning, String(lastSat.getTime()));
  return {
    key: { attemptId: started.attemptId, personId: sitter },
    answers: await rightAnswers(database.db, started.attemptId),
  };
}
