import { expect } from "vitest";
import { addEngineer, leaveOrganisation } from "~/eligibility/change-membership.server";
import { selectToldOfStandings } from "~/eligibility/notice-queries.server";
import { stillDueTogether } from "~/eligibility/still-due.server";
import { sweepEligibility } from "~/eligibility/sweep-organisations.server";
import type { Day } from "~/kernel/calendar";
import type { DueNotice } from "~/notices/deliver-outbox.server";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { aCertificate } from "./certificates";
import { aMember, anOrganisation, aStaffMember } from "./organisations";
import { at } from "./race-worlds";

export type ToldOrganisation = Awaited<ReturnType<typeof aToldOrganisation>>;

/** A distributor whose three end on 2027-03-10, 2027-04-01 and 2027-05-01; told are a partner admin and an IONOS portal admin. */
export async function aToldOrganisation(database: Database) {
  const { db } = database;
  const organisationId = await anOrganisation(db);
  const boss = await aMember(db, organisationId, "Boss", { administrator: false, partnerAdmin: true });
  const staff = await aStaffMember(db, "Ines", "portal_admin");
  const [ada, ben, cem] = [
    await aMember(db, organisationId, "Ada"),
    await aMember(db, organisationId, "Ben"),
    await aMember(db, organisationId, "Cem"),
  ];
  await aCertificate(db, { personId: ada, organisationId, start: "2026-03-10" });
  await aCertificate(db, { personId: ben, organisationId, start: "2026-04-01" });
  await aCertificate(db, { personId: cem, organisationId, start: "2026-05-01" });

  const sweep = async (day: Day, time?: string) => {
    const { failures, planned } = await sweepEligibility(db, at(day, time));
    expect(failures).toEqual([]);
    return planned;
  };
  const ledger = async (...kinds: string[]) => {
    const who = (id: string) => (id === boss ? "boss" : id === staff ? "staff" : "?");
    const told = (await selectToldOfStandings(db, [organisationId])).filter(({ kind }) => kinds.includes(kind));
    return told.map(({ kind, cycle, stage, recipientId }) => `${kind} ${cycle} ${stage} ${who(recipientId)}`).sort();
  };
  const leave = (personId: string, day: Day, endsOn?: Day) =>
    leaveOrganisation(db, { actorId: boss, organisationId, personId, ...(endsOn && { endsOn }) }, at(day));
  const join = async (name: string, day: Day) => {
    const email = `${name.toLowerCase()}@example.org`;
    const command = {
      actorId: boss,
      organisationId,
      fullName: name,
      email,
      language: "en",
      administrator: true,
      partnerAdmin: false,
    } as const;
    return (await addEngineer(db, command, at(day), seededRandom(email))).personId;
  };
  const stillDue = (notice: DueNotice, now: Date) => stillDueTogether(db, () => now)(notice);

  return { database, organisationId, boss, staff, ada, ben, cem, sweep, ledger, leave, join, stillDue };
}
