/** What a form is made of (clause 2.2; sections of the examination): how many items of each section, and what they weigh. */
import { z } from "zod";
import { blueprintLimits, calculatorUses } from "./blueprint-limits";
import { sections } from "./section-names";

export const blueprintSchema = z
  .object({
    sections: z
      .array(
        z
          .object({
            section: z.enum(sections),
            /** Items drawn. */
            items: z.number().int().min(1).max(blueprintLimits.items),
            /** Share of the score in relation to the other sections, whatever points its items carry. */
            weight: z.number().int().min(1).max(blueprintLimits.weight),
            /** Per cent of the section's points without which the examination is not passed. */
            minimumPercent: z.number().int().min(1).max(100).optional(),
          })
          .strict(),
      )
      .min(1)
      .max(sections.length)
      .refine(
        (given) => new Set(given.map(({ section }) => section)).size === given.length,
        "a section stands here twice",
      ),
    /** Beside which questions a calculator is offered; left out: those that ask for a number. */
    calculator: z.enum(calculatorUses).optional(),
  })
  .strict();

export type Blueprint = z.infer<typeof blueprintSchema>;

/** Version 1 of the programme as it is written at the first start; later versions are made by exam managers. */
export const secondLevelAdministrator = {
  code: "second_level_administrator",
  nameEn: "Second-level support administrator",
  nameDe: "Second-Level-Support-Administrator",
  version: 1,
  cutScorePercent: 70,
  durationMinutes: 45,
  requiresTraining: true,
  blueprint: {
    sections: [
      { section: "components", items: 2, weight: 10 },
      { section: "network", items: 3, weight: 15, minimumPercent: 40 },
      { section: "storage", items: 3, weight: 15, minimumPercent: 40 },
      { section: "compute", items: 3, weight: 15, minimumPercent: 40 },
      { section: "error_pattern", items: 4, weight: 20 },
      { section: "setup_details", items: 2, weight: 10 },
      { section: "reporting", items: 3, weight: 15, minimumPercent: 50 },
    ],
  } satisfies Blueprint as Blueprint,
} as const;

export const itemCountOf = (blueprint: Blueprint): number =>
  blueprint.sections.reduce((sum, { items }) => sum + items, 0);
