/** Clause 2.2: a Platinum partner may take on second-level support; a distributor has it by its level. IONOS decides on the application. */
import { covers, type Day, type DayRange } from "~/kernel/calendar";
import { type LevelSpan, levelOn } from "./level";

type ApplicationVerdict =
  | { readonly verdict: "may_apply" }
  /** The level demands it: nobody applies, and nobody opts out. */
  | { readonly verdict: "mandatory" }
  | { readonly verdict: "not_available" }
  | { readonly verdict: "opted_in" }
  | { readonly verdict: "already_applied" };

/** The opting in that holds on the day or begins after it; undefined where there is none. */
export const optInFrom = (optIns: readonly DayRange[], day: Day): DayRange | undefined =>
  optIns.find((range) => covers(range, day)) ?? optIns.find((range) => range.start > day);

export function mayApply(
  facts: { readonly levels: readonly LevelSpan[]; readonly optIns: readonly DayRange[]; readonly applied: boolean },
  day: Day,
): ApplicationVerdict {
  const support = levelOn(facts.levels, day)?.secondLevelSupport ?? "not_available";
  if (support !== "optional") return { verdict: support };
  // An opting in that is to begin later is one already.
  if (optInFrom(facts.optIns, day)) return { verdict: "opted_in" };
  return { verdict: facts.applied ? "already_applied" : "may_apply" };
}
