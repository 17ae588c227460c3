import { afterEach, beforeEach, expect, it } from "vitest";
import { testServerDatabase } from "#test/set-up/database";
import { planStaffDigest } from "~/eligibility/plan-staff-digest.server";
import { sweepEligibility } from "~/eligibility/sweep-organisations.server";
import { addDays, type Day } from "~/kernel/calendar";
import type { Database } from "~/platform/database/handle";
import { aCertificate } from "../factories/certificates";
import { aMember, anOrganisation, aStaffMember } from "../factories/organisations";

let database: Database;
let organisationId: string;
beforeEach(async () => {
  database = await testServerDatabase();
  organisationId = await anOrganisation(database.db);
  await aMember(database.db, organisationId, "Boss", { administrator: false, partnerAdmin: true });
  await aStaffMember(database.db, "Ines", "portal_admin");
  await aStaffMember(database.db, "Udo", "auditor");
  for (const [name, start] of [
    ["Ada", "2026-03-10"],
    ["Ben", "2026-03-12"],
    ["Cem", "2026-06-01"],
  ] as const) {
    const personId = await aMember(database.db, organisationId, name);
    await aCertificate(database.db, { personId, organisationId, start });
  }
});
afterEach(() => database.close());

/** What one day's sweep and list bring: who gets the list, and who stands on it. */
async function morning(day: Day): Promise<string[]> {
  const now = new Date(`${day}T05:30:00Z`);
  await sweepEligibility(database.db, now);
  await planStaffDigest(database.db, now);
  const lists = await database.db
    .selectFrom("notice")
    .innerJoin("person", "person.id", "notice.recipientId")
    .select(["person.fullName", "facts"])
    .where("kind", "=", "staff_digest")
    .where("decidedAt", "=", now)
    .execute();
  return lists
    .toSorted((a, b) => a.fullName.localeCompare(b.fullName))
    .map(({ fullName, facts }) => {
      const { entries } = facts as { entries: { personName: string; validThrough: string }[] };
      return `${fullName}: ${entries.map(({ personName, validThrough }) => `${personName} ${validThrough}`).join(", ")}`;
    });
}

it("tells portal admins each day what has come near, from thirty days on, and nothing when nothing has", async () => {
  expect(await morning("2027-01-20" as Day), "at 60 days only partners are told").toEqual([]);
  expect(await morning("2027-02-08" as Day)).toEqual(["Ines Staff: Ada Example 2027-03-09"]);
  expect(await morning("2027-02-08" as Day), "a second run the same morning").toHaveLength(1);
  expect(await morning("2027-02-09" as Day)).toEqual([]);
  expect(await morning("2027-02-10" as Day)).toEqual(["Ines Staff: Ben Example 2027-03-11"]);
});

it("makes up for mornings that were missed, each certificate once", async () => {
  await morning("2027-02-08" as Day);
  for (const ahead of [1, 2, 3]) {
    const day = addDays("2027-02-08" as Day, ahead);
    await sweepEligibility(database.db, new Date(`${day}T05:00:00Z`));
  }
  expect(await morning("2027-03-10" as Day)).toEqual(["Ines Staff: Ada Example 2027-03-09, Ben Example 2027-03-11"]);
});

/** Whose certificate ends thirty days after 2027-02-03. */
async function dia(): Promise<void> {
  const personId = await aMember(database.db, organisationId, "Dia");
  await aCertificate(database.db, { personId, organisationId, start: "2026-03-05" });
}

it("brings the next day what a sweep that was still at it told after the list was made", async () => {
  expect(await morning("2027-02-08" as Day)).toEqual(["Ines Staff: Ada Example 2027-03-09"]);
  await dia();
  // The sweep says of its notices when it began, which is before the list was made.
  await sweepEligibility(database.db, new Date("2027-02-08T05:29:00Z"));
  expect(await morning("2027-02-09" as Day)).toEqual(["Ines Staff: Dia Example 2027-03-04"]);
  expect(await morning("2027-02-10" as Day)).toEqual(["Ines Staff: Ben Example 2027-03-11"]);
});

it("keeps nobody waiting for a list made anew on the same day for somebody else", async () => {
  expect(await morning("2027-02-08" as Day)).toHaveLength(1);
  await aStaffMember(database.db, "Nuri", "portal_admin");
  await dia();
  expect(await morning("2027-02-08" as Day)).toEqual([
    "Ines Staff: Ada Example 2027-03-09",
    "Nuri Staff: Dia Example 2027-03-04, Ada Example 2027-03-09",
  ]);
  expect(await morning("2027-02-09" as Day)).toEqual(["Ines Staff: Dia Example 2027-03-04"]);
});

it("is made however many certificates have come near", async () => {
  const readers = 3;
  for (const name of ["Nuri", "Otto"]) await aStaffMember(database.db, name, "portal_admin");
  await morning("2027-02-08" as Day);
  // More than a statement could have parameters for, as after a year in which everybody was certified in one week.
  await database.pool.query(`
    insert into notice (kind, subject_id, cycle, stage, recipient_id, organisation_id, facts, decided_at)
    select kind, subject_id, cycle, (stage::integer - number)::text, recipient_id, organisation_id, facts, '2027-02-08T12:00:00Z'
    from notice, generate_series(1, 6000) as number where kind = 'certificate_lapsing' and facts ->> 'audience' = 'holder' and stage = '30'`);
  expect(await planStaffDigest(database.db, new Date("2027-02-09T05:30:00Z"))).toEqual({
    certificates: 1,
    mails: readers,
  });
});
