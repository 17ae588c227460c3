/** What the loader sends to the page of an examination, or of a mock examination, as plain JSON. */
import type { GivenAnswer } from "~/examination/given-answer";
import type { ResponseFault } from "~/examination/save-answer.server";
import type { ShownItem } from "~/examination/shown-item";

export interface PageAnswer {
  readonly given: GivenAnswer | null;
  readonly answered: boolean;
  readonly flagged: boolean;
  /** ISO instant, null while nothing is stored. */
  readonly savedAt: string | null;
  /** What the candidate has noted beside it. */
  readonly note: string;
}

export interface ExamPage {
  readonly title: string;
  readonly candidate: string;
  readonly now: string;
  readonly deadlineAt: string;
  /** IANA zone of the organisation, in which times are shown. */
  readonly zone: string;
  /** The deadline has passed; what was given in time may still arrive. */
  readonly over: boolean;
  /** How often another window or browser had taken over when the page was made. */
  readonly turn: number;
  /** In the order of the form. */
  readonly answers: readonly PageAnswer[];
  readonly item: ShownItem;
  readonly lastSequence: number;
  /** The highest sequence number of a note. */
  readonly lastNote: number;
  /** Whether a calculator is offered beside a question, by the order of the form. */
  readonly calculator: readonly boolean[];
}

/** How much time there was when the page was made. */
export const secondsLeft = ({ now, deadlineAt }: Pick<ExamPage, "now" | "deadlineAt">): number =>
  Math.max(0, (Date.parse(deadlineAt) - Date.parse(now)) / 1000);

/** What the action answers when it could not store what the form holds. */
export interface Refused {
  readonly ordinal: number;
  readonly given: GivenAnswer;
  /** Null when the note alone was refused. */
  readonly fault: ResponseFault | null;
  readonly note: string;
  readonly noteTooLong: boolean;
}
