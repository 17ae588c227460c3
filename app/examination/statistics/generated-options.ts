import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import type { Language } from "~/platform/schema/people-tables";
import type { FixedContent, Words } from "../item-content";
import type { ItemResponse } from "../response";
import { type OptionStatistics, optionStatistics } from "./item-statistics";

/** A response to a generated item. */
export interface SeededResponse {
  readonly seed: string;
  readonly response: ItemResponse | null;
  /** The share of the points of all other items of the attempt. */
  readonly rest: number;
}

/** What an option stands for: how many chose it, and the sum of their shares of the points of all other items. The right answer has no words. */
export const countedOptionsSchema = z.array(
  z.object({
    words: z.object({ en: z.string(), de: z.string() }).nullable(),
    chosen: z.number().int().min(0),
    rest: z.number(),
  }),
);

/** Who chose what of an item that a generator makes anew for everybody: options differ from seed to seed, so what they stand for is counted. */
export interface GeneratedCount {
  readonly responses: number;
  /** Sum of the shares of the points of all other items, and of their squares. */
  readonly rest: number;
  readonly restSquares: number;
  /** The right answer first, then the misconceptions. */
  readonly options: z.infer<typeof countedOptionsSchema>;
}

export interface GeneratedOptions {
  readonly options: readonly OptionStatistics[];
  readonly texts: Readonly<Record<string, string>>;
}

const rightAnswer: Words = { en: "The right answer", de: "Die richtige Antwort" };
const keyId = "key";
/** So many items are made in one go, some milliseconds, before others get their turn. */
const inOneGo = 50;

/** What each option of this seed stands for: the key (null), or a misconception, which is worded alike with every seed. */
function standsFor(content: FixedContent): Map<string, Words | null> {
  if (content.kind !== "single_choice" && content.kind !== "multiple_choice") return new Map();
  return new Map(
    content.options.flatMap(({ id, misconception }): (readonly [string, Words | null])[] => {
      if (content.key.optionIds.includes(id)) return [[id, null]];
      return misconception ? [[id, misconception]] : [];
    }),
  );
}

const idOf = (stands: Words | null): string => stands?.en ?? keyId;

function chosenOf(response: ItemResponse | null): readonly string[] {
  if (response?.kind === "multiple_choice") return response.optionIds;
  return response?.kind === "single_choice" && response.optionId !== null ? [response.optionId] : [];
}

/**
 * Counts the responses to a generated item by what the chosen options stand for. Takes a while, and lets others go on meanwhile.
 * @param contentOf the item of a seed
 */
export async function countGenerated(
  responses: readonly SeededResponse[],
  contentOf: (seed: string) => FixedContent,
): Promise<GeneratedCount> {
  const options = new Map<string, { words: Words | null; chosen: number; rest: number }>();
  const optionOf = (words: Words | null) => {
    const counted = options.get(idOf(words)) ?? { words, chosen: 0, rest: 0 };
    options.set(idOf(words), counted);
    return counted;
  };
  optionOf(null);
  const sums = { rest: 0, restSquares: 0 };
  for (const [index, { seed, response, rest }] of responses.entries()) {
    if (index % inOneGo === inOneGo - 1) await nextTurn();
    sums.rest += rest;
    sums.restSquares += rest * rest;
    const stands = standsFor(contentOf(seed));
    for (const words of stands.values()) optionOf(words);
    const chosen = chosenOf(response).flatMap((id) => stands.get(id) ?? (stands.has(id) ? [null] : []));
    for (const option of new Set(chosen.map(optionOf))) {
      option.chosen += 1;
      option.rest += rest;
    }
  }
  return { responses: responses.length, ...sums, options: [...options.values()] };
}

/** The figures of what was counted, as of an item whose options are the same for everybody. */
export function generatedOptions(
  { responses, rest: y, restSquares: yy, options }: GeneratedCount,
  language: Language,
): GeneratedOptions {
  return {
    options: options.map(({ words, chosen, rest }) => {
      const id = idOf(words);
      const sums = { n: responses, y, yy, choices: [{ optionIds: [id], n: chosen, y: rest }] };
      return optionStatistics({ id, keyed: id === keyId }, sums);
    }),
    texts: Object.fromEntries(options.map(({ words }) => [idOf(words), (words ?? rightAnswer)[language]])),
  };
}
