import { afterAll, beforeAll, expect, it } from "vitest";
import { handInExam } from "~/eligibility/hand-in-exam.server";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { paths } from "~/web/paths";
import { aCertificate, aRevocation } from "../factories/certificates";
import { anAttempt, examMorning, trainedPartner } from "../factories/examination";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

let database: Database;
let served: ServedPortal;
beforeAll(async () => {
  database = await testDatabase();
  served = await servePortal(database, { now: () => examMorning });
});
afterAll(async () => {
  served.close();
  await database.close();
});

it("says until when the certificate stays valid that is to be renewed, while it is", async () => {
  const { db } = database;
  const { organisationId, engineerIds } = await trainedPartner(db, { engineers: 1 });
  const [personId = ""] = engineerIds;
  const certificateId = await aCertificate(db, { personId, organisationId, start: "2026-04-20" });
  const { attemptId } = await anAttempt(db, personId);
  await handInExam(db, { attemptId, by: "candidate", personId }, examMorning, seededRandom("failed"));
  const cookie = await served.signedIn(personId);
  const page = async () =>
    (await fetch(served.url + paths.examResult(attemptId), { headers: { Cookie: cookie } })).text();
  const html = await page();
  expect(html).toContain("stays valid through 19 April 2027");
  // What comes next stands before the sections, and nothing can be started yet.
  expect(html.indexOf("Next attempt")).toBeLessThan(html.indexOf("By section"));
  expect(html).toMatch(/class="button button-quiet[^>]*>To the examination</);
  expect(html).toContain("20 of 20 questions had no answer.");
  expect(html).toContain("No points at all");
  await aRevocation(db, certificateId, "2027-03-01");
  expect(await page()).not.toContain("stays valid");
});
