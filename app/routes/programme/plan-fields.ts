import type { FieldBinding } from "~/components/form-field";
import type { FormOutcome } from "~/components/form-outcome";
import type { Language } from "~/components/messages";
import type { Blueprint } from "~/examination/blueprint";
import { calculatorOf } from "~/examination/blueprint-limits";
import type { ProgrammePlan } from "~/examination/programme-versions";
import { type Section, sectionNames, sections } from "~/examination/section-names";
import type { messages } from "./messages";

export const sectionParts = ["items", "weight", "minimum"] as const;
export type SectionPart = (typeof sectionParts)[number];

export const sectionField = (section: Section, part: SectionPart) => `${section}_${part}` as const;

const otherNames = ["durationMinutes", "calculator", "requiresTraining", "activeOn", "reason"] as const;

const sectionNamesOf = sections.flatMap((section) =>
  sectionParts.map((part) => ({ section, part, name: sectionField(section, part) })),
);

/** The names of the form's fields, in their order on the page. */
export const planFieldNames: readonly string[] = [...sectionNamesOf.map(({ name }) => name), ...otherNames];

/** Every field with a label that tells it from the others, for the list of what needs another look. */
export function labelledFields(
  outcome: FormOutcome | undefined,
  words: (typeof messages)[Language],
  language: Language,
): { field: FieldBinding; label: string }[] {
  const labelled = (name: string, label: string) => ({ field: { name, errors: outcome?.errors[name] }, label });
  const names = {
    durationMinutes: words.duration,
    calculator: words.calculator,
    requiresTraining: words.training,
    activeOn: words.activeOn,
    reason: words.reason,
  };
  return [
    ...sectionNamesOf.map(({ section, part, name }) =>
      labelled(name, `${sectionNames[language][section]}, ${words.parts[part]}`),
    ),
    ...otherNames.map((name) => labelled(name, names[name])),
  ];
}

function ofSection({ sections: planned }: Blueprint, section: Section, part: SectionPart): string {
  const own = planned.find((one) => one.section === section);
  return String((part === "minimum" ? own?.minimumPercent : own?.[part]) ?? "");
}

/** What the fields start with: the plan that is in force. */
export function planValues({ blueprint, durationMinutes, requiresTraining }: ProgrammePlan): Record<string, string> {
  return {
    ...Object.fromEntries(
      sections.flatMap((section) =>
        sectionParts.map((part) => [sectionField(section, part), ofSection(blueprint, section, part)]),
      ),
    ),
    durationMinutes: String(durationMinutes),
    calculator: calculatorOf(blueprint),
    requiresTraining: requiresTraining ? "yes" : "no",
  };
}
