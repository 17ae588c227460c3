import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyChain } from "~/audit/verify-chain.server";
import { readExamAvailability } from "~/certification/begin-attempt.server";
import { selectAttempt } from "~/examination/attempt-queries.server";
import { setWindow, withdrawWindow } from "~/examination/set-window.server";
import type { Database } from "~/platform/database/handle";
import { anAttempt, examMorning, trainedPartner } from "../factories/examination";
import { aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

let database: Database;
let served: ServedPortal;
let candidates: string[];
let actorId: string;
const now = examMorning;
const later = (minutes: number) => new Date(examMorning.getTime() + minutes * 60_000);

beforeAll(async () => {
  database = await testDatabase();
  candidates = (await trainedPartner(database.db, { engineers: 3 })).engineerIds;
  actorId = await aStaffMember(database.db, "Examiner", "exam_manager");
  served = await servePortal(database, { now: () => now });
});
afterAll(async () => {
  served.close();
  await database.close();
});

const set = (from: number, to: number) =>
  setWindow(database.db, { actorId, opensAt: later(from), closesAt: later(to), reason: "Spring sitting" }, examMorning);
const examPage = async (personId: string) => {
  const cookie = await served.signedIn(personId);
  return (await fetch(`${served.url}/exam`, { headers: { Cookie: cookie } })).text();
};

describe("a window of the examination", () => {
  it("closes it outside, and says until when", async () => {
    const [personId = ""] = candidates;
    const { windowId } = await set(60, 120);
    const { verdict } = await readExamAvailability(database.db, personId, examMorning);
    expect(verdict).toEqual({ verdict: "exam_closed", opensAt: later(60) });
    await expect(anAttempt(database.db, personId)).rejects.toMatchObject({
      code: "attempt_not_allowed",
      facts: { verdict: "exam_closed" },
    });
    expect(await examPage(personId)).toContain("The examination opens on Mon 15 Mar 2027, 10:00, Berlin (UTC+1)");
    await withdrawWindow(database.db, { actorId, windowId }, later(1));
    await expect(withdrawWindow(database.db, { actorId, windowId }, later(2))).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await readExamAvailability(database.db, personId, later(2))).verdict.verdict).toBe("may_start");
  });

  it("cuts the time at its end, says so before the start, and never moves what has begun", async () => {
    const [, personId = "", other = ""] = candidates;
    const { windowId } = await set(-60, 30);
    const html = await examPage(personId);
    expect(html).toContain("If you start now, you have time until Mon 15 Mar 2027, 09:30, Berlin (UTC+1)");
    expect(html).toContain("you have 15 min less than the full time");
    const { attemptId, deadlineAt } = await anAttempt(database.db, personId);
    expect(deadlineAt).toEqual(later(30));
    await withdrawWindow(database.db, { actorId, windowId }, later(1));
    expect((await selectAttempt(database.db, attemptId)).deadlineAt).toEqual(later(30));
    const free = await anAttempt(database.db, other, later(2));
    expect(free.deadlineAt).toEqual(later(47));
    expect(await examPage(other)).not.toContain("less than the full time");
    expect(await verifyChain(database.db)).toMatchObject({ whole: true });
  });
});
