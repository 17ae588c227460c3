import { createHash } from "node:crypto";
import { dayIn, lastDay } from "~/kernel/calendar";
import type { Db } from "~/platform/database/handle";
import { parseCertificateNumber } from "./certificate-number";
import { selectOptionalNumberByHash } from "./document-queries.server";
import { type CertificateState, certificateState, type Validity } from "./validity";
import { selectOptionalToVerify } from "./verification-queries.server";

/** What anybody may learn of a certificate: what is printed on it, and what it is worth today. */
export interface VerifiedCertificate {
  readonly number: string;
  readonly holderName: string;
  readonly organisationName: string;
  readonly programme: Readonly<Record<"en" | "de", string>>;
  readonly validFrom: Validity["start"];
  readonly validThrough: Validity["start"];
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
  const found = await selectOptionalToVerify(db, parsed.number);
  if (!found) return { outcome: "unknown", number: parsed.number };
  const { number, holderName, organisationName, validity } = found;
  return {
    outcome: "known",
    certificate: {
      number,
      holderName,
      organisationName,
      programme: { en: found.nameEn, de: found.nameDe },
      validFrom: validity.start,
      validThrough: lastDay(validity),
      state: certificateState(found, dayIn(found.timeZone, now)),
    },
  };
}

/** The number of the certificate whose frozen document has exactly these bytes; undefined when they were changed, or are not ours. */
export function verifyDocument(db: Db, bytes: Uint8Array): Promise<string | undefined> {
  return selectOptionalNumberByHash(db, createHash("sha256").update(bytes).digest("hex"));
}
