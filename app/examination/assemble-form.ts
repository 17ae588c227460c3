/**
 * Draws a form: every section filled, every bullet of 2.2 covered, enemies kept apart, items this person has not seen before those
 * seen, the least exposed first, ties by the seed. The same input gives the same form.
 */
import type { Blueprint } from "./blueprint";
import { type ClauseTag, clausesOfEveryForm } from "./clause-tags";
import { coverClauses } from "./cover-clauses";
import { type Grouped, getsOn, type Shortage, shortageOf } from "./enemy-groups";
import type { Section } from "./section-names";
import { hashOf, seededChoice } from "./seeded-choice";

export interface FormCandidate extends Grouped {
  readonly itemVersionId: string;
  readonly itemId: string;
  readonly clauses: readonly string[];
  /** How often the item has been drawn so far, by anybody. */
  readonly exposure: number;
  readonly seenByPerson: boolean;
  /** Drawn again, it shows other figures: of the items seen before, these come first. */
  readonly generated: boolean;
}

export type AssembledForm =
  | { readonly items: readonly { readonly itemVersionId: string; readonly seed: string }[] }
  | { readonly fault: "item_bank_too_small"; readonly section: Section; readonly missing: number }
  | { readonly fault: "clause_not_covered"; readonly clause: ClauseTag };

/** 0 for what the person has not seen, 1 for what comes with other figures, 2 for what would be the same again. */
const staleness = ({ seenByPerson, generated }: FormCandidate): number => (seenByPerson ? (generated ? 1 : 2) : 0);

/** Best first. Ids break the last tie, so that the order in which the database answers plays no part. */
function inRank(candidates: readonly FormCandidate[], seed: string): FormCandidate[] {
  return candidates
    .map((candidate) => ({ candidate, tie: hashOf(`${seed}/${candidate.itemId}`) }))
    .sort(
      (a, b) =>
        staleness(a.candidate) - staleness(b.candidate) ||
        a.candidate.exposure - b.candidate.exposure ||
        a.tie - b.tie ||
        (a.candidate.itemVersionId < b.candidate.itemVersionId ? -1 : 1),
    )
    .map(({ candidate }) => candidate);
}

/** Best first, the last unseen item of a clause behind others of the same standing: it is left to this person's next attempt. */
function inTurn(open: readonly FormCandidate[]): FormCandidate[] {
  const isLast = (candidate: FormCandidate) =>
    clausesOfEveryForm.some(
      (clause) =>
        candidate.clauses.includes(clause) &&
        !open.some((other) => other !== candidate && !other.seenByPerson && other.clauses.includes(clause)),
    );
  const [spare, last] = [false, true].map((wanted) => open.filter((candidate) => isLast(candidate) === wanted));
  return [...(spare ?? []), ...(last ?? [])].sort((a, b) => staleness(a) - staleness(b));
}

/** Fills every section in rank order around what is chosen already, never so that a later place cannot be filled. */
function fill(slots: ReadonlyMap<Section, number>, ranked: readonly FormCandidate[], chosen: readonly FormCandidate[]) {
  const taken = [...chosen];
  for (const [section, count] of slots) {
    for (let place = countIn(taken, section); place < count; place++) {
      const turn = inTurn(ranked.filter((candidate) => candidate.section === section && mayJoin(candidate, taken)));
      const next = turn.find((candidate) => !shortage(slots, ranked, [...taken, candidate]));
      if (!next) throw new Error(`section ${section} could be filled and then could not`);
      taken.push(next);
    }
  }
  return taken;
}

const countIn = (taken: readonly FormCandidate[], section: Section): number =>
  taken.filter((candidate) => candidate.section === section).length;
const mayJoin = (candidate: FormCandidate, taken: readonly FormCandidate[]): boolean =>
  !taken.includes(candidate) && getsOn(candidate, taken);

/** What is missing when these are taken and the rest is filled up as well as it can be. */
function shortage(
  slots: ReadonlyMap<Section, number>,
  ranked: readonly FormCandidate[],
  taken: readonly FormCandidate[],
): Shortage | undefined {
  const left = new Map([...slots].map(([section, count]) => [section, count - countIn(taken, section)]));
  return shortageOf(
    left,
    ranked.filter((candidate) => mayJoin(candidate, taken)),
  );
}

/**
 * The items of a new attempt, section by section in the blueprint's order, shuffled within a section, each with its own seed.
 * Coverage comes before novelty: an item seen before is taken only where the unseen ones cannot fill the section or cover the
 * clause. Enemies, and two versions of one item, never stand in one form.
 */
export function assembleForm(request: {
  readonly blueprint: Blueprint;
  readonly candidates: readonly FormCandidate[];
  readonly seed: string;
}): AssembledForm {
  const { blueprint, seed } = request;
  const ranked = onceEach(inRank(request.candidates, seed));
  const slots = new Map(blueprint.sections.map(({ section, items }) => [section, items]));
  const missing = shortage(slots, ranked, []);
  if (missing) return { fault: "item_bank_too_small", ...missing };
  const covering = coverClauses(clausesOfEveryForm, ranked, slots, (chosen) => !shortage(slots, ranked, chosen));
  if ("uncovered" in covering) return { fault: "clause_not_covered", clause: covering.uncovered };

  const taken = fill(slots, ranked, covering.chosen);
  const choice = seededChoice(`${seed}/form`);
  const items = [...slots.keys()].flatMap((section) =>
    choice.shuffle(taken.filter((candidate) => candidate.section === section)),
  );
  return { items: items.map(({ itemVersionId, itemId }) => ({ itemVersionId, seed: `${seed}/${itemId}` })) };
}

/** The best ranked version of every item. */
function onceEach(ranked: readonly FormCandidate[]): FormCandidate[] {
  const best = new Map<string, FormCandidate>();
  for (const candidate of ranked) if (!best.has(candidate.itemId)) best.set(candidate.itemId, candidate);
  return [...best.values()];
}
