import { selectOptionalCurrentMembership } from "~/organisations/membership-queries.server";
import { selectAdminsOf } from "~/organisations/organisation-queries.server";
import type { Trx } from "~/platform/database/handle";
import { together } from "~/platform/database/together";
import type { Certificate } from "./certificate-queries.server";

export interface Concerned {
  readonly recipients: readonly { readonly recipientId: string; readonly audience: "holder" | "partner_admin" }[];
  /** The organisation whose count changes: where the holder is a member today. */
  readonly organisationIds: readonly string[];
}

/** Who is told about a certificate: its holder, and the partner admins of the organisation the holder belongs to now. */
export async function concernedBy(
  trx: Trx,
  { personId, organisationId }: Pick<Certificate, "personId" | "organisationId">,
  now: Date,
): Promise<Concerned> {
  // Of the certificate's own organisation at once, where nearly everybody still is.
  const [current, there] = await together(
    selectOptionalCurrentMembership(trx, personId, now),
    selectAdminsOf(trx, organisationId, now),
  );
  const admins = current?.organisationId === organisationId ? there : await adminsElsewhere(trx, current, now);
  return {
    recipients: [
      { recipientId: personId, audience: "holder" },
      ...admins
        .filter((admin) => admin.personId !== personId)
        .map((admin) => ({ recipientId: admin.personId, audience: "partner_admin" as const })),
    ],
    organisationIds: current ? [current.organisationId] : [],
  };
}

const adminsElsewhere = async (trx: Trx, current: { organisationId: string } | undefined, now: Date) =>
  current ? selectAdminsOf(trx, current.organisationId, now) : [];

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
