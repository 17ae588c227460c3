import type { Day } from "~/kernel/calendar";
import type { Audience } from "./audience";

export type AboutExam = {
  readonly audience: Exclude<Audience, "staff">;
  readonly personId: string;
  readonly personName: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly programmeTitleEn: string;
  readonly programmeTitleDe: string;
};

export type ExamResultFacts = AboutExam & {
  readonly attemptId: string;
  readonly scorePercent: number;
  readonly cutScorePercent: number;
};
export type NotPassedFacts = ExamResultFacts & {
  /** The first day of the next try; null when staff have to release it. */
  readonly nextAttemptOn: Day | null;
  /** Its instant, with the zone in which it is said; absent in mails planned before the portal said it. */
  readonly nextAttempt?: { readonly at: string; readonly timeZone: string } | null;
  /** Nothing stands in the way: the result came after the time to wait. */
  readonly nextAttemptAtOnce?: true;
  /** The examination is open in windows only, and none is set yet for the time from that instant on. */
  readonly nextAttemptUnset?: true;
  /** The sections below their own minimum, as they are called; absent where there is none. */
  readonly missedSections?: { readonly en: string; readonly de: string };
};

/** The score of a graded exam was changed, and the outcome was not; only the candidate is told. */
export type ScoreChangedFacts = ExamResultFacts & {
  readonly scoreBefore: number;
  readonly passed: boolean;
  /** A change made before was taken back. */
  readonly takenBack: boolean;
};

/** The result waits until people have marked the report; no score yet. */
export type WaitsForMarkingFacts = AboutExam & {
  readonly attemptId: string;
  readonly markedBy: Day;
  /** Two markings have not settled it: the day has moved. */
  readonly third?: true;
};

/** For who marks: the report, not whose it is. */
export type ReportToMarkFacts = {
  readonly audience: "staff";
  readonly attemptId: string;
  readonly ordinal: number;
  readonly markedBy: Day;
  /** Absent at the hand-in; later a first reminder, and one that portal admins get, too. */
  readonly overdue?: "reminded" | "escalated";
  /** Two have marked it and do not settle it; `nobody_left`: nobody who may mark has not yet. */
  readonly third?: "asked" | "nobody_left";
};

/** For a judge of a cut-score study. */
export type CutScoreRoundFacts = {
  readonly audience: "staff";
  readonly studyId: string;
  readonly title: string;
  readonly round: number;
};
