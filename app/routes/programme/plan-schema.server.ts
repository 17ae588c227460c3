import { z } from "zod";
import type { Blueprint } from "~/examination/blueprint";
import { blueprintLimits, calculatorUses } from "~/examination/blueprint-limits";
import type { ProgrammePlan } from "~/examination/programme-versions";
import { type Section, sections } from "~/examination/section-names";
import { dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { meantBy } from "~/training/wall-time";
import { dayField } from "~/web/day-field.server";

const whole = (least: number, most: number) => z.number().int("not_a_whole_number").min(least).max(most);

/** One field for each section, named `<section>_<part>`. */
const each = <Part extends string, Field>(part: Part, field: Field) =>
  Object.fromEntries(sections.map((section) => [`${section}_${part}`, field])) as Record<`${Section}_${Part}`, Field>;

/** What is typed of a new version. A day that is today means at once; a minimum of 0 is none. */
export const planSchema = (now: Date) => {
  const today = dayIn(policy.staffTimeZone, now);
  return z
    .object({
      step: z.enum(["check", "publish"]),
      basedOn: z.number().int().min(1),
      ...each("items", whole(1, blueprintLimits.items)),
      ...each("weight", whole(1, blueprintLimits.weight)),
      ...each("minimum", whole(0, 100).optional()),
      durationMinutes: whole(5, 480),
      calculator: z.enum(calculatorUses),
      requiresTraining: z.enum(["yes", "no"]),
      activeOn: dayField.refine((day) => day >= today, "in_the_past").optional(),
      reason: z.string().trim().min(3).max(500),
    })
    .transform(({ step, basedOn, durationMinutes, calculator, requiresTraining, activeOn, reason, ...typed }) => {
      const blueprint: Blueprint = {
        sections: sections.map((section) => {
          const minimum = typed[`${section}_minimum`];
          return {
            section,
            items: typed[`${section}_items`],
            weight: typed[`${section}_weight`],
            ...(minimum && { minimumPercent: minimum }),
          };
        }),
        calculator,
      };
      const plan: ProgrammePlan = { blueprint, durationMinutes, requiresTraining: requiresTraining === "yes" };
      const later =
        activeOn !== undefined && activeOn > today
          ? meantBy({ day: activeOn, time: "00:00" }, policy.staffTimeZone)
          : null;
      return { step, basedOn, plan, activeFrom: later ?? null, reason };
    });
};
