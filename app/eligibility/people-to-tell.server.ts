import { selectPartnerManagers } from "~/organisations/decision-queries.server";
import { selectAdminsByOrganisation } from "~/organisations/organisation-queries.server";
import { selectPeopleWithRole } from "~/people/person-queries.server";
import type { Reader } from "~/platform/database/handle";
import type { StandingDue } from "./due-notices";
import { groupedBy } from "./grouped-by";

/** Whom an organisation's standing concerns today; nobody twice. */
export interface Recipients {
  readonly partnerAdmins: readonly string[];
  /** Portal admins, and the partner manager. */
  readonly staff: readonly string[];
  /** The partner manager; portal admins where none is named. */
  readonly managers: readonly string[];
}

const nobody: Recipients = { partnerAdmins: [], staff: [], managers: [] };

/** Of each organisation, in three statements however many there are; in none for none. */
export async function selectRecipients(
  db: Reader,
  organisationIds: readonly string[],
  now: Date,
): Promise<Map<string, Recipients>> {
  if (organisationIds.length === 0) return new Map();
  const told = await selectAdminsByOrganisation(db, organisationIds, now);
  const admins = groupedBy(told, ({ organisationId }) => organisationId);
  const everyStaff = (await selectPeopleWithRole(db, ["portal_admin"])).map(({ personId }) => personId);
  const named = await selectPartnerManagers(db, organisationIds);
  const managers = new Map(named.map((one) => [one.organisationId, one.personId]));
  return new Map(
    organisationIds.map((id) => {
      const partnerAdmins = (admins.get(id) ?? []).map(({ personId }) => personId);
      const others = (people: readonly string[]) => people.filter((personId) => !partnerAdmins.includes(personId));
      const manager = managers.get(id);
      return [
        id,
        {
          partnerAdmins,
          staff: others([...new Set([...everyStaff, ...(manager ? [manager] : [])])]),
          managers: others(manager ? [manager] : everyStaff),
        },
      ];
    }),
  );
}

/** At IONOS a coming fall concerns whoever looks after the partner, one that has happened and its end all staff as well. */
export const recipientsOf = ({ kind, toStaff }: StandingDue, people: Recipients = nobody) => [
  ...people.partnerAdmins.map((recipientId) => ({ recipientId, audience: "partner_admin" as const })),
  ...(toStaff ? (kind === "below_three_ahead" ? people.managers : people.staff) : []).map((recipientId) => ({
    recipientId,
    audience: "staff" as const,
  })),
];

/** Everybody who may be told anything of the organisation. */
export const everybodyIn = ({ partnerAdmins, staff }: Recipients = nobody): readonly string[] => [
  ...partnerAdmins,
  ...staff,
];
