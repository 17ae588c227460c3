import type { Generated } from "kysely";
import type { Id, InstantRangeColumn } from "./columns";
import type { Language } from "./people-tables";

export type EnrolmentState = "enrolled" | "waiting" | "offered" | "offer_expired" | "withdrawn";
export type AttendanceMark = "present" | "partial" | "absent";

export interface CourseTable {
  code: string;
  kind: "support_24_7" | "second_level";
  titleEn: string;
  titleDe: string;
  contentsEn: string;
  contentsDe: string;
}

export interface TrainingSessionTable {
  id: Id;
  courseCode: string;
  trainerId: string;
  language: Language;
  place: string | null;
  link: string | null;
  timeZone: string;
  capacity: number;
  enrolmentClosesAt: Date;
  chargeMinorUnits: Generated<number>;
  currency: string;
  taxNote: string | null;
  state: "scheduled" | "cancelled";
  revision: Generated<number>;
  createdBy: string | null;
  createdAt: Date;
}

export interface TrainingPartTable {
  id: Id;
  trainingSessionId: string;
  ordinal: number;
  during: InstantRangeColumn;
  trainerId: string;
  takingPlace: Generated<boolean>;
}

export interface EnrolmentTable {
  id: Id;
  trainingSessionId: string;
  personId: string;
  organisationId: string;
  state: EnrolmentState;
  enrolledBy: string | null;
  queuedAt: Date;
  queuePosition: Generated<number>;
  offerExpiresAt: Date | null;
  purchaseOrder: string | null;
  chargeAcceptedBy: string | null;
  calendarSequence: Generated<number>;
  stateSince: Date;
}

export interface AttendanceTable {
  enrolmentId: string;
  trainingPartId: string;
  mark: AttendanceMark;
  recordedAt: Date;
  recordedBy: string | null;
}

export interface CalendarFeedTable {
  personId: string;
  token: string;
  createdAt: Date;
}
