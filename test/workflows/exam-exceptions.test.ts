import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { selectAttempt, selectOpenExceptions } from "~/examination/attempt-queries.server";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { selectExceptionsOf } from "~/examination/exception-queries.server";
import { grantException } from "~/examination/grant-exception.server";
import { Rejection } from "~/kernel/rejection";
import type { Database } from "~/platform/database/handle";
import { anAttempt, examMorning, handedIn, trainedPartner } from "../factories/examination";
import { aStaffMember } from "../factories/organisations";
import { testDatabase, testServerDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

const minutesMs = 60_000;
const dayMs = 86_400_000;

describe("the person's page", () => {
  let database: Database;
  let served: ServedPortal;
  let now = examMorning;
  let partner: Awaited<ReturnType<typeof trainedPartner>>;
  let cookies: Record<"exam_manager" | "auditor" | "portal_admin" | "partner_admin" | "candidate", string>;
  let personId: string;

  beforeAll(async () => {
    database = await testDatabase();
    served = await servePortal(database, { now: () => now });
    partner = await trainedPartner(database.db, { engineers: 1 });
    [personId = ""] = partner.engineerIds;
    const staff = async (name: string, role: "exam_manager" | "auditor" | "portal_admin") =>
      served.signedIn(await aStaffMember(database.db, name, role));
    cookies = {
      exam_manager: await staff("Paula", "exam_manager"),
      auditor: await staff("Claire", "auditor"),
      portal_admin: await staff("Nils", "portal_admin"),
      partner_admin: await served.signedIn(partner.adminId),
      candidate: await served.signedIn(personId),
    };
  });
  afterAll(async () => {
    served.close();
    await database.close();
  });

  type Who = keyof typeof cookies;
  const path = () => `/organisations/${partner.organisationId}/people/${personId}`;
  const read = async (who: Who, address = path()) => {
    const response = await fetch(served.url + address, { headers: { Cookie: cookies[who] } });
    // React parts neighbouring texts by comments.
    return (await response.text()).replaceAll("<!-- -->", "");
  };
  const grant = async (who: Who, fields: Record<string, string>) => {
    const response = await fetch(served.url + path(), {
      method: "POST",
      redirect: "manual",
      headers: { Cookie: cookies[who], "Sec-Fetch-Site": "same-origin" },
      body: new URLSearchParams({ intent: "grant_exception", reason: "uses a screen reader", ...fields }),
    });
    return { status: response.status, to: response.headers.get("Location"), html: await response.text() };
  };
  const fail = async (on: Date) => {
    now = on;
    const { attemptId } = await anAttempt(database.db, personId, on);
    await handedIn(database.db, attemptId, on);
  };

  it("offers the form to the exam manager, the list to whoever audits too, and neither to the partner", async () => {
    expect(await read("exam_manager")).toContain("Grant exception");
    const auditor = await read("auditor");
    expect(auditor).toContain("No exception was granted so far");
    expect(auditor).not.toContain("Grant exception");
    expect(await read("portal_admin")).toContain("No exception was granted so far");
    expect(await read("partner_admin")).not.toContain("No exception was granted so far");
    for (const who of ["auditor", "portal_admin", "partner_admin", "candidate"] as const) {
      expect((await grant(who, { kind: "release" })).status, who).toBe(403);
    }
    expect(await selectExceptionsOf(database.db, personId)).toEqual([]);
  });

  it.each([
    [{ kind: "extra_time" }, "Please fill this in"],
    [{ kind: "extra_time", extraMinutes: "0" }, "the smallest value is 1"],
    [{ kind: "extra_time", extraMinutes: "241" }, "the largest value is 240"],
    [{ kind: "extra_time", extraMinutes: "soon" }, "Please enter a number"],
    [{ kind: "release", reason: "  " }, "at least 3 characters"],
    [{ kind: "holiday" }, "choose one of the entries"],
  ])("refuses %o and keeps what was typed", async (fields, sentence) => {
    const { status, html } = await grant("exam_manager", fields);
    expect(status).toBe(400);
    expect(html).toContain(sentence);
    expect(html.includes("uses a screen reader")).toBe(!("reason" in fields));
    expect(await selectExceptionsOf(database.db, personId)).toEqual([]);
  });

  it("moves the end of the running attempt, which the open page is told with its next look", async () => {
    const { attemptId, deadlineAt } = await anAttempt(database.db, personId, now);
    now = new Date(now.getTime() + 5 * minutesMs);
    expect(await read("exam_manager")).toContain("Moves the end of the examination under way at once");
    const granted = await grant("exam_manager", { kind: "extra_time", extraMinutes: "25" });
    expect([granted.status, granted.to]).toEqual([302, `${path()}?granted=running`]);
    const look = await fetch(`${served.url}/exam/${attemptId}/answer?client=a`, {
      headers: { Cookie: cookies.candidate },
    });
    expect(await look.json()).toMatchObject({
      deadlineAt: new Date(deadlineAt.getTime() + 25 * minutesMs).toISOString(),
    });
    const record = await read("candidate", "/me");
    expect(record).toContain("Your examination is under way");
    expect(record).toContain(`href="/exam/${attemptId}"`);
    const html = await read("exam_manager");
    for (const said of ["Extra time, 25 min", "uses a screen reader", "Paula", "Attempt 1"]) {
      expect(html).toContain(said);
    }
    await handedIn(database.db, attemptId, now);
    expect(await read("candidate", "/me")).not.toContain("Your examination is under way");
    const result = await read("candidate", `/exam/${attemptId}/result`);
    expect(result).toContain("from Tue 16 Mar 2027, 09:05, Berlin (UTC+1)");
    expect(await read("exam_manager", `/exam/${attemptId}/result`)).not.toContain("Next attempt");
  });

  it("says from when the candidate may try again, and lets them start at once after the release", async () => {
    expect(await read("candidate", "/exam")).toContain("You may try again from Tue 16 Mar 2027, 09:05");
    expect(await read("exam_manager")).toContain("It is possible from Tue 16 Mar 2027, 09:05, Berlin (UTC+1).");
    expect((await grant("exam_manager", { kind: "release", extraMinutes: "30" })).to).toBe(`${path()}?granted=next`);
    expect(await selectOpenExceptions(database.db, personId)).toMatchObject([{ kind: "release", extraMinutes: 0 }]);
    const page = await read("candidate", "/exam");
    expect(page).toContain("You may start now");
    expect(page).toContain("IONOS has released this attempt for you");
  });

  it("shows a person without attempts left as waiting for a release, and the release as the way on", async () => {
    await fail(now);
    await fail(new Date(now.getTime() + 8 * dayMs));
    expect(await read("candidate", "/exam")).toContain("IONOS has to release your next attempt");
    const html = await read("exam_manager");
    expect(html).toContain("Has used up all attempts");
    expect(html).toMatch(/<input[^>]*value="release"[^>]*checked=""|<input[^>]*checked=""[^>]*value="release"/);
    await grant("exam_manager", { kind: "release" });
    expect(await read("candidate", "/exam")).toContain("You may start now");
  });
});

describe("extra time at the moment of the start", () => {
  let database: Database;
  beforeAll(async () => {
    database = await testServerDatabase();
  });
  afterAll(() => database.close());

  it("reaches the attempt that starts, or is refused; it never waits while that attempt runs without it", async () => {
    const actorId = await aStaffMember(database.db, "Paula", "exam_manager");
    const { engineerIds } = await trainedPartner(database.db, { engineers: 12 });
    const extra = { kind: "extra_time", extraMinutes: 20, reason: "uses a screen reader" } as const;
    for (const personId of engineerIds) {
      const [started, granted] = await Promise.allSettled([
        anAttempt(database.db, personId),
        grantException(database.db, { actorId, personId, ...extra }, examMorning),
      ]);
      if (started.status === "rejected") throw started.reason;
      const refused = granted.status === "rejected" && granted.reason;
      if (refused) expect(refused).toEqual(new Rejection("conflict", "changed_meanwhile"));
      const attempt = await selectAttempt(database.db, started.value.attemptId);
      const minutes = secondLevelAdministrator.durationMinutes + (refused ? 0 : 20);
      expect(attempt.deadlineAt).toEqual(new Date(examMorning.getTime() + minutes * minutesMs));
      expect(await selectOpenExceptions(database.db, personId)).toEqual([]);
    }
  });
});
