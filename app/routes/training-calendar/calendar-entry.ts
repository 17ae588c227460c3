import type { Day } from "~/kernel/calendar";
import type { EnrolmentState } from "~/platform/schema/training-tables";
import type { Standing } from "~/training/enrolment-rule";

/** One dated part as the calendar shows it; `day` is that of the session's zone. */
export interface CalendarEntry {
  readonly sessionId: string;
  readonly partId: string;
  readonly ordinal: number;
  readonly partCount: number;
  readonly day: Day;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly title: string;
  readonly language: "en" | "de";
  readonly online: boolean;
  readonly standing: Standing;
  readonly price: { readonly minorUnits: number; readonly currency: string } | null;
  readonly mine: EnrolmentState | null;
}
