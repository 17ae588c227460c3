import { createHash } from "node:crypto";
import { dayIn, lastDay } from "~/kernel/calendar";
import { selectOrganisation } from "~/organisations/organisation-queries.server";
import type { Db } from "~/platform/database/handle";
import { parseCertificateNumber } from "./certificate-number";
import {
  type Certificate,
  decisionsOf,
  selectDecisions,
  selectOptionalCertificateByNumber,
} from "./certificate-queries.server";
import { selectOptionalNumberByHash } from "./document-queries.server";
import { selectProgrammeNames } from "./programme-names-queries.server";
import { type CertificateState, certificateState } from "./validity";

/** What anybody may learn of a certificate: what is printed on it, and what it is worth today. */
export interface VerifiedCertificate {
  readonly number: string;
  readonly holderName: string;
  readonly organisationName: string;
  readonly programme: Readonly<Record<"en" | "de", string>>;
  readonly validFrom: Certificate["validity"]["start"];
  readonly validThrough: Certificate["validity"]["start"];
  readonly state: CertificateState;
}

export type Verification =
  | { readonly outcome: "known"; readonly certificate: VerifiedCertificate }
  | { readonly outcome: "unknown"; readonly number: string }
  /** Not a number of ours at all: mistyped, and where a check digit says so. */
  | { readonly outcome: "mistyped"; readonly fault: "shape" | "check" };

/** Looks a printed or scanned number up; typing faults are told from numbers that were never issued. */
export async function verifyNumber(db: Db, typed: string, now: Date): Promise<Verification> {
  const parsed = parseCertificateNumber(typed);
  if ("fault" in parsed) return { outcome: "mistyped", fault: parsed.fault };
  const certificate = await selectOptionalCertificateByNumber(db, parsed.number);
  if (!certificate) return { outcome: "unknown", number: parsed.number };
  const { timeZone } = await selectOrganisation(db, certificate.organisationId);
  const decisions = decisionsOf(await selectDecisions(db, [certificate.id]), certificate.id);
  return {
    outcome: "known",
    certificate: {
      number: certificate.number,
      holderName: certificate.holderName,
      organisationName: certificate.organisationName,
      programme: await selectProgrammeNames(db, certificate.programmeCode),
      validFrom: certificate.validity.start,
      validThrough: lastDay(certificate.validity),
      state: certificateState({ validity: certificate.validity, ...decisions }, dayIn(timeZone, now)),
    },
  };
}

/** The number of the certificate whose frozen document has exactly these bytes; undefined when they were changed, or are not ours. */
export function verifyDocument(db: Db, bytes: Uint8Array): Promise<string | undefined> {
  return selectOptionalNumberByHash(db, createHash("sha256").update(bytes).digest("hex"));
}
