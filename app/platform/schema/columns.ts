import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { Day, DayRange } from "~/kernel/calendar";

/** An instant range as PostgreSQL's tstzrange, half-open. */
export interface InstantRange {
  readonly start: Date;
  readonly end: Date;
}

export type Id = Generated<string>;
export type DayColumn = ColumnType<Day, Day, Day>;
/** Written as range text (see `dayRangeText`), read as a `DayRange`. */
export type DayRangeColumn = ColumnType<DayRange, string, string>;
export type InstantRangeColumn = ColumnType<InstantRange, string, string>;
export type Json<T extends object> = JSONColumnType<T, string, string>;
export type NullableJson<T extends object> = ColumnType<T | null, string | null, string | null>;

/** A fact that is replaced, never overwritten: both instants say what was known when. */
export interface RecordedFact {
  recordedAt: Date;
  recordedBy: string | null;
  supersededAt: Date | null;
}
