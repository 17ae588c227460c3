import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginAttempt, readExamAvailability } from "~/certification/begin-attempt.server";
import { type GrantException, grantException } from "~/examination/grant-exception.server";
import { withdrawException } from "~/examination/withdraw-exception.server";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { anAttempt, declared, examMorning, handedIn, trainedPartner } from "../factories/examination";
import { aStaffMember } from "../factories/organisations";
import { testDatabase, testServerDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

const afternoon = new Date(examMorning.getTime() + 4 * 3_600_000);

describe.each([
  ["embedded", testDatabase],
  ["server", testServerDatabase],
])("an exception that is taken back: %s", (_kind, open) => {
  let database: Database;
  let served: ServedPortal;
  let organisationId: string;
  let people: string[];
  let staff: string;
  beforeAll(async () => {
    database = await open();
    served = await servePortal(database, { now: () => afternoon });
    const partner = await trainedPartner(database.db, { engineers: 4 });
    ({ organisationId } = partner);
    people = [...partner.engineerIds];
    staff = await aStaffMember(database.db, "Paula", "exam_manager");
  });
  afterAll(async () => {
    served.close();
    await database.close();
  });

  const allow = async (personId: string, kind: GrantException["kind"], extraMinutes = 0) =>
    grantException(database.db, { actorId: staff, personId, kind, extraMinutes, reason: "by mistake" }, afternoon);
  const takeBack = (personId: string, exceptionId: string, reason = "was for somebody else") =>
    withdrawException(database.db, { actorId: staff, personId, exceptionId, reason }, afternoon);
  const start = (personId: string) =>
    beginAttempt(database.db, { personId, clientId: null, declared }, afternoon, seededRandom(personId));
  const verdictOf = async (personId: string) =>
    (await readExamAvailability(database.db, personId, afternoon)).verdict.verdict;
  const events = async (personId: string) =>
    database.db
      .selectFrom("auditEvent")
      .select(["actorId", "before", "reason"])
      .where("action", "=", "exam.exception_withdrawn")
      .where("subjectId", "=", personId)
      .execute();

  it("allows nothing any more, and says who took it back, when and why, once", async () => {
    const [personId = ""] = people;
    const { attemptId } = await anAttempt(database.db, personId);
    await handedIn(database.db, attemptId, examMorning);
    expect(await verdictOf(personId)).toBe("cool_down");
    const { exceptionId } = await allow(personId, "release");
    expect(await verdictOf(personId)).toBe("may_start");
    await takeBack(personId, exceptionId);
    await takeBack(personId, exceptionId, "pressed twice");
    expect(await verdictOf(personId)).toBe("cool_down");
    await expect(start(personId)).rejects.toMatchObject({ code: "attempt_not_allowed" });
    const before = { exceptionId, kind: "release", extraMinutes: 0 };
    expect(await events(personId)).toEqual([{ actorId: staff, before, reason: "was for somebody else" }]);
  });

  it("is not taken back once an attempt has used it, and not under another person's name", async () => {
    const [, personId = "", other = ""] = people;
    const { exceptionId } = await allow(personId, "extra_time", 15);
    await expect(takeBack(other, exceptionId)).rejects.toMatchObject({ code: "not_found" });
    await expect(takeBack(personId, crypto.randomUUID())).rejects.toMatchObject({ code: "not_found" });
    await start(personId);
    await expect(takeBack(personId, exceptionId)).rejects.toMatchObject({ code: "exception_used" });
    expect(await events(personId)).toEqual([]);
  });

  it("is either used by the attempt that starts at the same moment, or taken back", async () => {
    const [, , , personId = ""] = people;
    const { exceptionId } = await allow(personId, "extra_time", 30);
    const [, taken] = await Promise.allSettled([start(personId), takeBack(personId, exceptionId)]);
    const { extraMinutes, usedByAttemptId, withdrawnAt } = await database.db
      .selectFrom("attemptException")
      .innerJoin("attempt", "attempt.personId", "attemptException.personId")
      .select(["attempt.extraMinutes", "usedByAttemptId", "withdrawnAt"])
      .where("attemptException.id", "=", exceptionId)
      .executeTakeFirstOrThrow();
    expect(extraMinutes).toBe(taken.status === "rejected" ? 30 : 0);
    expect(usedByAttemptId !== null).toBe(taken.status === "rejected");
    expect(withdrawnAt !== null).toBe(taken.status === "fulfilled");
  });

  it("is offered on the person's page, which keeps what was typed and shows what became of it", async () => {
    const [, , personId = ""] = people;
    const cookie = await served.signedIn(staff);
    const url = `${served.url}/organisations/${organisationId}/people/${personId}`;
    const page = async () =>
      (await (await fetch(url, { headers: { Cookie: cookie } })).text()).replaceAll("<!-- -->", "");
    expect((await page()).includes("Withdraw an exception")).toBe(false);
    const { exceptionId } = await allow(personId, "extra_time", 20);
    expect((await page()).includes("Withdraw an exception")).toBe(true);
    const send = (fields: Record<string, string>) =>
      fetch(url, {
        method: "POST",
        redirect: "manual",
        headers: { Cookie: cookie, "Sec-Fetch-Site": "same-origin" },
        body: new URLSearchParams({ intent: "withdraw_exception", ...fields }),
      });
    const short = await send({ exceptionId, withdrawReason: "x" });
    expect(short.status).toBe(400);
    expect(await short.text()).toMatch(
      /name="withdrawReason"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="withdrawReason"/,
    );
    const done = await send({ exceptionId, withdrawReason: "Meant for a colleague" });
    expect(done.headers.get("Location")).toMatch(/\?granted=withdrawn$/);
    expect(/Withdrawn by Paula Staff,.*Meant for a colleague/s.test(await page())).toBe(true);
    expect((await page()).includes("Withdraw an exception")).toBe(false);
  });
});
