import type { Generated } from "kysely";
import type { DayRangeColumn, Id, Json, RecordedFact } from "./columns";

export type Language = "en" | "de";
export type ContractingEntity = "ionos_se" | "ionos_inc" | "ionos_ltd";
export type SecondLevelSupport = "not_available" | "optional" | "mandatory";
export type Role = "partner_admin" | "auditor" | "training_manager" | "exam_manager" | "portal_admin";

export interface ProgrammeLevelTable {
  code: string;
  nameEn: string;
  nameDe: string;
  secondLevelSupport: SecondLevelSupport;
}

export interface OrganisationTable {
  id: Id;
  name: string;
  contractingEntity: ContractingEntity;
  timeZone: string;
  language: Language;
  distributorId: string | null;
  selfEnrolment: boolean;
  /** Who at IONOS looks after the partner. */
  partnerManagerId: Generated<string | null>;
  createdAt: Date;
}

export interface PersonTable {
  id: Id;
  fullName: string;
  email: string;
  language: Language;
  /** Where mails are read; null: in the zone of the organisation. */
  mailTimeZone: string | null;
  passwordHash: string | null;
  createdAt: Date;
  deactivatedAt: Date | null;
}

export interface RoleAssignmentTable extends RecordedFact {
  id: Id;
  personId: string;
  role: Role;
  organisationId: string | null;
}

export interface OrganisationLevelTable extends RecordedFact {
  id: Id;
  organisationId: string;
  levelCode: string;
  during: DayRangeColumn;
}

export interface SecondLevelOptInTable extends RecordedFact {
  id: Id;
  organisationId: string;
  during: DayRangeColumn;
}

export interface MembershipTable extends RecordedFact {
  id: Id;
  personId: string;
  organisationId: string;
  during: DayRangeColumn;
  administrator: boolean;
}

export interface SignInSessionTable {
  tokenHash: string;
  personId: string | null;
  data: Json<Record<string, unknown>>;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  userAgent: string | null;
  address: string | null;
}

export interface OneTimeLinkTable {
  tokenHash: string;
  purpose: "invitation" | "password_reset";
  personId: string;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

export interface DemoWorldTable {
  only: Generated<boolean>;
  seed: string;
  startedAt: Date;
  finishedAt: Date | null;
}
