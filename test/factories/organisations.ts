import { addEngineer, approveSecondLevel } from "~/eligibility/change-membership.server";
import type { Day } from "~/kernel/calendar";
import { applyForSecondLevel } from "~/organisations/apply-for-second-level.server";
import { createOrganisation } from "~/organisations/create-organisation.server";
import { insertPerson, insertRoleAssignment } from "~/people/person-queries.server";
import { type Db, inTransaction } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import type { Role } from "~/platform/schema/people-tables";

const long = new Date("2026-01-01T09:00:00Z");

interface OrganisationOptions {
  readonly name?: string;
  readonly levelCode?: "partner" | "platinum" | "distributor" | "reseller";
  readonly timeZone?: string;
  readonly distributorId?: string;
  readonly from?: Day;
}

/** A distributor in Berlin since 1 January 2026, unless said otherwise. */
export async function anOrganisation(db: Db, options: OrganisationOptions = {}): Promise<string> {
  const {
    name = "Nordlicht Systems",
    levelCode = "distributor",
    timeZone = "Europe/Berlin",
    distributorId = null,
    from = "2026-01-01",
  } = options;
  const command = {
    actorId: null,
    name,
    contractingEntity: "ionos_se",
    timeZone,
    language: "en",
    levelCode,
    distributorId,
    selfEnrolment: false,
    from,
  } as const;
  return (await createOrganisation(db, command, long)).organisationId;
}

interface MemberOptions {
  readonly administrator?: boolean;
  readonly partnerAdmin?: boolean;
  readonly from?: Day;
  readonly now?: Date;
}

/** A member with the first name as address; an administrator from 1 January 2026, unless said otherwise. */
export async function aMember(
  db: Db,
  organisationId: string,
  firstName: string,
  options: MemberOptions = {},
): Promise<string> {
  const { administrator = true, partnerAdmin = false, from = "2026-01-01", now = long } = options;
  const email = `${firstName.toLowerCase()}@example.org`;
  const command = {
    actorId: null,
    organisationId,
    fullName: `${firstName} Example`,
    email,
    language: "en",
    administrator,
    partnerAdmin,
    from,
  } as const;
  return (await addEngineer(db, command, now, seededRandom(email))).personId;
}

export async function aStaffMember(db: Db, firstName: string, role: Exclude<Role, "partner_admin">): Promise<string> {
  return inTransaction(db, async (trx) => {
    const email = `${firstName.toLowerCase()}@ionos.example`;
    const personId = await insertPerson(trx, {
      fullName: `${firstName} Staff`,
      email,
      language: "en",
      createdAt: long,
    });
    if (!personId) throw new Error(`${email} is there already`);
    await insertRoleAssignment(trx, { personId, role, organisationId: null, recordedAt: long, recordedBy: null });
    return personId;
  });
}

/** A Platinum partner applies for second-level support and is approved from a day on, both by `actorId`. */
export async function aSecondLevelPartner(
  db: Db,
  { from, ...command }: { actorId: string; organisationId: string; from: Day },
  now: Date,
): Promise<void> {
  const words = { reason: "for the test", plan: "as the test needs it" };
  const { applicationId } = await applyForSecondLevel(db, { ...command, ...words }, now);
  await approveSecondLevel(db, { ...command, applicationId, from, reason: null }, now);
}
