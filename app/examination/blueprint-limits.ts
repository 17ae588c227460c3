/** What a blueprint may say, and how it is read; apart from its schema, so that pages can show it without that. */
import type { ItemKind } from "~/platform/schema/examination-tables";

export const calculatorUses = ["never", "numeric", "always"] as const;
export type CalculatorUse = (typeof calculatorUses)[number];

/** The largest numbers of a section. */
export const blueprintLimits = { items: 60, weight: 100 } as const;

/** Where the blueprint says nothing: beside questions that ask for a number. */
export const calculatorOf = ({ calculator }: { readonly calculator?: CalculatorUse | undefined }): CalculatorUse =>
  calculator ?? "numeric";

/** Whether the programme allows the calculator beside an item of the kind. */
export const offersCalculator = (use: CalculatorUse, kind: ItemKind): boolean =>
  use === "always" || (use === "numeric" && kind === "numeric");
