/**
 * Where an organisation stands with second-level support on a day (clauses 2.2 and 2.7, domain rules §3): how many count, whether that is
 * enough, and until when with what is known. No renewal is assumed; one already issued counts.
 */
import { covers, type Day, daysBetween, laterDay } from "~/kernel/calendar";
import { levelOn, obligedRanges } from "~/organisations/level";
import {
  type CountingRange,
  type CountStep,
  causeOfEnd,
  countingRanges,
  countSteps,
  type EndCause,
  type StandingFacts,
} from "./counting";

export type Status = "not_applicable" | "in_preparation" | "met" | "at_risk" | "not_met";

export interface StandingPolicy {
  readonly minimumAdministrators: number;
  readonly atRiskDays: number;
}

export type Cause = EndCause & { readonly personId: string };

/** The count drops below the minimum. */
export interface Fall {
  /** The first day below. */
  readonly day: Day;
  readonly count: number;
  /** Everybody who stops counting on that day. */
  readonly causes: readonly Cause[];
}

interface Counted {
  readonly personId: string;
  /** First day on which the person no longer counts; null while nothing is known to end it. */
  readonly until: Day | null;
  readonly cause: EndCause | null;
}

export interface Standing {
  readonly day: Day;
  readonly status: Status;
  readonly count: number;
  /** Who counts on the day, soonest to end first. */
  readonly counted: readonly Counted[];
  /** First day of the obligation that holds on the day; null when none does. */
  readonly obligedSince: Day | null;
  /** The level demands it, so that nobody can opt out. */
  readonly mandatory: boolean;
  /** First day of the present stretch with the minimum met, within the obligation. */
  readonly metSince: Day | null;
  /** The coming fall, while the minimum is met; null when none is known, or the obligation ends first. */
  readonly runway: Fall | null;
  /** The fall that the status `not_met` comes from. */
  readonly fallen: Fall | null;
  readonly nextChange: CountStep | null;
}

/**
 * The standing on `day`. "In preparation" until the minimum is reached for the first time in the current obligation: an organisation that
 * leaves it and comes back begins again. At risk includes a fall exactly `atRiskDays` away.
 */
export function assessStanding(facts: StandingFacts, day: Day, policy: StandingPolicy): Standing {
  const minimum = policy.minimumAdministrators;
  const ranges = countingRanges(facts);
  const steps = countSteps(ranges);
  const obligation = obligedRanges(facts.levels, facts.optIns).find((range) => covers(range, day));
  const counted = countedOn(facts, ranges, day);
  const base = {
    day,
    count: counted.length,
    counted,
    obligedSince: obligation?.start ?? null,
    mandatory: levelOn(facts.levels, day)?.secondLevelSupport === "mandatory",
    nextChange: steps.find((step) => step.day > day) ?? null,
    metSince: null,
    runway: null,
    fallen: null,
  };
  if (!obligation) return { ...base, status: "not_applicable" };
  const fallAt = (step: CountStep): Fall => ({ ...step, causes: causesOn(facts, ranges, step.day) });
  if (counted.length >= minimum) {
    const step = steps.find((next) => next.day > day && next.count < minimum);
    const runway = step && covers(obligation, step.day) ? fallAt(step) : null;
    const status = runway && daysBetween(day, runway.day) <= policy.atRiskDays ? "at_risk" : "met";
    const reached = steps[steps.findLastIndex((past) => past.day <= day && past.count < minimum) + 1];
    const metSince = laterDay(obligation.start, reached?.day ?? obligation.start);
    return { ...base, status, runway, metSince };
  }
  const lastMet = steps.findLastIndex((step) => step.day <= day && step.count >= minimum);
  const fall = steps[lastMet + 1];
  // The minimum held until the day before `fall`: inside the obligation only when the fall lies after its first day.
  if (lastMet < 0 || !fall || fall.day <= obligation.start) return { ...base, status: "in_preparation" };
  return { ...base, status: "not_met", fallen: fallAt(fall) };
}

function countedOn(facts: StandingFacts, ranges: readonly CountingRange[], day: Day): Counted[] {
  return ranges
    .filter(({ during }) => covers(during, day))
    .map(({ personId, during: { end } }) => ({
      personId,
      until: end,
      cause: end === null ? null : causeOfEnd(facts, personId, end),
    }))
    .sort((a, b) => ((a.until ?? "9999") < (b.until ?? "9999") ? -1 : 1));
}

function causesOn(facts: StandingFacts, ranges: readonly CountingRange[], day: Day): Cause[] {
  return ranges
    .filter(({ during }) => during.end === day)
    .map(({ personId }) => ({ personId, ...causeOfEnd(facts, personId, day) }));
}
