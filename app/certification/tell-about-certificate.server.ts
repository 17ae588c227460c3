import { selectOptionalCurrentMembership } from "~/organisations/membership-queries.server";
import { selectAdminsOf } from "~/organisations/organisation-queries.server";
import type { Trx } from "~/platform/database/handle";
import type { Certificate } from "./certificate-queries.server";

export interface Concerned {
  readonly recipients: readonly { readonly recipientId: string; readonly audience: "holder" | "partner_admin" }[];
  /** The organisation whose count changes: where the holder is a member today. */
  readonly organisationIds: readonly string[];
}

/** Who is told about a certificate: its holder, and the partner admins of the organisation the holder belongs to now. */
export async function concernedBy(trx: Trx, certificate: Pick<Certificate, "personId">, now: Date): Promise<Concerned> {
  const current = await selectOptionalCurrentMembership(trx, certificate.personId, now);
  const admins = current ? await selectAdminsOf(trx, current.organisationId, now) : [];
  return {
    recipients: [
      { recipientId: certificate.personId, audience: "holder" },
      ...admins
        .filter((admin) => admin.personId !== certificate.personId)
        .map((admin) => ({ recipientId: admin.personId, audience: "partner_admin" as const })),
    ],
    organisationIds: current ? [current.organisationId] : [],
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
