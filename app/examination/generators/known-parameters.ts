import { z } from "zod";
import { type GeneratorCode, generatorCodes, generators } from "./all-generators";

/** A parameter takes one of its values, or a list of at least one of them. */
export interface KnownParameter {
  readonly name: string;
  readonly isList: boolean;
  readonly values: readonly string[];
}

export const isGeneratorCode = (code: string): code is GeneratorCode =>
  (generatorCodes as readonly string[]).includes(code);

/** What the generator must be told; none of it has a default. */
export function knownParameters(code: GeneratorCode): KnownParameter[] {
  const { properties = {} } = z.toJSONSchema(generators[code].parameters) as {
    properties?: Record<string, { enum?: string[]; items?: { enum: string[] } }>;
  };
  return Object.entries(properties).map(([name, { enum: one, items }]) => {
    const values = items?.enum ?? one;
    if (!values) throw new Error(`the form has no field for what the parameter ${name} of ${code} takes`);
    return { name, isList: items !== undefined, values };
  });
}

/** Whether the generator would take these parameters. */
export const takesParameters = (code: GeneratorCode, given: unknown): boolean =>
  generators[code].parameters.safeParse(given).success;
