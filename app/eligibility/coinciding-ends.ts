/**
 * What to do where certificates end together and take the number below the minimum with them. A renewal inside its window keeps the end (it counts
 * from the anchor of the chain), so early renewals spread the work, not the ends. Ends move apart by a further person, or by an
 * examination before the window, which IONOS must allow and which begins a new chain.
 */
import { addDays, type Day, daysBetween, lastDay, laterDay } from "~/kernel/calendar";
import type { CertificateFact } from "./counting";
import { type LastSafePolicy, lastExamDay } from "./last-safe-date";
import type { Standing, StandingPolicy } from "./standing";

interface End {
  readonly personId: string;
  /** First day without the certificate. */
  readonly endsOn: Day;
  readonly windowOpensOn: Day;
}

interface Sitting {
  readonly personId: string;
  readonly sitOn: Day;
}

interface StaggeringAdvice {
  readonly people: readonly End[];
  /** How many count once the last of them has ended. */
  readonly countAfter: number;
  /** One examination each, evenly over the days that are left, the soonest end first. */
  readonly sittings: readonly Sitting[];
  /** Who could begin a new chain by an examination before the window opens; null when every window is open. */
  readonly newChain: Sitting | null;
  /** The day, until the first of these ends, on which a further certificate would lie furthest from every other end of the year. */
  readonly newcomerOn: Day;
}

interface Question {
  readonly today: Day;
  readonly count: number;
  readonly minimum: number;
  /** Of everybody who counts today and stops with a certificate. */
  readonly ends: readonly End[];
  /** Ends at most so many days apart count as together. */
  readonly withinDays: number;
  /** Days before an end at which the last safe examination is sat. */
  readonly reserveDays: number;
}

type AdvicePolicy = Pick<StandingPolicy, "minimumAdministrators"> &
  Pick<LastSafePolicy, "coolDownDays"> & { readonly coincidingEndDays: number };

/** Advice for a standing on its own day; null also where nothing is to be kept: the minimum is not met, or not asked for. */
export function adviseOn(
  { day, count, counted, metSince }: Standing,
  certificates: readonly (CertificateFact & { readonly renewalWindowDays: number })[],
  policy: AdvicePolicy,
): StaggeringAdvice | null {
  if (metSince === null) return null;
  const ends = counted.flatMap(({ personId, until, cause }): End[] => {
    const certificate = certificates.find(({ certificateId }) => certificateId === cause?.certificateId);
    if (until === null || cause?.kind !== "certificate_ends" || !certificate) return [];
    return [{ personId, endsOn: until, windowOpensOn: addDays(until, -certificate.renewalWindowDays) }];
  });
  const reserve = policy.coolDownDays.length;
  const minimum = policy.minimumAdministrators;
  const reserveDays = daysBetween(lastExamDay(lastDay({ end: day }), { failures: 0, reserve }, policy), day);
  return staggeringAdvice({ today: day, count, minimum, ends, withinDays: policy.coincidingEndDays, reserveDays });
}

/** Advice for the first group whose ends coincide; null where no two do, or enough people stay. Who ends on one day stays in the order given. */
export function staggeringAdvice({ today, count, minimum, withinDays, reserveDays, ...question }: Question) {
  const ends = question.ends.toSorted((a, b) => daysBetween(b.endsOn, a.endsOn));
  for (const [index, first] of ends.entries()) {
    const people = ends.slice(index).filter(({ endsOn }) => daysBetween(first.endsOn, endsOn) <= withinDays);
    const countAfter = count - index - people.length;
    if (people.length < 2 || countAfter >= minimum) continue;
    const early = people.find(({ windowOpensOn }) => windowOpensOn > today);
    const newcomerOn = furthestFrom(ends, today, first.endsOn);
    return {
      people,
      countAfter,
      sittings: spread(people, today, reserveDays),
      newChain: early ? { personId: early.personId, sitOn: today } : null,
      newcomerOn,
    } satisfies StaggeringAdvice;
  }
  return null;
}

/** Evenly from the day that the windows are open, or today, to the last safe day; never before one's own window or after one's own last day. */
function spread(people: readonly End[], today: Day, reserveDays: number): Sitting[] {
  const opens = people.reduce(
    (day, { windowOpensOn }) => (windowOpensOn < day ? windowOpensOn : day),
    "9999-12-31" as Day,
  );
  const start = laterDay(opens, today);
  const firstEnd = people[0]?.endsOn ?? start;
  const days = Math.max(0, daysBetween(start, addDays(firstEnd, -reserveDays)));
  return people.map(({ personId, windowOpensOn }, index) => ({
    personId,
    sitOn: laterDay(addDays(start, Math.floor((days * index) / people.length)), windowOpensOn),
  }));
}

const yearDays = 365;

/** In whole days from `today`, as numbers: every day until `before` is held against every end. */
function furthestFrom(ends: readonly End[], today: Day, before: Day): Day {
  const taken = [...new Set(ends.map(({ endsOn }) => daysBetween(today, endsOn) % yearDays))];
  const distance = (day: number): number =>
    Math.min(
      ...taken.map((end) => {
        const apart = Math.abs(day - end) % yearDays;
        return Math.min(apart, yearDays - apart);
      }),
    );
  let best = { day: 0, distance: distance(0) };
  const until = daysBetween(today, before);
  for (let day = 1; day < until; day += 1) {
    const here = distance(day);
    if (here > best.distance) best = { day, distance: here };
  }
  return addDays(today, best.day);
}
