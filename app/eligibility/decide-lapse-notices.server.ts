import { type Day, type DayRange, dayIn, lastDay } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { PlannedNotice } from "~/notices/mail-facts";
import { selectAdminsByOrganisation } from "~/organisations/organisation-queries.server";
import type { Reader } from "~/platform/database/handle";
import { dueForCertificate } from "./due-notices";
import { selectDecisions } from "./facts-queries.server";
import { groupedBy } from "./grouped-by";
import { selectEndingCertificates, selectToldOfLapses } from "./notice-queries.server";

export interface LapseNotices {
  readonly certificateId: string;
  readonly due: readonly PlannedNotice[];
  /** Of these, what the ledger does not hold yet. */
  readonly missing: readonly PlannedNotice[];
}

/**
 * What is to be told today of the ends of these certificates: to the holder, and to the partner admins of the organisation where the holder is a
 * member now; after leaving, to the holder alone. The day is that of the organisation the certificate was issued for. Five statements.
 */
export async function decideLapseNotices(
  db: Reader,
  certificateIds: readonly string[],
  now: Date,
): Promise<LapseNotices[]> {
  const certificates = await selectEndingCertificates(db, certificateIds, now);
  const decisions = await selectDecisions(db, certificateIds);
  const homes = [...new Set(certificates.flatMap(({ homeId }) => homeId ?? []))];
  const admins = groupedBy(await selectAdminsByOrganisation(db, homes, now), ({ organisationId }) => organisationId);
  const ledger = groupedBy(await selectToldOfLapses(db, certificateIds), ({ subjectId }) => subjectId);
  return certificates.map((certificate) => {
    const { certificateId, homeId } = certificate;
    const validity = certificate.validity as DayRange & { end: Day };
    const lapse = { ...decisions(certificateId), validity, otherEnd: certificate.otherEnd };
    const what = dueForCertificate(lapse, dayIn(certificate.timeZone, now), policy);
    const partnerAdmins = (admins.get(homeId ?? "") ?? []).map(({ personId }) => personId);
    const due = what
      ? recipientsOf(certificate, partnerAdmins).map((to) => notice(what, certificate, lastDay(validity), to))
      : [];
    const known = new Set((ledger.get(certificateId) ?? []).map(ledgerKey));
    return { certificateId, due, missing: due.filter((one) => !known.has(ledgerKey(one))) };
  });
}

type Ending = Awaited<ReturnType<typeof selectEndingCertificates>>[number];
interface Recipient {
  readonly recipientId: string;
  readonly audience: "holder" | "partner_admin";
}

const ledgerKey = ({ kind, stage, recipientId }: Pick<PlannedNotice, "kind" | "stage" | "recipientId">) =>
  `${kind} ${stage} ${recipientId}`;

const recipientsOf = ({ personId, holderActive }: Ending, partnerAdmins: readonly string[]): Recipient[] => [
  ...(holderActive ? [{ recipientId: personId, audience: "holder" as const }] : []),
  ...partnerAdmins
    .filter((id) => id !== personId)
    .map((recipientId) => ({ recipientId, audience: "partner_admin" as const })),
];

function notice(
  due: { kind: "certificate_lapsing" | "certificate_lapsed"; stage: string },
  ending: Ending,
  validThrough: Day,
  { recipientId, audience }: Recipient,
): PlannedNotice {
  const {
    certificateId,
    number: certificateNumber,
    personId,
    fullName: personName,
    issuedAtId,
    issuedAtName,
    homeId,
    homeName,
    timeZone,
  } = ending;
  const organisation = { organisationId: homeId ?? issuedAtId, organisationName: homeName ?? issuedAtName };
  return {
    ...due,
    subjectId: certificateId,
    cycle: certificateId,
    recipientId,
    organisationId: homeId,
    facts: {
      audience,
      personId,
      personName,
      ...organisation,
      certificateId,
      certificateNumber,
      validThrough,
      timeZone,
    },
  };
}
