/**
 * "Available at all times" (clause 2.7) as a softer line beside the standing: certified and not away. A day with too few available is a hint
 * to the partner admin, never a breach: absences change no status and cause no notice.
 */
import { covers, type Day, type DayRange, earlierDay } from "~/kernel/calendar";
import { obligedRanges } from "~/organisations/level";
import { countingRanges, countSteps, type StandingFacts } from "./counting";
import { joined, without } from "./day-ranges";

export interface Absence {
  readonly personId: string;
  readonly during: DayRange & { readonly end: Day };
}

/** Days on which enough are certified, but too few of them are there. */
export interface ThinDays {
  readonly during: DayRange & { readonly end: Day };
  /** The fewest who are available on any of the days. */
  readonly available: number;
  /** Who counts and is away on one of the days at least. */
  readonly away: readonly string[];
}

/** The stretches of `[from, to)` with fewer than `minimum` available, inside the obligation; where too few are certified anyway, the standing says so. */
export function thinDays(
  facts: StandingFacts,
  absences: readonly Absence[],
  { from, to }: { from: Day; to: Day },
  minimum: number,
): ThinDays[] {
  const ranges = countingRanges(facts);
  const present = ranges.flatMap(({ personId, during }) =>
    without(during, awayOf(absences, personId)).map((piece) => ({ personId, during: piece })),
  );
  const certified = countSteps(ranges);
  const available = countSteps(present);
  const obliged = obligedRanges(facts.levels, facts.optIns);
  const on = (steps: typeof certified, day: Day) => steps.findLast((step) => step.day <= day)?.count ?? 0;
  const turns = [...certified, ...available].map(({ day }) => day);
  // Somebody may come back on the day that another goes: the number stays, the people change.
  const bounds = [...obliged, ...absences.map(({ during }) => during)];
  const borders = bounds.flatMap(({ start, end }) => (end === null ? [start] : [start, end]));
  const days = [...new Set([from, ...turns, ...borders])].filter((day) => day >= from && day < to).sort();
  const thin = days.flatMap((day, index): ThinDays[] => {
    const count = on(available, day);
    if (count >= minimum || on(certified, day) < minimum || !obliged.some((range) => covers(range, day))) return [];
    const during = { start: day, end: earlierDay(days[index + 1] ?? to, to) };
    const counting = ranges.filter((range) => covers(range.during, day)).map(({ personId }) => personId);
    const away = absences.filter((one) => covers(one.during, day) && counting.includes(one.personId));
    return [{ during, available: count, away: [...new Set(away.map(({ personId }) => personId))].sort() }];
  });
  return thin.reduce<ThinDays[]>(touching, []);
}

/** Joins what touches: to a reader a stretch is one, whoever is away in it. */
function touching(stretches: ThinDays[], next: ThinDays): ThinDays[] {
  const last = stretches.at(-1);
  if (!last || last.during.end !== next.during.start) return [...stretches, next];
  const merged = {
    during: { start: last.during.start, end: next.during.end },
    available: Math.min(last.available, next.available),
    away: [...new Set([...last.away, ...next.away])].sort(),
  };
  return [...stretches.slice(0, -1), merged];
}

const awayOf = (absences: readonly Absence[], personId: string): DayRange[] =>
  joined(absences.filter((absence) => absence.personId === personId).map(({ during }) => during));
