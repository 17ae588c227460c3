import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyChain } from "~/audit/verify-chain.server";
import { readExamAvailability } from "~/certification/begin-attempt.server";
import { handInExam } from "~/eligibility/hand-in-exam.server";
import { selectAttempt } from "~/examination/attempt-queries.server";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { windowEffects } from "~/examination/exam-window";
import { grantException } from "~/examination/grant-exception.server";
import { setWindow, withdrawWindow } from "~/examination/set-window.server";
import { selectStandingWindows } from "~/examination/window-queries.server";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { paths } from "~/web/paths";
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
  setWindow(
    database.db,
    { actorId, opensAt: later(from), closesAt: later(to), reason: "Spring sitting", agreed: windowEffects },
    examMorning,
  );
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

describe("a page that has stood open", () => {
  it("starts nothing on a time that the window cuts without the page having said so", async () => {
    const own = await testDatabase();
    let minutes = 0;
    const portal = await servePortal(own, { now: () => later(minutes) });
    const [personId = ""] = (await trainedPartner(own.db, { engineers: 1 })).engineerIds;
    const manager = await aStaffMember(own.db, "Examiner", "exam_manager");
    const reason = "Spring sitting";
    const order = (closesAt: Date) =>
      setWindow(own.db, { actorId: manager, opensAt: later(-60), closesAt, reason, agreed: windowEffects }, later(-1));
    const headers = { Cookie: await portal.signedIn(personId) };
    const hidden = async () => {
      const html = await (await fetch(`${portal.url}/exam`, { headers })).text();
      return [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
        ([, name = "", value = ""]) => [name, value],
      );
    };
    const start = async (fields: string[][], ticked = ["rules", "honour"]) => {
      const body = new URLSearchParams([...fields, ...ticked.map((name) => [name, "on"])]);
      const answer = await fetch(`${portal.url}/exam`, {
        method: "POST",
        headers: { ...headers, Origin: portal.url },
        body,
        redirect: "manual",
      });
      return { status: answer.status, html: await answer.text() };
    };
    try {
      await order(later(60));
      const early = await hidden();
      const unticked = await start(early, []);
      expect(unticked.status).toBe(400);
      expect(unticked.html.match(/Please tick this\./g)).toHaveLength(4);
      minutes = 20;
      const refused = await start(early);
      expect(refused.status).toBe(409);
      expect(refused.html).toContain("This was changed in the meantime.");
      expect(refused.html).toContain("you have 5 min less than the full time");
      expect((await start(await hidden())).status).toBe(302);
    } finally {
      portal.close();
      await own.close();
    }
  });
});

describe("whoever has to wait", () => {
  it("is promised no date at which no window is open", async () => {
    const own = await testDatabase();
    const portal = await servePortal(own, { now: () => later(5) });
    const { organisationId, engineerIds } = await trainedPartner(own.db, { engineers: 1 });
    const [personId = ""] = engineerIds;
    const manager = await aStaffMember(own.db, "Examiner", "exam_manager");
    const asStaff = async () => {
      const cookie = await portal.signedIn(manager);
      return (await fetch(portal.url + paths.member(organisationId, personId), { headers: { Cookie: cookie } })).text();
    };
    const order = (from: number, to: number) =>
      setWindow(
        own.db,
        { actorId: manager, opensAt: later(from), closesAt: later(to), reason: "A sitting", agreed: windowEffects },
        examMorning,
      );
    const page = async () => {
      const cookie = await portal.signedIn(personId);
      return (await fetch(`${portal.url}/exam`, { headers: { Cookie: cookie } })).text();
    };
    const { attemptId } = await anAttempt(own.db, personId);
    await handInExam(own.db, { attemptId, by: "candidate", personId }, later(1), seededRandom("failing"));
    const resting = await page();
    expect(resting).toContain("You may try again from Tue 16 Mar 2027, 09:01, Berlin (UTC+1)");
    expect(resting).toContain("the examination rests for a while");
    expect(resting).toContain("You have used 1 of 3 attempts.");
    const now = await order(-60, 60);
    const closed = await page();
    expect(closed).toContain("possible after Tue 16 Mar 2027, 09:01, Berlin (UTC+1) at the earliest");
    expect(closed).toContain("none is set yet");
    expect(await asStaff()).toContain("No examination window is set for the time from then on yet.");
    await order(3 * 1440, 4 * 1440);
    const windowed = await page();
    expect(windowed).toContain("You may try again from Thu 18 Mar 2027, 09:00, Berlin (UTC+1)");
    expect(windowed).toContain("Your wait after the failed attempt ends on Tue 16 Mar 2027, 09:01, Berlin (UTC+1)");
    expect(windowed).toContain("ends on Fri 19 Mar 2027, 09:00, Berlin (UTC+1)");
    expect(windowed).not.toContain("the examination rests");
    expect(await asStaff()).toContain("It is possible from Thu 18 Mar 2027, 09:00, Berlin (UTC+1)");
    const release = { kind: "release", extraMinutes: 0, reason: "Ill that day" } as const;
    await grantException(own.db, { ...release, personId, actorId: manager }, later(2));
    await withdrawWindow(own.db, { actorId: manager, windowId: now.windowId }, later(3));
    expect(await asStaff()).toContain("closed at present. It is possible from Thu 18 Mar 2027, 09:00");
    portal.close();
    await own.close();
  });
});

describe("a window that may be a slip of the hand", () => {
  const form = {
    opensDay: "2027-03-16",
    opensTime: "09:00",
    closesDay: "2027-03-16",
    closesTime: "12:00",
    timeZone: "UTC",
  };
  const send = async (change: Record<string, string>) => {
    const cookie = await served.signedIn(actorId);
    const answer = await fetch(`${served.url}/exam-windows`, {
      method: "POST",
      headers: { Cookie: cookie, Origin: served.url },
      body: new URLSearchParams({ ...form, reason: "Spring sitting", ...change }),
      redirect: "manual",
    });
    return { status: answer.status, html: await answer.text() };
  };
  const standing = async () =>
    (await selectStandingWindows(database.db, secondLevelAdministrator.code)).map(({ id }) => id);

  it("that would close an examination that is always open is set once that is agreed to, with what was typed kept", async () => {
    expect(await standing()).toEqual([]);
    const { status, html } = await send({});
    expect(status).toBe(409);
    expect(html).toContain("It is the first window.");
    // A question, no fault: asked as a warning, where the form without JavaScript leads.
    expect(html).toMatch(/id="effects".*aria-label="Warning".*The window is not set yet/s);
    expect(html).not.toContain('role="alert"');
    expect(html).not.toContain("nobody has all of their time");
    expect(html).toContain('value="2027-03-16"');
    expect(await standing()).toEqual([]);
    expect((await send({ agreed: "closes_always_open" })).status).toBe(302);
    expect(await standing()).toHaveLength(1);
  });

  it("that is shorter than the examination needs another tick, which the one for the first window is not", async () => {
    const short = { opensTime: "14:00", closesTime: "14:05" };
    const { status, html } = await send({ ...short, agreed: "closes_always_open" });
    expect(status).toBe(409);
    expect(html).toContain("Until its end it is 5 min, and the examination takes 45 min");
    expect(html).not.toContain("It is the first window.");
    expect((await send({ ...short, agreed: "shorter_than_exam" })).status).toBe(302);
  });

  it("is not short where it lengthens another", async () => {
    expect((await send({ opensTime: "12:00", closesTime: "12:05" })).status).toBe(302);
    for (const windowId of await standing()) await withdrawWindow(database.db, { actorId, windowId }, later(3));
  });
});

describe("the mail about a failed examination", () => {
  it("names when the person may try again by the windows that stand at the hand-in, and the page by those of today", async () => {
    const own = await testDatabase();
    const { engineerIds } = await trainedPartner(own.db, { engineers: 4 });
    const manager = await aStaffMember(own.db, "Examiner", "exam_manager");
    const order = (from: number, to: number) =>
      setWindow(
        own.db,
        {
          actorId: manager,
          opensAt: later(from),
          closesAt: later(to),
          reason: "Spring sitting",
          agreed: windowEffects,
        },
        examMorning,
      );
    const withdraw = (windowId: string) => withdrawWindow(own.db, { actorId: manager, windowId }, later(1));
    /** When the mail says that this person may try again after failing now. */
    const toldAfterFailing = async (personId: string) => {
      const { attemptId } = await anAttempt(own.db, personId);
      await handInExam(own.db, { attemptId, by: "candidate", personId }, later(1), seededRandom("failing"));
      const { facts } = await own.db
        .selectFrom("outboxMessage")
        .select("facts")
        .where("template", "=", "exam_not_passed")
        .where("recipientId", "=", personId)
        .executeTakeFirstOrThrow();
      const at = (facts.nextAttempt as { at: string } | null)?.at;
      return facts.nextAttemptUnset ? { notBefore: at } : at;
    };
    const [first = "", second = "", third = "", fourth = ""] = engineerIds;
    const day = 24 * 60;
    const rested = later(day + 1).toISOString();
    const open = await order(-60, 60);
    // The open window closes before the cool-down is over and none is set after it: all that is known is the cool-down, which promises nothing.
    expect(await toldAfterFailing(first)).toEqual({ notBefore: rested });
    const coming = await order(3 * day, 4 * day);
    expect(await toldAfterFailing(second)).toBe(later(3 * day).toISOString());
    await order(2 * day, 2 * day + 60);
    expect(await toldAfterFailing(third)).toBe(later(2 * day).toISOString());
    await order(day - 60, day + 60);
    expect(await toldAfterFailing(fourth)).toBe(rested);
    await withdraw(open.windowId);
    await withdraw(coming.windowId);
    // What was told to the second one has been overtaken; whoever looks is told what holds today.
    expect((await readExamAvailability(own.db, second, later(day + 120))).verdict).toEqual({
      verdict: "exam_closed",
      opensAt: later(2 * day),
    });
    await own.close();
  });
});
