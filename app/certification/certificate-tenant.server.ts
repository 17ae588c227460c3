import { covers, dayIn } from "~/kernel/calendar";
import { selectMembershipsOf } from "~/organisations/membership-queries.server";
import type { Db } from "~/platform/database/handle";
import { type Certificate, selectCertificate } from "./certificate-queries.server";

/**
 * A certificate with whom it belongs to: the holder, and the organisation the holder is a member of now. Only for people who are members
 * nowhere is it still the organisation at issue, so that a transfer moves the sight of it with the person.
 */
export async function selectCertificateAndTenant(
  db: Db,
  certificateId: string,
  now: Date,
): Promise<{ certificate: Certificate; tenant: { personId: string; organisationId: string } }> {
  const certificate = await selectCertificate(db, certificateId);
  const memberships = await selectMembershipsOf(db, certificate.personId);
  const current = memberships.find((membership) => covers(membership.during, dayIn(membership.timeZone, now)));
  return {
    certificate,
    tenant: { personId: certificate.personId, organisationId: current?.organisationId ?? certificate.organisationId },
  };
}
