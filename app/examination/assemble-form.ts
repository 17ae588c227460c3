/**
 * Draws a form: every section filled, every bullet of 2.2 covered, items this person has not seen before those seen, the least
 * exposed first, ties by the seed. The same input gives the same form.
 */
import type { Blueprint } from "./blueprint";
import { type ClauseTag, clausesOfEveryForm } from "./clause-tags";
import { coverClauses } from "./cover-clauses";
import type { Section } from "./section-names";
import { hashOf, seededChoice } from "./seeded-choice";

export interface FormCandidate {
  readonly itemVersionId: string;
  readonly itemId: string;
  readonly section: Section;
  readonly clauses: readonly string[];
  /** How often the item has been drawn so far, by anybody. */
  readonly exposure: number;
  readonly seenByPerson: boolean;
}

export type AssembledForm =
  | { readonly items: readonly { readonly itemVersionId: string; readonly seed: string }[] }
  | { readonly fault: "item_bank_too_small"; readonly section: Section; readonly missing: number }
  | { readonly fault: "clause_not_covered"; readonly clause: ClauseTag };

/** Best first. Ids break the last tie, so that the order in which the database answers plays no part. */
function inRank(candidates: readonly FormCandidate[], seed: string): FormCandidate[] {
  return candidates
    .map((candidate) => ({ candidate, tie: hashOf(`${seed}/${candidate.itemId}`) }))
    .sort(
      (a, b) =>
        Number(a.candidate.seenByPerson) - Number(b.candidate.seenByPerson) ||
        a.candidate.exposure - b.candidate.exposure ||
        a.tie - b.tie ||
        (a.candidate.itemVersionId < b.candidate.itemVersionId ? -1 : 1),
    )
    .map(({ candidate }) => candidate);
}

/**
 * Fills a section in rank order, but leaves to the next attempt of this person the last unseen item of a clause as long as
 * others of the same standing will do.
 */
function fill(count: number, from: readonly FormCandidate[], chosen: readonly FormCandidate[]): FormCandidate[] {
  const taken = [...chosen];
  const open = from.filter((candidate) => !chosen.includes(candidate));
  const isLast = (candidate: FormCandidate) =>
    clausesOfEveryForm.some(
      (clause) =>
        candidate.clauses.includes(clause) &&
        !open.some((other) => other !== candidate && !other.seenByPerson && other.clauses.includes(clause)),
    );
  while (taken.length < count) {
    const at = Math.max(
      0,
      open.findIndex((candidate) => candidate.seenByPerson === open[0]?.seenByPerson && !isLast(candidate)),
    );
    taken.push(...open.splice(at, 1));
  }
  return taken;
}

/**
 * The items of a new attempt, section by section in the blueprint's order, shuffled within a section, each with its own seed.
 * Coverage comes before novelty: an item seen before is taken only where the unseen ones cannot fill the section or cover the
 * clause. Two versions of one item never stand in one form.
 */
export function assembleForm(request: {
  readonly blueprint: Blueprint;
  readonly candidates: readonly FormCandidate[];
  readonly seed: string;
}): AssembledForm {
  const { blueprint, seed } = request;
  const ranked = [
    ...new Map(
      inRank(request.candidates, seed)
        .reverse()
        .map((entry) => [entry.itemId, entry]),
    ).values(),
  ].reverse();
  const slots = new Map(blueprint.sections.map(({ section, items }) => [section, items]));
  for (const [section, items] of slots) {
    const missing = items - ranked.filter((candidate) => candidate.section === section).length;
    if (missing > 0) return { fault: "item_bank_too_small", section, missing };
  }
  const covering = coverClauses(clausesOfEveryForm, ranked, slots);
  if ("uncovered" in covering) return { fault: "clause_not_covered", clause: covering.uncovered };

  const choice = seededChoice(`${seed}/form`);
  const items = blueprint.sections.flatMap(({ section, items: count }) => {
    const [from, chosen] = [ranked, covering.chosen].map((list) =>
      list.filter((candidate) => candidate.section === section),
    );
    return choice.shuffle(fill(count, from ?? [], chosen ?? []));
  });
  return { items: items.map(({ itemVersionId, itemId }) => ({ itemVersionId, seed: `${seed}/${itemId}` })) };
}
