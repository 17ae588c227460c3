/** What calendars are told of a training (domain rule 5): one booking a person, whose number rises with every change. */
import type { TrainingFacts } from "~/notices/mail-facts";

type CalendarFacts = NonNullable<TrainingFacts["calendar"]>;

/** What one person's calendar knows the training by. */
export interface Booking {
  readonly uid: string;
  readonly sequence: number;
}

export const seatBooking = (enrolment: { readonly id: string; readonly calendarSequence: number }): Booking => ({
  uid: enrolment.id,
  sequence: enrolment.calendarSequence,
});

export const trainerBooking = (
  session: { readonly id: string; readonly revision: number },
  trainerId: string,
): Booking => ({
  uid: `${session.id}.${trainerId}`,
  sequence: session.revision,
});

export const calendarFacts = (
  method: CalendarFacts["method"],
  booking: Booking,
  now: Date,
  dropped: CalendarFacts["dropped"] = [],
): { readonly calendar: CalendarFacts } => ({
  calendar: { method, ...booking, stampedAt: now.toISOString(), dropped },
});

/** What a calendar has been told of a booking, oldest first. */
export interface ToldParts {
  readonly uid: string;
  readonly parts: TrainingFacts["parts"];
}

/** The parts that a calendar was told of and that are no more now that there are `kept`, as they were told last. */
export function droppedParts(told: readonly ToldParts[], uid: string, kept: number): CalendarFacts["dropped"] {
  const last = new Map<number, TrainingFacts["parts"][number]>();
  for (const { parts } of told.filter((one) => one.uid === uid)) {
    for (const [index, part] of parts.entries()) last.set(index + 1, part);
  }
  return [...last]
    .filter(([ordinal]) => ordinal > kept)
    .toSorted(([a], [b]) => a - b)
    .map(([ordinal, part]) => ({ ordinal, ...part }));
}
