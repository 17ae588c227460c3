/** What comes next in a round of practice: what has come least often, what is made anew before what would be the same again. */
import { hashOf } from "./seeded-choice";

export interface PracticeCandidate {
  readonly itemVersionId: string;
  readonly itemId: string;
  readonly generated: boolean;
}

/** A fixed item comes again only after a generated one has come this often. */
const fixedCountsAs = 3;

/**
 * The next item with the seed that makes it, or undefined when there is nothing to draw. `drawn` are the items of the round so far, the latest
 * last: the latest is never repeated at once while there is another one. Give every turn a seed of its own; the same input gives the same item.
 */
export function drawNext(
  candidates: readonly PracticeCandidate[],
  drawn: readonly string[],
  seed: string,
): { readonly itemVersionId: string; readonly seed: string } | undefined {
  const others = candidates.filter(({ itemVersionId }) => itemVersionId !== drawn.at(-1));
  const ranked = (others.length > 0 ? others : candidates)
    .map((candidate) => {
      const times = drawn.filter((itemVersionId) => itemVersionId === candidate.itemVersionId).length;
      return {
        candidate,
        wait: candidate.generated ? times : times * fixedCountsAs,
        tie: hashOf(`${seed}/${candidate.itemId}`),
      };
    })
    .sort((a, b) => a.wait - b.wait || a.tie - b.tie || (a.candidate.itemId < b.candidate.itemId ? -1 : 1));
  const next = ranked[0]?.candidate;
  return next && { itemVersionId: next.itemVersionId, seed: `${seed}/${next.itemId}` };
}
