import fc from "fast-check";
import { expect, vi } from "vitest";
import { type GeneratorCode, generators } from "~/examination/generators/all-generators";
import type { FixedContent } from "~/examination/item-content";
import { breadth, isLong } from "../set-up/breadth";

export const seedsTried = breadth(1_000, 5_000);

/** A thousand seeds take a second, and more where the machine is busy. */
vi.setConfig({ testTimeout: isLong ? 300_000 : 60_000 });

/** Makes the item of many seeds; a failure names the smallest seed that fails. */
export function forSeeds(
  code: GeneratorCode,
  parameters: Record<string, unknown>,
  check: (item: FixedContent, seed: string) => void,
): void {
  const seeds = fc.integer({ min: 0, max: 2 ** 40 }).map((number) => `seed-${number}`);
  fc.assert(
    fc.property(seeds, (seed) => check(generators[code].generate(seed, parameters), seed)),
    { numRuns: seedsTried },
  );
}

/** The lines of every exhibit. */
export const textsOf = (content: FixedContent): string[][] =>
  content.exhibits.map((exhibit) => ("lines" in exhibit ? exhibit.lines.map(({ text }) => text) : []));

/** The English words of the option that the key names. */
export function keyText(content: FixedContent): string {
  if (content.kind !== "single_choice") throw new Error(`no single choice: ${content.kind}`);
  const right = content.options.filter(({ id }) => content.key.optionIds.includes(id));
  expect(right).toHaveLength(1);
  const text = right[0]?.text ?? "";
  return typeof text === "string" ? text : text.en;
}

/** The value of the key, by unit. */
export function answersOf(content: FixedContent): Record<string, number> {
  if (content.kind !== "numeric") throw new Error(`no numeric item: ${content.kind}`);
  return Object.fromEntries(content.key.answers.map(({ unit, value }) => [unit, value]));
}
