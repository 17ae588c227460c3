import type { ColumnType, Generated } from "kysely";
import type { Id, Json, NullableJson } from "./columns";

/** JSON whose shape the examination's own rules know. */
type Shaped = Record<string, unknown>;

export interface RegradeTable {
  id: Id;
  itemVersionId: string;
  treatment: Json<Shaped>;
  takePassesAway: boolean;
  reason: string;
  createdAt: Date;
  createdBy: string;
  appliedAt: Date | null;
  appliedBy: string | null;
  undoneAt: Date | null;
  undoneBy: string | null;
  undoReason: string | null;
  certificatesAfterUndo: "suspended" | "kept" | null;
  discardedAt: Date | null;
  discardedBy: string | null;
  discardReason: string | null;
}

export type RegradeStep = "applied" | "undone";

export interface RegradeEffectTable {
  regradeId: string;
  step: RegradeStep;
  attemptId: string;
  scoreBefore: number;
  scoreAfter: number;
  passedBefore: boolean;
  passedAfter: boolean;
  consequence: "none" | "pass_kept" | "issued" | "not_needed" | "reinstated" | "suspended" | "left";
  certificateId: string | null;
}

export interface RegradeStandingTable {
  regradeId: string;
  step: RegradeStep;
  organisationId: string;
  statusBefore: string;
  countBefore: number;
  statusAfter: string;
  countAfter: number;
}

/** Written by the database itself whenever the result of an attempt is changed. */
export interface AttemptEarlierResultTable {
  id: Generated<number>;
  attemptId: string;
  scorePercent: number;
  passed: boolean;
  result: Json<Shaped>;
  /** By the ordinal of the item; null for one that was left out. */
  itemPoints: ColumnType<(number | null)[], never, never>;
  recordedAt: Date;
  supersededAt: Date;
}

export interface CutScoreStudyTable {
  id: Id;
  programmeCode: string;
  title: string;
  blueprint: Json<Shaped>;
  createdAt: Date;
  createdBy: string;
  closedAt: Date | null;
  outcome: "signed" | "abandoned" | null;
  closedBy: string | null;
  reason: string | null;
  result: NullableJson<Shaped>;
}

export interface CutScoreItemTable {
  studyId: string;
  ordinal: number;
  itemVersionId: string;
}

export interface CutScoreJudgeTable {
  studyId: string;
  personId: string;
  invitedAt: Date;
  invitedBy: string;
}

export interface CutScoreRoundTable {
  studyId: string;
  round: number;
  openedAt: Date;
  openedBy: string;
  closedAt: Date | null;
  closedBy: string | null;
}

export interface CutScoreRatingTable {
  id: Generated<string>;
  studyId: string;
  round: number;
  itemVersionId: string;
  personId: string;
  percent: number;
  recordedAt: Date;
  supersededAt: Date | null;
}

export interface CutScoreRemarkTable {
  id: Id;
  studyId: string;
  itemVersionId: string;
  personId: string;
  remark: string;
  recordedAt: Date;
}

export interface MarkingCaseTable {
  attemptId: string;
  openedAt: Date;
  dueAt: Date;
  ordinals: number[];
  scorePercent: number;
  standardError: number;
}

export interface ReportMarkingTable {
  id: Id;
  attemptId: string;
  ordinal: number;
  place: number;
  markerId: string;
  points: number;
  remark: string | null;
  recordedAt: Date;
}

/** A report that its first two markings do not settle. */
export interface ThirdMarkingTable {
  attemptId: string;
  ordinal: number;
  because: "apart" | "outcome";
  askedAt: Date;
  dueAt: Date;
}

export interface ReportMarkTable {
  reportMarkingId: string;
  criterion: string;
  share: number;
  remark: string | null;
}

/** Of a generated choice item, counted by a job: how often was chosen what its options stand for. */
export interface GeneratedItemCountTable {
  itemVersionId: string;
  countedAt: Date;
  responses: number;
  rest: number;
  restSquares: number;
  options: ColumnType<unknown, string, string>;
}
