import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { reinstate } from "~/eligibility/decide-on-certificate.server";
import type { Day } from "~/kernel/calendar";
import { Rejection } from "~/kernel/rejection";
import type { Database } from "~/platform/database/handle";
import { aCertificate, aSuspension } from "../factories/certificates";
import { aMember, anOrganisation, aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

/** In New York the last day of the certificate is 9 March 2027, until 05:00 UTC on the 10th. */
const lastInstant = new Date("2027-03-10T04:59:59Z");
const over = new Date("2027-03-10T05:00:00Z");

let database: Database;
let served: ServedPortal;
let now = lastInstant;
let actorId: string;
let cookie: string;
let organisationId: string;
let certificateId: string;
let people = 0;
beforeAll(async () => {
  database = await testDatabase();
  served = await servePortal(database, { now: () => now });
  organisationId = await anOrganisation(database.db, { timeZone: "America/New_York" });
  actorId = await aStaffMember(database.db, "Emma", "exam_manager");
  cookie = await served.signedIn(actorId);
});
afterAll(async () => {
  served.close();
  await database.close();
});
beforeEach(async () => {
  people += 1;
  const personId = await aMember(database.db, organisationId, `Ada${people}`);
  certificateId = await aCertificate(database.db, { personId, organisationId, start: "2026-03-10" });
  await aSuspension(database.db, certificateId, { start: "2027-01-10", end: null });
});

const page = async (language: "en" | "de" = "en") => {
  const headers = { Cookie: cookie, "Accept-Language": language };
  return (await fetch(`${served.url}/certificates/${certificateId}`, { headers })).text();
};

it.each<[string, Date, Day | undefined, string | undefined]>([
  ["its last day, today", lastInstant, undefined, undefined],
  ["its last day", lastInstant, "2027-03-09", undefined],
  ["its end", lastInstant, "2027-03-10", "certificate_over"],
  ["its end, today", over, undefined, "certificate_over"],
  ["its last day, once it is over", over, "2027-03-09", undefined],
])("a certificate is reinstated from one of its own days only: from %s", async (_, at, from, refusal) => {
  const told = () =>
    database.pool.query("select 1 from notice where kind = 'certificate_reinstated' and subject_id = $1", [
      certificateId,
    ]);
  const command = { actorId, certificateId, note: "Nothing was found.", ...(from && { from }) };
  const code = await reinstate(database.db, command, at).then(
    () => undefined,
    (error: unknown) => (error instanceof Rejection ? error.code : error),
  );
  expect(code).toBe(refusal);
  expect((await told()).rowCount).toBe(refusal ? 0 : 1);
});

it.each([
  ["en", "Its last day is Tuesday, 9 March 2027"],
  ["de", "Sein letzter Tag ist Dienstag, 9. März 2027"],
] as const)("the page says why not, in %s, and offers it as long as it can be", async (language, sentence) => {
  now = lastInstant;
  expect(await page()).toContain("Reinstate …");
  const response = await fetch(`${served.url}/certificates/${certificateId}`, {
    method: "POST",
    headers: { Cookie: cookie, "Accept-Language": language, "Sec-Fetch-Site": "same-origin" },
    body: new URLSearchParams({ decision: "reinstate", from: "2027-03-10", note: "Nothing was found." }),
  });
  expect(response.status).toBe(409);
  expect(await response.text()).toContain(sentence);
  now = over;
  expect(await page()).not.toContain("Reinstate …");
});
