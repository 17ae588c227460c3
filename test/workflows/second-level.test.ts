import { afterEach, beforeEach, expect, it } from "vitest";
import { approveSecondLevel, optOutOfSecondLevel } from "~/eligibility/change-membership.server";
import { readOrganisation } from "~/eligibility/read-organisation.server";
import { readSecondLevel } from "~/eligibility/read-second-level.server";
import {
  applyForSecondLevel,
  declineApplication,
  withdrawApplication,
} from "~/organisations/apply-for-second-level.server";
import type { Database } from "~/platform/database/handle";
import { aMember, anOrganisation, aStaffMember } from "../factories/organisations";
import { testServerDatabase } from "../set-up/database";

const now = new Date("2027-03-15T09:00:00Z");
const later = new Date("2027-03-16T09:00:00Z");
const words = { reason: "our customers ask for it", plan: "three people by June" };

let database: Database;
let organisationId: string;
let adminId: string;
let staffId: string;
beforeEach(async () => {
  database = await testServerDatabase();
  organisationId = await anOrganisation(database.db, { levelCode: "platinum" });
  adminId = await aMember(database.db, organisationId, "Ada", { partnerAdmin: true });
  staffId = await aStaffMember(database.db, "Petra", "portal_admin");
});
afterEach(() => database.close());

const apply = () => applyForSecondLevel(database.db, { actorId: adminId, organisationId, ...words }, now);
const told = async () =>
  (
    await database.db
      .selectFrom("notice")
      .select(["kind", "recipientId", "facts"])
      .where("kind", "in", ["second_level_applied", "second_level_decided"])
      .orderBy("decidedAt")
      .execute()
  ).map(({ kind, recipientId, facts }) => ({ kind, recipientId, facts }));

it("is in preparation once IONOS has approved, and everybody concerned is told", async () => {
  const { applicationId } = await apply();
  const page = await readOrganisation(database.db, organisationId, {}, now);
  expect(page).toMatchObject({ optedInFrom: null, applied: true });
  expect(await readSecondLevel(database.db, organisationId, now)).toMatchObject({
    verdict: "already_applied",
    open: { id: applicationId, ...words, applicantName: "Ada Example" },
    progress: null,
  });
  const command = { actorId: staffId, organisationId, applicationId, from: "2027-03-16", reason: null } as const;
  await approveSecondLevel(database.db, command, now);
  expect(await readOrganisation(database.db, organisationId, {}, now)).toMatchObject({
    standing: { status: "not_applicable" },
    optedInFrom: "2027-03-16",
    applied: false,
  });
  expect((await readOrganisation(database.db, organisationId, {}, later)).standing.status).toBe("in_preparation");
  expect(await readSecondLevel(database.db, organisationId, later)).toMatchObject({
    verdict: "opted_in",
    open: null,
    past: [{ outcome: "approved" }],
    progress: { from: "2027-03-16", plan: words.plan, named: 1, certified: 0, needed: 3, metSince: null },
  });
  expect(await told()).toMatchObject([
    { kind: "second_level_applied", recipientId: staffId, facts: { applicantName: "Ada Example" } },
    {
      kind: "second_level_decided",
      recipientId: adminId,
      facts: { outcome: "approved", obligedFrom: "2027-03-16", needed: 3 },
    },
  ]);
});

it("is applied for once, decided once, and by its own organisation's name only", async () => {
  const tries = await Promise.allSettled([apply(), apply()]);
  expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const open = (await readSecondLevel(database.db, organisationId, now)).open;
  const application = { actorId: staffId, organisationId, applicationId: open?.id ?? "" };
  const otherId = await anOrganisation(database.db, { name: "Fremdwerk", levelCode: "platinum" });
  const foreign = declineApplication(database.db, { ...application, organisationId: otherId, reason: "no" }, now);
  await expect(foreign).rejects.toMatchObject({ kind: "not_found" });
  const decided = await Promise.allSettled([
    declineApplication(database.db, { ...application, reason: "The plan names nobody." }, now),
    approveSecondLevel(database.db, { ...application, from: "2027-03-15", reason: null }, now),
    withdrawApplication(database.db, application, now),
  ]);
  expect(decided.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const one of decided) {
    if (one.status === "rejected") expect(one.reason).toMatchObject({ kind: "conflict", code: "changed_meanwhile" });
  }
});

it("is told with the reason when it is declined, not at all when it is withdrawn, and can be asked for again", async () => {
  const first = await apply();
  await withdrawApplication(database.db, { actorId: adminId, organisationId, ...first }, now);
  const second = await applyForSecondLevel(database.db, { actorId: adminId, organisationId, ...words }, later);
  const decision = { actorId: staffId, organisationId, ...second, reason: "The plan names nobody." };
  await declineApplication(database.db, decision, later);
  expect((await told()).filter(({ kind }) => kind === "second_level_decided")).toMatchObject([
    { recipientId: adminId, facts: { outcome: "declined", obligedFrom: null, reason: "The plan names nobody." } },
  ]);
  const { verdict, past } = await readSecondLevel(database.db, organisationId, later);
  expect(verdict).toBe("may_apply");
  expect(past.map(({ outcome }) => outcome)).toEqual(["declined", "withdrawn"]);
});

it("is no choice for a distributor", async () => {
  const distributorId = await anOrganisation(database.db, { name: "Rheinwerk" });
  const asked = applyForSecondLevel(database.db, { actorId: adminId, organisationId: distributorId, ...words }, now);
  await expect(asked).rejects.toMatchObject({ code: "second_level_not_open" });
  const out = { actorId: staffId, organisationId: distributorId, from: "2027-03-15" } as const;
  await expect(optOutOfSecondLevel(database.db, out, now)).rejects.toMatchObject({ code: "second_level_mandatory" });
});
