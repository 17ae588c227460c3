import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "~/platform/database/handle";
import { aStaffMember } from "../factories/organisations";
import { testServerDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

let database: Database;
let served: ServedPortal;
let staffId = "";
let now = new Date();
beforeAll(async () => {
  database = await testServerDatabase();
  staffId = await aStaffMember(database.db, "Ines", "portal_admin");
  served = await servePortal(database, { now: () => now });
});
afterAll(async () => {
  served.close();
  await database.close();
});

it.each([
  ["2027-02-01T08:00:00Z", false],
  ["2030-12-01T08:00:00Z", true],
  // None of this year's is known any more, which is when it matters most.
  ["2031-01-02T08:00:00Z", true],
])("at %s staff are asked for further holidays: %s", async (instant, asked) => {
  now = new Date(instant);
  const headers = { Cookie: await served.signedIn(staffId) };
  const html = await (await fetch(`${served.url}/support-contacts/business-days`, { headers })).text();
  expect(html.includes("The last public holiday that is known")).toBe(asked);
});
