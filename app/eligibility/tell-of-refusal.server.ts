import type { RefusedAddress } from "~/notices/deliver-outbox.server";
import type { PlannedNotice } from "~/notices/mail-facts";
import { selectOptionalCurrentMembership } from "~/organisations/membership-queries.server";
import { selectAdminsByOrganisation } from "~/organisations/organisation-queries.server";
import { selectPeopleWithRole } from "~/people/person-queries.server";
import type { Trx } from "~/platform/database/handle";

/**
 * Who is told that a person's address is refused, once for each time it begins: the partner admins of the person's organisation, where there are
 * none IONOS portal admins. The person is not among them: that mail would be refused too.
 */
export async function tellOfRefusal(trx: Trx, refused: RefusedAddress, now: Date): Promise<PlannedNotice[]> {
  const { personId, personName, address, answer, since } = refused;
  const home = await selectOptionalCurrentMembership(trx, personId, now);
  const others = (people: readonly { personId: string }[]) => people.filter((one) => one.personId !== personId);
  const admins = home ? others(await selectAdminsByOrganisation(trx, [home.organisationId], now)) : [];
  const byAdmins = admins.length > 0;
  const told = byAdmins ? admins : others(await selectPeopleWithRole(trx, ["portal_admin"]));
  return told.map(({ personId: recipientId }) => ({
    kind: "address_refused",
    subjectId: personId,
    cycle: `${address} ${since.toISOString()}`,
    stage: "0",
    recipientId,
    organisationId: home?.organisationId ?? null,
    facts: {
      audience: byAdmins ? "partner_admin" : "staff",
      personId,
      personName,
      organisationId: home?.organisationId ?? null,
      organisationName: byAdmins ? (home?.organisationName ?? null) : null,
      address,
      answer,
    },
  }));
}
