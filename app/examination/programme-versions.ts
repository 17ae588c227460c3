/**
 * The versions of the programme beside each other: which one is in force when, and in what two of them differ. At any instant the version with the
 * highest number of those that are active by then is in force, so a new version takes the place of a coming one that would begin later.
 */
import type { Blueprint } from "./blueprint";
import { type CalculatorUse, calculatorOf } from "./blueprint-limits";
import { type Section, sections } from "./section-names";

/** What a version says, but for its cut score: what exam managers decide in a form. */
export interface ProgrammePlan {
  readonly blueprint: Blueprint;
  readonly durationMinutes: number;
  readonly requiresTraining: boolean;
}

export const planOf = ({ blueprint, durationMinutes, requiresTraining }: ProgrammePlan): ProgrammePlan => ({
  blueprint,
  durationMinutes,
  requiresTraining,
});

interface Dated {
  readonly version: number;
  readonly activeFrom: Date;
}

export interface Standing {
  readonly state: "in_force" | "coming" | "past" | "never";
  /** When another version took its place, or will; null while none is to. */
  readonly until: Date | null;
}

/** How a version stands among all of them, those that are published for a later day included. */
export function standingOf({ version, activeFrom }: Dated, all: readonly Dated[], now: Date): Standing {
  const later = all.filter((other) => other.version > version).map((other) => other.activeFrom.getTime());
  const until = later.length > 0 ? new Date(Math.min(...later)) : null;
  if (until && until <= activeFrom) return { state: "never", until };
  if (activeFrom > now) return { state: "coming", until };
  return { state: until && until <= now ? "past" : "in_force", until };
}

/** In force at `now`. Throws before the first is. */
export function inForceAt<Version extends Dated>(all: readonly Version[], now: Date): Version {
  const inForce = all.find((version) => standingOf(version, all, now).state === "in_force");
  if (!inForce) throw new Error("no version of the programme is in force");
  return inForce;
}

/** Those that are to come, the next first. */
export const comingAt = <Version extends Dated>(all: readonly Version[], now: Date): Version[] =>
  all
    .filter((version) => standingOf(version, all, now).state === "coming")
    .sort((a, b) => a.activeFrom.getTime() - b.activeFrom.getTime());

/** What the version takes the place of on its day: never one that was to come and will not. `all` are the newest first. */
export const replacedBy = <Version extends Dated>(all: readonly Version[], { version, activeFrom }: Dated) =>
  all.find((other) => other.version < version && other.activeFrom <= activeFrom);

/** One thing that another version says otherwise; of a section, null where the blueprint does not have it or sets no minimum. */
export type Difference =
  | {
      readonly what: "items" | "weight" | "minimum";
      readonly section: Section;
      readonly before: number | null;
      readonly after: number | null;
    }
  | { readonly what: "duration" | "cut_score"; readonly before: number; readonly after: number }
  | { readonly what: "calculator"; readonly before: CalculatorUse; readonly after: CalculatorUse }
  | { readonly what: "training"; readonly before: boolean; readonly after: boolean };

function sectionDifferences(before: Blueprint, after: Blueprint): Difference[] {
  return sections.flatMap((section): Difference[] => {
    const [then, now] = [before, after].map((blueprint) => blueprint.sections.find((one) => one.section === section));
    const pairs = [
      ["items", then?.items, now?.items],
      ["weight", then?.weight, now?.weight],
      ["minimum", then?.minimumPercent, now?.minimumPercent],
    ] as const;
    return pairs.flatMap(([what, old = null, young = null]) =>
      old === young ? [] : [{ what, section, before: old, after: young }],
    );
  });
}

/** What of `after` reads otherwise than in `before`, section by section and then the rest; nothing when both say the same. */
export function differencesOf(
  before: ProgrammePlan & { readonly cutScorePercent: number },
  after: ProgrammePlan & { readonly cutScorePercent: number },
): Difference[] {
  const differences: Difference[] = sectionDifferences(before.blueprint, after.blueprint);
  const note = <Value>(then: Value, now: Value, difference: (then: Value, now: Value) => Difference) => {
    if (then !== now) differences.push(difference(then, now));
  };
  note(before.durationMinutes, after.durationMinutes, (then, now) => ({ what: "duration", before: then, after: now }));
  note(calculatorOf(before.blueprint), calculatorOf(after.blueprint), (then, now) => ({
    what: "calculator",
    before: then,
    after: now,
  }));
  note(before.requiresTraining, after.requiresTraining, (then, now) => ({
    what: "training",
    before: then,
    after: now,
  }));
  note(before.cutScorePercent, after.cutScorePercent, (then, now) => ({ what: "cut_score", before: then, after: now }));
  return differences;
}

/** What of another blueprint bears on a cut score that was found for the one: items and weights; a minimum of a section is asked for beside it. */
export const cutScoreDifferences = (foundFor: Blueprint, other: Blueprint): Difference[] =>
  sectionDifferences(foundFor, other).filter(({ what }) => what !== "minimum");

/** Whether a cut score found for one blueprint means the same under the other: as many items of each section, weighing as much. */
export const sharesCutScore = (a: Blueprint, b: Blueprint): boolean => cutScoreDifferences(a, b).length === 0;
