/** Whose turn it is: items the person has not seen before those seen, the least exposed first, ties by the seed. */
import type { FormBank, FormCandidates } from "./form-bank";
import { hashesAfter } from "./seeded-choice";

/** A bank with what holds for one draw of it, by the candidates' indexes. */
export interface RankedBank extends FormBank {
  /** The least comes first, of equals that with the lower index. Infinite for a version that stands behind another one of its item. */
  readonly ranks: Float64Array;
  readonly staleness: Uint8Array;
}

/** Not seen by the person; seen, but it comes with other figures; seen, and it would be the same again. */
export const staleness = { none: 0, generated: 1, fixed: 2 } as const;

const hashes = 2 ** 32;
const mostExposed = 2 ** 19 - 1;

function stalenessOf({ bank, seen }: FormCandidates): Uint8Array {
  const stale = new Uint8Array(bank.items.length);
  for (const itemId of seen)
    for (const index of bank.byItem.get(itemId) ?? [])
      stale[index] = bank.generated[index] === 1 ? staleness.generated : staleness.fixed;
  return stale;
}

/** What decides about a candidate's turn fits into one whole number. */
export function rankedBy(candidates: FormCandidates, seed: string): RankedBank {
  const { bank, exposures } = candidates;
  const stale = stalenessOf(candidates);
  const { places } = bank;
  const ranks = hashesAfter(`${seed}/`, bank.itemIds);
  for (let index = 0; index < ranks.length; index++) {
    const exposure = Math.min(exposures[places[index] as number] ?? 0, mostExposed);
    ranks[index] = (ranks[index] as number) + ((stale[index] as number) * (mostExposed + 1) + exposure) * hashes;
  }
  for (const versions of bank.rivals) {
    const [best, ...others] = [...versions].sort((a, b) => (ranks[a] as number) - (ranks[b] as number));
    for (const index of others) if (index !== best) ranks[index] = Number.POSITIVE_INFINITY;
  }
  return { ...bank, ranks, staleness: stale };
}
