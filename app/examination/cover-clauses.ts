/** The hard half of drawing a form: which items cover every clause without overfilling a section. */
import type { ClauseTag } from "./clause-tags";
import { type Grouped, getsOn } from "./enemy-groups";
import type { Section } from "./section-names";

interface Coverer extends Grouped {
  readonly clauses: readonly string[];
  readonly seenByPerson: boolean;
}

/** The clauses of an item in use are the same list in every draw. */
const joinedClauses = new WeakMap<readonly string[], string>();

function joined(clauses: readonly string[]): string {
  const text = joinedClauses.get(clauses) ?? clauses.join();
  joinedClauses.set(clauses, text);
  return text;
}

/**
 * The best ranked of those that stand for the same clauses in the same section: any other would do no more. Seen and unseen
 * ones are kept apart, because the search weighs them differently.
 */
function representatives<Candidate extends Coverer>(
  required: readonly ClauseTag[],
  ranked: readonly Candidate[],
): Candidate[] {
  const best: Candidate[] = [];
  const wanted: ReadonlySet<string> = new Set(required);
  /** By clauses and enemy group: the sections that have one, unseen and seen. Lists without a wanted clause stand there as null. */
  const known = new Map<string, Map<string | null, Set<string>> | null>();
  for (const candidate of ranked) {
    const { clauses, enemyGroup, section, seenByPerson } = candidate;
    const text = joined(clauses);
    let groups = known.get(text);
    if (groups === undefined) {
      groups = clauses.some((clause) => wanted.has(clause)) ? new Map() : null;
      known.set(text, groups);
    }
    if (groups === null) continue;
    const places = groups.get(enemyGroup) ?? new Set();
    groups.set(enemyGroup, places);
    const place = seenByPerson ? `${section}, seen` : section;
    if (places.has(place)) continue;
    places.add(place);
    best.push(candidate);
  }
  return best;
}

/**
 * Takes, clause by clause (the rarest first), the best ranked item whose section still has room, and goes back where that leads
 * nowhere. Tries with no seen item first, then with one, and so on. Dead ends are remembered, so the work is bounded by the
 * clauses and not by the size of the bank. Enemies are never taken together, and `mayStand` has the last word on a choice that covers
 * everything. If all clauses cannot be covered together, names the first that could not.
 */
export function coverClauses<Candidate extends Coverer>(
  required: readonly ClauseTag[],
  ranked: readonly Candidate[],
  slots: ReadonlyMap<Section, number>,
  mayStand: (chosen: readonly Candidate[]) => boolean = () => true,
): { readonly chosen: readonly Candidate[] } | { readonly uncovered: ClauseTag } {
  const usable = representatives(
    required,
    ranked.filter(({ section }) => slots.has(section)),
  );
  const covererOf = new Map(
    required.map((clause) => [clause, usable.filter(({ clauses }) => clauses.includes(clause))]),
  );
  const rarestFirst = [...required].sort((a, b) => (covererOf.get(a)?.length ?? 0) - (covererOf.get(b)?.length ?? 0));
  let furthest = 0;

  function search(
    position: number,
    chosen: readonly Candidate[],
    seenLeft: number,
    deadEnds: Set<string>,
  ): readonly Candidate[] | null {
    const next = rarestFirst.findIndex(
      (clause, index) => index >= position && !chosen.some(({ clauses }) => clauses.includes(clause)),
    );
    const clause = rarestFirst[next];
    if (clause === undefined) return mayStand(chosen) ? chosen : null;
    furthest = Math.max(furthest, next);
    const open = rarestFirst.filter((clause) => !chosen.some(({ clauses }) => clauses.includes(clause)));
    const taken = chosen.map(({ section, enemyGroup }) => `${section}/${enemyGroup}`).sort();
    const state = `${open.join()}|${taken.join()}|${seenLeft}`;
    if (deadEnds.has(state)) return null;
    for (const candidate of covererOf.get(clause) ?? []) {
      const used = chosen.filter(({ section }) => section === candidate.section).length;
      if (used >= (slots.get(candidate.section) ?? 0) || (candidate.seenByPerson && seenLeft === 0)) continue;
      if (!getsOn(candidate, chosen)) continue;
      const found = search(next + 1, [...chosen, candidate], seenLeft - (candidate.seenByPerson ? 1 : 0), deadEnds);
      if (found) return found;
    }
    deadEnds.add(state);
    return null;
  }

  // What cannot be covered with every item allowed need not be tried with fewer.
  if (!search(0, [], required.length, new Set())) return { uncovered: rarestFirst[furthest] as ClauseTag };
  for (let seenAllowed = 0; ; seenAllowed++) {
    const chosen = search(0, [], seenAllowed, new Set());
    if (chosen) return { chosen };
  }
}
