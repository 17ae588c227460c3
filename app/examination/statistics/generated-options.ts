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

export interface GeneratedOptions {
  /** The right answer first, then the misconceptions. */
  readonly options: readonly OptionStatistics[];
  readonly texts: Readonly<Record<string, string>>;
  readonly responses: number;
}

const rightAnswer: Words = { en: "The right answer", de: "Die richtige Antwort" };
const keyId = "key";

/** What each option of this seed stands for: the key, or a misconception, which is worded alike with every seed. */
function standsFor(content: FixedContent): Map<string, Words> {
  if (content.kind !== "single_choice" && content.kind !== "multiple_choice") return new Map();
  return new Map(
    content.options.flatMap(({ id, misconception }) => {
      const stands = content.key.optionIds.includes(id) ? rightAnswer : misconception;
      return stands ? [[id, stands] as const] : [];
    }),
  );
}

const idOf = (stands: Words): string => (stands === rightAnswer ? keyId : stands.en);

function chosenOf(response: ItemResponse | null): readonly string[] {
  if (response?.kind === "multiple_choice") return response.optionIds;
  return response?.kind === "single_choice" && response.optionId !== null ? [response.optionId] : [];
}

/**
 * Who chose what of an item that a generator makes anew for everybody: options differ from seed to seed, so what they stand for is counted.
 * @param contentOf the item of a seed
 */
export function generatedOptions(
  responses: readonly SeededResponse[],
  contentOf: (seed: string) => FixedContent,
  language: Language,
): GeneratedOptions {
  const roles = new Map<string, Words>([[keyId, rightAnswer]]);
  const sums = { n: 0, y: 0, yy: 0 };
  const choices = responses.map(({ seed, response, rest }) => {
    const stands = standsFor(contentOf(seed));
    for (const words of stands.values()) roles.set(idOf(words), words);
    sums.n += 1;
    sums.y += rest;
    sums.yy += rest * rest;
    const chosen = chosenOf(response).flatMap((id) => stands.get(id) ?? []);
    return { optionIds: [...new Set(chosen.map(idOf))], n: 1, y: rest };
  });
  return {
    responses: sums.n,
    options: [...roles.keys()].map((id) => optionStatistics({ id, keyed: id === keyId }, { ...sums, choices })),
    texts: Object.fromEntries([...roles].map(([id, words]) => [id, words[language]])),
  };
}
