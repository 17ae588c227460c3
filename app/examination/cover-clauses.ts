/** The hard half of drawing a form: which items cover every clause without overfilling a section. */
import { type ClauseTag, clausesOfEveryForm } from "./clause-tags";
import { getsOn } from "./enemy-groups";
import { clauseBit, type FormCandidate } from "./form-bank";
import { type RankedBank, staleness } from "./form-ranks";
import { RankOrder } from "./rank-order";
import type { Section } from "./section-names";

/**
 * By clause, the best ranked of those that stand for the same clauses in the same section: any other would do no more. Seen and unseen
 * ones are kept apart, because the search weighs them differently.
 */
function coverersOf(bank: RankedBank, slots: ReadonlyMap<Section, number>): number[][] {
  const { kinds, ranks, staleness: stale } = bank;
  const best = new Int32Array(2 * bank.kindCount).fill(-1);
  for (const section of slots.keys()) {
    const own = bank.bySection.get(section) ?? [];
    for (let at = 0; at < own.length; at++) {
      const index = own[at] as number;
      const rank = ranks[index] as number;
      const standing = 2 * (kinds[index] as number) + (stale[index] === staleness.none ? 0 : 1);
      if (standing < 0 || rank === Number.POSITIVE_INFINITY) continue;
      const other = best[standing] as number;
      if (other < 0 || rank < (ranks[other] as number)) best[standing] = index;
    }
  }
  const coverers: number[][] = clausesOfEveryForm.map(() => []);
  for (const index of best)
    if (index >= 0) for (const clause of bank.clauseNumbers[index] ?? []) coverers[clause]?.push(index);
  return coverers;
}

/**
 * Takes, clause by clause (the rarest first), the best ranked item whose section still has room, and goes back where that leads
 * nowhere. Tries with no seen item first, then with one, and so on. Dead ends are remembered, so the work is bounded by the
 * clauses and not by the size of the bank. Enemies are never taken together, and `mayStand` has the last word on a choice that covers
 * everything. If all clauses cannot be covered together, names the first that could not.
 * @returns indexes of candidates
 */
export function coverClauses(
  bank: RankedBank,
  slots: ReadonlyMap<Section, number>,
  mayStand: (chosen: readonly number[]) => boolean,
): { readonly chosen: readonly number[] } | { readonly uncovered: ClauseTag } {
  const coverers = coverersOf(bank, slots);
  const rarestFirst = [...coverers.keys()].sort((a, b) => (coverers[a]?.length ?? 0) - (coverers[b]?.length ?? 0));
  const inOrder = coverers.map((own) => new RankOrder(own, bank.ranks));
  let furthest = 0;

  function search(
    chosen: readonly number[],
    covered: number,
    seenLeft: number,
    deadEnds: Set<string>,
  ): readonly number[] | null {
    const next = rarestFirst.findIndex((clause) => !(covered & clauseBit(clause)));
    const coverersInOrder = inOrder[rarestFirst[next] ?? -1];
    if (!coverersInOrder) return mayStand(chosen) ? chosen : null;
    furthest = Math.max(furthest, next);
    const taken = chosen.map((index) => bank.items[index] as FormCandidate);
    const state = () =>
      `${covered}|${taken.map(({ section, enemyGroup }) => `${section}/${enemyGroup}`).sort()}|${seenLeft}`;
    if (deadEnds.size > 0 && deadEnds.has(state())) return null;
    for (let place = 0; ; place++) {
      const index = coverersInOrder.at(place);
      const item = bank.items[index ?? -1];
      if (index === undefined || !item) break;
      const used = taken.filter(({ section }) => section === item.section).length;
      const seen = bank.staleness[index] === staleness.none ? 0 : 1;
      if (used >= (slots.get(item.section) ?? 0) || seen > seenLeft || !getsOn(item, taken)) continue;
      const set = bank.clauseSets[index] as number;
      const found = search([...chosen, index], covered | set, seenLeft - seen, deadEnds);
      if (found) return found;
    }
    deadEnds.add(state());
    return null;
  }

  const unseen = search([], 0, 0, new Set());
  if (unseen) return { chosen: unseen };
  // What cannot be covered with every item allowed need not be tried with fewer.
  furthest = 0;
  if (!search([], 0, coverers.length, new Set()))
    return { uncovered: clausesOfEveryForm[rarestFirst[furthest] as number] as ClauseTag };
  for (let seenAllowed = 1; ; seenAllowed++) {
    const chosen = search([], 0, seenAllowed, new Set());
    if (chosen) return { chosen };
  }
}
