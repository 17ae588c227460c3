import { secondLevelAdministrator } from "~/examination/blueprint";
import type { ProgrammePlan } from "~/examination/programme-versions";
import type { Section } from "~/examination/section-names";

/** The delivered plan, but for what is changed; `items` of one section. */
export function aPlan({
  items = {},
  ...change
}: Partial<Omit<ProgrammePlan, "blueprint">> & {
  calculator?: "never" | "always";
  items?: Partial<Record<Section, number>>;
} = {}): ProgrammePlan {
  const { calculator, ...rest } = change;
  const { blueprint, durationMinutes, requiresTraining } = secondLevelAdministrator;
  const sections = blueprint.sections.map((one) => ({ ...one, items: items[one.section] ?? one.items }));
  return { blueprint: { sections, ...(calculator && { calculator }) }, durationMinutes, requiresTraining, ...rest };
}
