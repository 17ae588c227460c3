import type { Generated } from "kysely";
import type { DayColumn, DayRangeColumn, Id, RecordedFact } from "./columns";
import type { Language } from "./people-tables";

export type SuspensionReason = "under_investigation" | "conduct" | "administrative";
export type RevocationReason = "exam_misconduct" | "issued_in_error" | "conduct";

export interface CertificateTable {
  id: Id;
  number: string;
  programmeCode: string;
  personId: string;
  organisationId: string;
  attemptId: string;
  previousCertificateId: string | null;
  validity: DayRangeColumn;
  anchorOn: DayColumn;
  term: number;
  renewalWindowDays: number;
  policyVersion: number;
  holderName: string;
  organisationName: string;
  language: Language;
  issuedOn: DayColumn;
  issuedAt: Date;
  /** A new chain begun by a staff exception, or after a revocation, may overlap what it replaces. */
  overlapAllowed: Generated<boolean>;
}

export interface CertificateDocumentTable {
  certificateId: string;
  sha256: string;
  bytes: Buffer;
  frozenAt: Date;
}

export interface CertificateSuspensionTable extends RecordedFact {
  id: Id;
  certificateId: string;
  during: DayRangeColumn;
  reasonClass: SuspensionReason;
  note: string;
}

export interface CertificateRevocationTable {
  certificateId: string;
  effectiveOn: DayColumn;
  reasonClass: RevocationReason;
  note: string;
  recordedAt: Date;
  recordedBy: string | null;
}
