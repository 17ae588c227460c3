import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { Day } from "~/kernel/calendar";
import type { Id, Json, NullableJson } from "./columns";

export type ItemKind =
  | "single_choice"
  | "multiple_choice"
  | "numeric"
  | "ordering"
  | "matching"
  | "mark_evidence"
  | "incident_report";
export type ItemStatus = "draft" | "in_review" | "active" | "retired" | "discarded";

/** JSON whose shape the examination's own rules know (zod-checked there). */
type Shaped = Record<string, unknown>;

export interface CertificationProgrammeTable {
  code: string;
  nameEn: string;
  nameDe: string;
}

export interface ProgrammeVersionTable {
  id: Id;
  programmeCode: string;
  version: number;
  blueprint: Json<Shaped>;
  cutScorePercent: number;
  durationMinutes: number;
  requiresTraining: boolean;
  activeFrom: Date;
  recordedBy: string | null;
  /** The signed study that the cut score comes from. */
  cutScoreStudyId: Generated<string | null>;
  /** The study with whose signature a version that was to come was published again. */
  republishedWithStudyId: Generated<string | null>;
}

export interface ItemTable {
  id: Id;
  code: string;
  pool: "certification" | "practice";
  section: string;
  createdAt: Date;
  /** Delivered with the portal, or written by staff. */
  origin: Generated<"delivered" | "staff">;
  /** Set while a delivered item is delivered no longer. */
  withdrawnAt: Date | null;
  /** Items of one group never stand in one form. */
  enemyGroup: string | null;
}

export interface ItemVersionTable {
  id: Id;
  itemId: string;
  version: number;
  status: ItemStatus;
  kind: ItemKind;
  clauses: string[];
  points: number;
  content: Json<Shaped>;
  /** Per cent of the points that somebody who just deserves to pass is expected to reach; null when nobody has guessed yet. */
  difficultyGuess: number | null;
  /** A generator makes its content; kept by the database itself. */
  generated: GeneratedAlways<boolean>;
  /** Where it comes from: clauses, manuals, addresses; a line each. */
  sources: Generated<string[]>;
  /** The language that is outdated, by the name of the text; null where only the two below are kept. */
  outdatedTexts: NullableJson<Shaped>;
  /** The versions in which the words of each language were last up to date throughout; the lower one is outdated. */
  englishRevised: Generated<number>;
  germanRevised: Generated<number>;
  authorId: string | null;
  reviewerId: string | null;
  recordedAt: Date;
}

export interface AttemptTable {
  id: Id;
  personId: string;
  organisationId: string;
  programmeVersionId: string;
  ordinal: number;
  seed: string;
  startedAt: Date;
  deadlineAt: Date;
  extraMinutes: Generated<number>;
  activeClient: string | null;
  /** How often another window or browser has taken over. */
  turn: Generated<number>;
  finishedAt: Date | null;
  finishedBy: "candidate" | "deadline" | null;
  gradedAt: Date | null;
  scorePercent: number | null;
  passed: boolean | null;
  result: NullableJson<Shaped>;
  /** Of all sections of the result, computed by the database. */
  pointsSum: ColumnType<number | null, never, never>;
  maxPointsSum: ColumnType<number | null, never, never>;
  /** The first day of the month, in UTC, in which it was finished; kept by the database itself. */
  finishedMonth: ColumnType<Day | null, never, never>;
}

export interface AttemptItemTable {
  attemptId: string;
  ordinal: number;
  itemVersionId: string;
  seed: string;
  response: ColumnType<unknown, string | null, string | null>;
  responseSequence: Generated<number>;
  respondedAt: Date | null;
  flagged: Generated<boolean>;
  /** The attempt's turn in which the answer was stored. */
  responseTurn: Generated<number>;
  /** By how much the answer arrived later than it was given, where that is noteworthy; kept for a time only (policy). */
  delayedSeconds: Generated<number | null>;
  points: number | null;
  /** From the answer before it, or the start, to the last answer to it; null until handed in, and without an answer. */
  spentSeconds: Generated<number | null>;
}

export interface AttemptExceptionTable {
  id: Id;
  personId: string;
  kind: "release" | "outside_window" | "extra_time";
  extraMinutes: Generated<number>;
  reason: string;
  recordedAt: Date;
  recordedBy: string;
  usedByAttemptId: string | null;
  /** Null with its reason and who did it while it stands; never set for one that was used. */
  withdrawnAt: Generated<Date | null>;
  withdrawnBy: Generated<string | null>;
  withdrawnReason: Generated<string | null>;
}
