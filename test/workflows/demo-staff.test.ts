import { expect, it } from "vitest";
import { testServerDatabase } from "#test/set-up/database";
import { demoStaff } from "~/demo/demo-accounts";
import { staffEvents } from "~/demo/staff-events.server";
import { staffDecisions } from "~/demo/staff-story";
import { World } from "~/demo/world";
import { selectViews } from "~/eligibility/saved-view-queries.server";
import { selectDecisionsOn } from "~/organisations/decision-queries.server";
import { readContacts } from "~/organisations/read-contacts.server";
import { seededRandom } from "~/platform/random";
import { overviewQuery } from "~/web/overview-query.server";
import { anOrganisation, aStaffMember } from "../factories/organisations";

it("the demo world's staff have decided, kept views that the overview understands, and announced another contact", async () => {
  const database = await testServerDatabase();
  try {
    const { db } = database;
    const now = new Date("2027-02-01T18:00:00Z");
    const world = new World(db, now, seededRandom("three seats"), { freeWeekdays: [6, 7], holidays: new Set() });
    for (const { email, roles } of demoStaff) {
      world.staff.set(email, await aStaffMember(db, email.split("@")[0] ?? "", roles[0] ?? "auditor"));
    }
    const keys = new Set([...staffDecisions.map(({ organisation }) => organisation), "rheinwerk", "atlantic"]);
    for (const key of keys) world.organisations.set(key, await anOrganisation(db, { name: key }));
    for (const { at, happen } of staffEvents(world).toSorted((a, b) => Number(a.at) - Number(b.at))) await happen(at);

    const decisions = await selectDecisionsOn(db, { now });
    expect(decisions.size).toBe(new Set(staffDecisions.map(({ organisation }) => organisation)).size);
    const views = await selectViews(db, world.staffMember("portal@ionos.example"));
    expect(views.map(({ query }) => overviewQuery(`?${query}`))).toEqual(views.map(({ query }) => query));
    const { roles, today } = await readContacts(db, "ionos_se", now);
    expect(roles[1]).toMatchObject({ present: { phone: "+49 30 23125 110" }, upcoming: { phone: "+49 30 23125 120" } });
    expect(roles[1]?.upcoming?.effectiveOn.localeCompare(today)).toBe(1);
  } finally {
    await database.close();
  }
});
