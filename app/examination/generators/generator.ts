/**
 * A generated item is a pure function of a seed: exhibits, key and rationale come from one model of a situation, so they
 * cannot disagree.
 */
import type { z } from "zod";
import type { ItemKind } from "~/platform/schema/examination-tables";
import type { FixedContent } from "../item-content";
import { type SeededChoice, seededChoice } from "../seeded-choice";

export interface Generator {
  readonly kind: ItemKind;
  readonly parameters: z.ZodType;
  /** The item of this seed. Throws a ZodError for parameters that the generator does not know. */
  generate(seed: string, parameters: unknown): FixedContent;
}

/** Ties a generator's parameters (their schema) to the function that reads them. */
export function defineGenerator<Kind extends ItemKind, Parameters>(definition: {
  readonly kind: Kind;
  readonly parameters: z.ZodType<Parameters>;
  readonly generate: (choice: SeededChoice, parameters: Parameters) => Extract<FixedContent, { kind: Kind }>;
}): Generator {
  const { kind, parameters, generate } = definition;
  return {
    kind,
    parameters,
    generate: (seed, given) => generate(seededChoice(seed), parameters.parse(given)),
  };
}
