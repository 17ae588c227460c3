import type { ColumnType, Generated } from "kysely";
import type { DayColumn, Id, NullableJson } from "./columns";

export interface PracticeRoundTable {
  id: Id;
  personId: string;
  kind: "section" | "mock";
  /** Null for a mock examination, which runs through all of them. */
  section: string | null;
  seed: string;
  startedAt: Date;
  /** Set for a mock examination only. */
  deadlineAt: Date | null;
  finishedAt: Date | null;
  result: NullableJson<Record<string, unknown>>;
  /** Of a mock examination: the browser that answers. */
  activeClient: string | null;
  /** How often another window or browser has taken it over. */
  turn: Generated<number>;
}

export interface PracticeItemTable {
  roundId: string;
  ordinal: number;
  itemVersionId: string;
  seed: string;
  response: ColumnType<unknown, string | null, string | null>;
  answeredAt: Date | null;
  points: number | null;
  /** The five of a mock examination. */
  responseSequence: Generated<number>;
  /** The round's turn in which the answer was stored. */
  responseTurn: Generated<number>;
  flagged: Generated<boolean>;
  /** Empty: none; deleted when the round is over. */
  note: Generated<string>;
  noteSequence: Generated<number>;
}

export interface PracticeProgressTable {
  personId: string;
  section: string;
  practisedOn: DayColumn;
  answered: number;
  points: number;
  maxPoints: number;
}
