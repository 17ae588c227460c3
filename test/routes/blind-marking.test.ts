import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { selectAttempt } from "~/examination/attempt-queries.server";
import type { Database } from "~/platform/database/handle";
import { paths } from "~/web/paths";
import { examMorning, trainedPartner } from "../factories/examination";
import { aWaitingAttempt, mark, type WaitingAttempt } from "../factories/marking";
import { aStaffMember } from "../factories/organisations";
import { testServerDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

let database: Database;
let served: ServedPortal;
let waiting: WaitingAttempt;
let name: string;
let markers: string[];

const later = new Date(examMorning.getTime() + 7_200_000);

beforeAll(async () => {
  database = await testServerDatabase();
  const { engineerIds } = await trainedPartner(database.db, { engineers: 12 });
  waiting = await aWaitingAttempt(database.db, engineerIds);
  const { personId } = waiting;
  const person = database.db.selectFrom("person").select("fullName").where("id", "=", personId);
  name = (await person.executeTakeFirstOrThrow()).fullName;
  markers = [
    await aStaffMember(database.db, "Erin", "exam_manager"),
    await aStaffMember(database.db, "Mika", "exam_manager"),
  ];
  served = await servePortal(database, { now: () => later });
});
afterAll(async () => {
  served.close();
  await database.close();
});

async function opened(path: string, personId: string): Promise<string> {
  const response = await fetch(served.url + path, { headers: { Cookie: await served.signedIn(personId) } });
  expect(response.status).toBe(200);
  return response.text();
}

const pages = () => [paths.examResult(waiting.attemptId), paths.attemptRecord(waiting.attemptId)];

describe("before one's own marking", () => {
  it("neither the portal's count nor what another gave is on the page, and its data hold none of it either", async () => {
    const [first = "", second = ""] = markers;
    const page = paths.markReport(waiting.attemptId, waiting.ordinal);
    const blind = await opened(page, first);
    expect(blind).not.toContain("Portal&#x27;s count");
    expect(blind).not.toMatch(/byList\W+(\d|true|false)/);
    await mark(database.db, { ...waiting, actorId: first, share: 1 }, later);
    const after = await opened(page, first);
    expect(after).toContain("Portal&#x27;s count");
    expect(after).toMatch(/byList\W+\d/);
    const others = await opened(page, second);
    expect(others).not.toMatch(/byList\W+(\d|true|false)/);
    expect(others).not.toContain("Portal&#x27;s count");
    expect(others).not.toContain("Erin");
    expect(others).toContain("more than 10 % of the ticket&#x27;s points apart");
  });
});

describe("whose ticket it is", () => {
  it("stays hidden from those who mark while the result waits, and is told once it stands", async () => {
    const [first = "", second = ""] = markers;
    for (const page of pages()) expect(await opened(page, first)).not.toContain(name);
    // By when, on the markers' clock.
    const ticket = await opened(paths.markReport(waiting.attemptId, waiting.ordinal), second);
    expect(ticket).toMatch(/Berlin \(UTC\+1\)/);
    expect(ticket).not.toContain(", UTC");
    expect(await opened(paths.marking(), second)).toContain("Times are those of Europe/Berlin.");
    await mark(database.db, { ...waiting, actorId: second, share: 1 }, later);
    expect((await selectAttempt(database.db, waiting.attemptId)).gradedAt).not.toBeNull();
    for (const page of pages()) expect(await opened(page, first)).toContain(name);
  });

  it("is no secret to the candidate", async () => {
    expect(await opened(paths.examResult(waiting.attemptId), waiting.personId)).toContain(name);
  });
});
