import { selectOptionalCurrentMembership } from "~/organisations/membership-queries.server";
import { selectAdminsByOrganisation } from "~/organisations/organisation-queries.server";
import type { Trx } from "~/platform/database/handle";
import type { Certificate } from "./certificate-queries.server";

export interface Concerned {
  readonly recipients: readonly { readonly recipientId: string; readonly audience: "holder" | "partner_admin" }[];
  /** The organisation whose count changes: where the holder is a member today. */
  readonly organisationIds: readonly string[];
}

/** Who is told about a certificate: its holder, and the partner admins of the organisation the holder belongs to now. */
export async function concernedBy(
  trx: Trx,
  { personId }: Pick<Certificate, "personId">,
  now: Date,
): Promise<Concerned> {
  const current = await selectOptionalCurrentMembership(trx, personId, now);
  return concernedIn(trx, { personId, organisationIds: current ? [current.organisationId] : [] }, now);
}

/** The same of a holder whose organisation of today is known, if there is one. */
export async function concernedIn(
  trx: Trx,
  { personId, organisationIds }: { readonly personId: string } & Pick<Concerned, "organisationIds">,
  now: Date,
): Promise<Concerned> {
  const admins = await selectAdminsByOrganisation(trx, organisationIds, now);
  return {
    recipients: [
      { recipientId: personId, audience: "holder" },
      ...admins
        .filter((admin) => admin.personId !== personId)
        .map((admin) => ({ recipientId: admin.personId, audience: "partner_admin" as const })),
    ],
    organisationIds,
  };
}

/** For everybody concerned, the ledger's key and the facts that every mail about a certificate has. `cycle` sets apart what may happen to it again. */
export function addressed(certificate: Certificate, { recipients }: Concerned, cycle: string) {
  return recipients.map(({ recipientId, audience }) => ({
    key: { subjectId: certificate.id, cycle, stage: "once", recipientId, organisationId: certificate.organisationId },
    about: {
      audience,
      personId: certificate.personId,
      personName: certificate.holderName,
      organisationId: certificate.organisationId,
      organisationName: certificate.organisationName,
      certificateId: certificate.id,
      certificateNumber: certificate.number,
    },
  }));
}
