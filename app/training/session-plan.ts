/** When and where a training session takes place, checked before anything is written (domain rule 5, clause 2.7). */
import { type Day, isTimeZone } from "~/kernel/calendar";
import { meantBy, type WallTime } from "./wall-time";

/** One dated part as people agree on it, in the zone of the session; it begins and ends on the same day. */
interface PartDraft {
  readonly day: Day;
  /** `HH:MM`. */
  readonly from: string;
  readonly to: string;
}

export interface SessionDraft {
  readonly timeZone: string;
  readonly parts: readonly PartDraft[];
  readonly enrolmentCloses: WallTime;
  readonly capacity: number;
  readonly place: string | null;
  readonly link: string | null;
}

export interface PartTime {
  readonly start: Date;
  readonly end: Date;
}

/** A draft that holds: every time is an instant, the parts are in order. Made by `planSession` only. */
export interface SessionPlan extends Pick<SessionDraft, "timeZone" | "capacity" | "place" | "link"> {
  readonly parts: readonly PartTime[];
  readonly enrolmentClosesAt: Date;
}

/** What does not hold; `part` counts from 0. */
export type SessionFault =
  | { readonly kind: "unknown_time_zone" }
  | { readonly kind: "no_parts" }
  | { readonly kind: "too_many_parts"; readonly limit: number }
  | { readonly kind: "skipped_hour"; readonly part: number; readonly at: "from" | "to" }
  | { readonly kind: "ends_before_start"; readonly part: number }
  | { readonly kind: "before_previous_part"; readonly part: number }
  | { readonly kind: "starts_in_past" }
  | { readonly kind: "deadline_in_skipped_hour" }
  | { readonly kind: "deadline_after_start" }
  | { readonly kind: "capacity_out_of_range" }
  | { readonly kind: "nowhere" };

export const capacityLimits = { least: 1, most: 500 } as const;
export const mostParts = 20;

export type PlanVerdict =
  | { readonly kind: "holds"; readonly plan: SessionPlan }
  | { readonly kind: "faulty"; readonly faults: readonly SessionFault[] };

/**
 * The plan, or everything that is wrong with the draft at once. Enrolment closes at the latest when the first part begins; a part begins at
 * the earliest when the one before it ends; a time inside the hour that the clocks skip is refused, of a repeated hour the first is meant.
 */
export function planSession(draft: SessionDraft, now: Date): PlanVerdict {
  const { timeZone, capacity, place, link } = draft;
  if (!isTimeZone(timeZone)) return { kind: "faulty", faults: [{ kind: "unknown_time_zone" }] };
  const faults: SessionFault[] = [];
  const times = draft.parts.map(({ day, from, to }) => ({
    start: meantBy({ day, time: from }, timeZone),
    end: meantBy({ day, time: to }, timeZone),
  }));
  const closesAt = meantBy(draft.enrolmentCloses, timeZone);

  if (times.length === 0) faults.push({ kind: "no_parts" });
  if (times.length > mostParts) faults.push({ kind: "too_many_parts", limit: mostParts });
  times.forEach(({ start, end }, part) => {
    if (!start) faults.push({ kind: "skipped_hour", part, at: "from" });
    if (!end) faults.push({ kind: "skipped_hour", part, at: "to" });
    if (start && end && end <= start) faults.push({ kind: "ends_before_start", part });
    const before = times[part - 1]?.end;
    if (start && before && start < before) faults.push({ kind: "before_previous_part", part });
  });
  const firstStart = times[0]?.start;
  if (firstStart && firstStart <= now) faults.push({ kind: "starts_in_past" });
  if (!closesAt) faults.push({ kind: "deadline_in_skipped_hour" });
  if (closesAt && firstStart && closesAt > firstStart) faults.push({ kind: "deadline_after_start" });
  if (!Number.isInteger(capacity) || capacity < capacityLimits.least || capacity > capacityLimits.most) {
    faults.push({ kind: "capacity_out_of_range" });
  }
  if (place === null && link === null) faults.push({ kind: "nowhere" });

  const parts = times.flatMap(({ start, end }) => (start && end ? [{ start, end }] : []));
  if (faults.length > 0 || !closesAt) return { kind: "faulty", faults };
  return { kind: "holds", plan: { timeZone, capacity, place, link, parts, enrolmentClosesAt: closesAt } };
}

/** The plan as plain values, instants as ISO text: for the audit trail and for telling two plans apart. */
export const planInWords = ({ timeZone, capacity, place, link, enrolmentClosesAt, parts }: SessionPlan) => ({
  timeZone,
  capacity,
  place,
  link,
  enrolmentClosesAt: enrolmentClosesAt.toISOString(),
  parts: parts.map(({ start, end }) => ({ startsAt: start.toISOString(), endsAt: end.toISOString() })),
});
