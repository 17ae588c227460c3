import { dayIn } from "~/kernel/calendar";
import { formatDay } from "~/kernel/day-words";
import { formatInstantRange } from "~/kernel/instant-words";
import type { Language } from "~/platform/schema/people-tables";
import type { TrainingFacts } from "./mail-facts";

/** Each dated part in words, on the clock of the place where it is held. */
export const trainingTimes = ({ parts, timeZone }: TrainingFacts, language: Language): string[] =>
  parts.map(({ startsAt, endsAt }) => formatInstantRange(startsAt, endsAt, language, timeZone));

/** The day of the first part, for a subject line; empty when there are no parts. */
export function firstDayOf({ parts, timeZone }: TrainingFacts, language: Language): string {
  const first = parts[0];
  return first ? formatDay(dayIn(timeZone, new Date(first.startsAt)), language, "weekday") : "";
}
