/**
 * Draws a form: every section filled, every bullet of 2.2 covered, enemies kept apart, items this person has not seen before those
 * seen, the least exposed first, ties by the seed. The same input gives the same form.
 */
import type { Blueprint } from "./blueprint";
import type { ClauseTag } from "./clause-tags";
import { coverClauses } from "./cover-clauses";
import { type Shortage, shortageOf } from "./enemy-groups";
import { fillSections } from "./fill-sections";
import type { FormCandidate, FormCandidates } from "./form-bank";
import { rankedBy } from "./form-ranks";
import { seededChoice } from "./seeded-choice";

export type AssembledForm =
  | { readonly items: readonly { readonly itemVersionId: string; readonly seed: string }[] }
  | ({ readonly fault: "item_bank_too_small" } & Shortage)
  | { readonly fault: "clause_not_covered"; readonly clause: ClauseTag };

/**
 * The items of a new attempt, section by section in the blueprint's order, shuffled within a section, each with its own seed.
 * Coverage comes before novelty: an item seen before is taken only where the unseen ones cannot fill the section or cover the
 * clause. Enemies, and two versions of one item, never stand in one form.
 */
export function assembleForm(
  request: FormCandidates & { readonly blueprint: Blueprint; readonly seed: string },
): AssembledForm {
  const { blueprint, seed } = request;
  const { items, supply } = request.bank;
  const slots = new Map(blueprint.sections.map(({ section, items }) => [section, items]));
  const itemsOf = (indexes: readonly number[]) => indexes.map((index) => items[index] as FormCandidate);
  const missing = (taken: readonly number[]) => shortageOf(slots, supply, itemsOf(taken));
  const shortage = missing([]);
  if (shortage) return { fault: "item_bank_too_small", ...shortage };
  const bank = rankedBy(request, seed);
  const covering = coverClauses(bank, slots, (chosen) => !missing(chosen));
  if ("uncovered" in covering) return { fault: "clause_not_covered", clause: covering.uncovered };

  const taken = itemsOf(
    fillSections(bank, slots, covering.chosen, (taken, candidate) => !missing([...taken, candidate])),
  );
  const choice = seededChoice(`${seed}/form`);
  const form = [...slots.keys()].flatMap((section) => choice.shuffle(taken.filter((item) => item.section === section)));
  return { items: form.map(({ itemVersionId, itemId }) => ({ itemVersionId, seed: `${seed}/${itemId}` })) };
}
