import { z } from "zod";
import { type GeneratorCode, generatorCodes, generators } from "./all-generators";

/** A parameter takes one of its values, or a list of at least one of them. */
export interface KnownParameter {
  readonly name: string;
  readonly isList: boolean;
  readonly values: readonly string[];
}

export type ParameterFault =
  | { readonly fault: "no_object" }
  | { readonly fault: "unknown"; readonly name: string }
  | { readonly fault: "missing" | "wrong"; readonly parameter: KnownParameter };

export const isGeneratorCode = (code: string): code is GeneratorCode =>
  (generatorCodes as readonly string[]).includes(code);

/** What the generator must be told; none of it has a default. */
export function knownParameters(code: GeneratorCode): KnownParameter[] {
  const { properties = {} } = z.toJSONSchema(generators[code].parameters) as {
    properties?: Record<string, { enum?: string[]; items?: { enum: string[] } }>;
  };
  return Object.entries(properties).map(([name, { enum: one, items }]) => ({
    name,
    isList: items !== undefined,
    values: items?.enum ?? one ?? [],
  }));
}

/** Every parameter that the generator would refuse, in its own order, after those that it does not know. */
export function parameterFaults(code: GeneratorCode, given: unknown): ParameterFault[] {
  const issues = generators[code].parameters.safeParse(given).error?.issues ?? [];
  if (issues.length === 0) return [];
  if (typeof given !== "object" || given === null || Array.isArray(given)) return [{ fault: "no_object" }];
  const known = knownParameters(code);
  const strangers = Object.keys(given).filter((key) => !known.some(({ name }) => name === key));
  const refused = known.filter(({ name }) => issues.some(({ path }) => path[0] === name));
  return [
    ...strangers.map((name) => ({ fault: "unknown" as const, name })),
    ...refused.map((parameter) => ({
      fault: Object.hasOwn(given, parameter.name) ? ("wrong" as const) : ("missing" as const),
      parameter,
    })),
  ];
}
