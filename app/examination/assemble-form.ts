/**
 * Draws a form: every section filled, every bullet of 2.2 covered, enemies kept apart, items this person has not seen before those
 * seen, the least exposed first, ties by the seed. The same input gives the same form.
 */
import type { Blueprint } from "./blueprint";
import { type ClauseTag, clausesOfEveryForm } from "./clause-tags";
import { coverClauses } from "./cover-clauses";
import { type Grouped, getsOn, type Shortage, type Supply, shortageOf, supplyOf, without } from "./enemy-groups";
import type { Section } from "./section-names";
import { hashAfter, seededChoice } from "./seeded-choice";

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

const hashes = 2 ** 32;
const mostExposed = 2 ** 19 - 1;

/**
 * Best first. Ids break the last tie, so that the order in which the database answers plays no part. What decides fits into one whole number, which sorts
 * in a fraction of the time that a comparison of its parts takes.
 */
function inRank(candidates: readonly FormCandidate[], seed: string): FormCandidate[] {
  const byRank = new Map<number, FormCandidate[]>();
  const tieOf = hashAfter(`${seed}/`);
  for (const candidate of candidates) {
    const exposure = Math.min(candidate.exposure, mostExposed);
    const rank = (staleness(candidate) * (mostExposed + 1) + exposure) * hashes + tieOf(candidate.itemId);
    const tied = byRank.get(rank);
    if (tied) tied.push(candidate);
    else byRank.set(rank, [candidate]);
  }
  const ranked: FormCandidate[] = [];
  for (const rank of Float64Array.from(byRank.keys()).sort()) {
    const tied = byRank.get(rank) ?? [];
    if (tied.length > 1) tied.sort((a, b) => (a.itemVersionId < b.itemVersionId ? -1 : 1));
    ranked.push(...tied);
  }
  return ranked;
}

const everyForm: ReadonlySet<string> = new Set(clausesOfEveryForm);

/** How many items a clause has among the open ones that the person has not seen. */
type Unseen = Map<string, number>;

function count(unseen: Unseen, { clauses, seenByPerson }: FormCandidate, by: 1 | -1): void {
  if (seenByPerson) return;
  for (const [index, clause] of clauses.entries())
    if (clauses.indexOf(clause) === index) unseen.set(clause, (unseen.get(clause) ?? 0) + by);
}

/**
 * The best that may be taken; the last unseen item of a clause stands behind others of the same standing: it is left to this person's next attempt.
 * @param open best first
 */
function firstInTurn(
  open: readonly FormCandidate[],
  unseen: Unseen,
  mayTake: (candidate: FormCandidate) => boolean,
): FormCandidate | undefined {
  const isLast = ({ clauses, seenByPerson }: FormCandidate) =>
    clauses.some((clause) => everyForm.has(clause) && (unseen.get(clause) ?? 0) === (seenByPerson ? 0 : 1));
  const later: FormCandidate[][] = [[], [], [], [], []];
  for (const candidate of open) {
    const turn = 2 * staleness(candidate) + (isLast(candidate) ? 1 : 0);
    if (turn > 0) later[turn - 1]?.push(candidate);
    else if (mayTake(candidate)) return candidate;
  }
  return later.flat().find(mayTake);
}

/** What a form is drawn from, sorted out once. */
interface Bank {
  readonly slots: ReadonlyMap<Section, number>;
  readonly ranked: ReadonlyMap<Section, readonly FormCandidate[]>;
  readonly supply: Supply;
}

/** Fills every section in rank order around what is chosen already, never so that a later place cannot be filled. */
function fill(bank: Bank, chosen: readonly FormCandidate[]) {
  const taken = [...chosen];
  for (const [section, places] of bank.slots) {
    let open = (bank.ranked.get(section) ?? []).filter(
      (candidate) => !taken.includes(candidate) && getsOn(candidate, taken),
    );
    const unseen: Unseen = new Map();
    for (const candidate of open) count(unseen, candidate, 1);
    for (let place = countIn(taken, section); place < places; place++) {
      const next = firstInTurn(open, unseen, (candidate) => !shortage(bank, [...taken, candidate]));
      if (!next) throw new Error(`section ${section} could be filled and then could not`);
      taken.push(next);
      open = open.filter((candidate) => {
        const stays = candidate !== next && getsOn(candidate, [next]);
        if (!stays) count(unseen, candidate, -1);
        return stays;
      });
    }
  }
  return taken;
}

const countIn = (taken: readonly FormCandidate[], section: Section): number =>
  taken.filter((candidate) => candidate.section === section).length;

/** What is missing when these are taken and the rest is filled up as well as it can be. */
function shortage({ slots, supply }: Bank, taken: readonly FormCandidate[]): Shortage | undefined {
  const left = new Map([...slots].map(([section, count]) => [section, count - countIn(taken, section)]));
  return shortageOf(left, without(supply, taken));
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
  const bySection = new Map<Section, FormCandidate[]>([...slots.keys()].map((section) => [section, []]));
  for (const candidate of ranked) bySection.get(candidate.section)?.push(candidate);
  const bank: Bank = {
    slots,
    ranked: bySection,
    supply: supplyOf(ranked),
  };
  const missing = shortage(bank, []);
  if (missing) return { fault: "item_bank_too_small", ...missing };
  const covering = coverClauses(clausesOfEveryForm, ranked, slots, (chosen) => !shortage(bank, chosen));
  if ("uncovered" in covering) return { fault: "clause_not_covered", clause: covering.uncovered };

  const taken = fill(bank, covering.chosen);
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
