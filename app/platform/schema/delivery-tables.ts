import type { Id } from "./columns";
import type { Language } from "./people-tables";

/** What the candidate accepted before the start; the database itself keeps it as it is. */
export interface AttemptDeclarationTable {
  attemptId: string;
  version: number;
  language: Language;
  /** Extra time included. */
  durationMinutes: number;
  deadlineAt: Date;
  acceptedAt: Date;
}

/** The candidate's own, for one place of the form; deleted when the attempt is over. */
export interface AttemptNoteTable {
  attemptId: string;
  ordinal: number;
  text: string;
  sequence: number;
  writtenAt: Date;
}

/** Something that the browser noticed; kept for a time only (policy). */
export interface AttemptEventTable {
  attemptId: string;
  clientId: string;
  /** Counts up in the browser. */
  sequence: number;
  kind: "focus_lost" | "focus_regained" | "pasted";
  /** Of the question that was on the page. */
  ordinal: number;
  /** How many were pasted; never which. */
  characters: number | null;
  happenedAt: Date;
}

/** From where requests of an attempt came; kept for a time only (policy). */
export interface AttemptOriginTable {
  attemptId: string;
  address: string;
  browser: string;
  system: string;
  firstSeenAt: Date;
  lastSeenAt: Date;
}

/** Another window or browser went on with the attempt; kept for a time only (policy). */
export interface AttemptTakeOverTable {
  attemptId: string;
  /** Of the attempt from then on. */
  turn: number;
  fromClient: string;
  toClient: string;
  takenAt: Date;
}

/** An answer arrived after the end and does not count; what it said is kept nowhere. Kept for a time only (policy). */
export interface AttemptLateAnswerTable {
  attemptId: string;
  ordinal: number;
  /** By the browser's word; never before the start. */
  givenAt: Date;
  arrivedAt: Date;
}

/** When a programme can be sat; without one that stands it always can. Never changed, only withdrawn. */
export interface ExamWindowTable {
  id: Id;
  programmeCode: string;
  opensAt: Date;
  closesAt: Date;
  reason: string;
  recordedAt: Date;
  recordedBy: string;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
}
