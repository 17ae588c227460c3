import { afterAll, beforeAll, expect, it } from "vitest";
import { addEngineer, leaveOrganisation } from "~/eligibility/change-membership.server";
import { suspend } from "~/eligibility/decide-on-certificate.server";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { aCertificate } from "../factories/certificates";
import { aMember, anOrganisation, aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";

let database: Database;
let staff: string;
const earned = { id: "", admin: "" };
const other = { id: "", admin: "" };
beforeAll(async () => {
  database = await testDatabase();
  staff = await aStaffMember(database.db, "Emma", "exam_manager");
  for (const [place, name] of [
    [earned, "Nordlicht"],
    [other, "Rheinwerk"],
  ] as const) {
    place.id = await anOrganisation(database.db, { name });
    place.admin = await aMember(database.db, place.id, `Boss${name}`, { partnerAdmin: true });
  }
});
afterAll(() => database.close());

const leave = (personId: string) => {
  const command = { actorId: staff, organisationId: earned.id, personId, endsOn: "2026-05-01" } as const;
  return leaveOrganisation(database.db, command, new Date("2026-04-20T09:00:00Z"));
};
const join = (name: string) => {
  const command = {
    actorId: null,
    organisationId: other.id,
    fullName: `${name} Example`,
    email: `${name.toLowerCase()}@example.org`,
    language: "en",
    administrator: true,
    partnerAdmin: false,
    from: "2026-05-01",
  } as const;
  return addEngineer(database.db, command, new Date("2026-05-02T09:00:00Z"), seededRandom(`${name} again`));
};

/** Their certificate comes from the first organisation; `since` is what has happened to them by the day of the decision. */
it.each([
  ["is still there: its admins", "Ada", async () => {}, () => [earned.admin]],
  ["has left: nobody else", "Ben", leave, () => []],
  [
    "belongs to another by now: that one's admins",
    "Cleo",
    async (personId: string) => {
      await leave(personId);
      await join("Cleo");
    },
    () => [other.admin],
  ],
])("a decision is told to the holder, and where the holder %s", async (_, name, since, others) => {
  const personId = await aMember(database.db, earned.id, name);
  const certificateId = await aCertificate(database.db, { personId, organisationId: earned.id, start: "2026-03-10" });
  await since(personId);
  const command = {
    actorId: staff,
    certificateId,
    from: "2026-06-10",
    reasonClass: "conduct",
    note: "Asked.",
  } as const;
  await suspend(database.db, command, new Date("2026-06-10T09:00:00Z"));
  const { rows } = await database.pool.query<{ to: string }>(
    "select recipient_id as to from notice where kind = 'certificate_suspended' and subject_id = $1",
    [certificateId],
  );
  expect(rows.map(({ to }) => to).sort()).toEqual([personId, ...others()].sort());
});
