/**
 * What the bank can do, told to the exam manager before a candidate finds out: whether every section can be filled and every clause covered,
 * how many attempts a person can sit without seeing an item again, and how alike the forms are.
 *
 * How difficult an item is, its answers say where they are enough, otherwise its author's guess, which is optional. Where both are missing, how alike the
 * forms are is told all the same, on an assumption: the item is as difficult as the mean of the guesses in its section, or of all guesses where its
 * section has none. Which form is drawn depends on none of this.
 */
import { assembleForm } from "./assemble-form";
import { type Blueprint, itemCountOf } from "./blueprint";
import { type ClauseTag, clausesOfEveryForm } from "./clause-tags";
import { shortageOf } from "./enemy-groups";
import type { FormCandidate, FormCandidates } from "./form-bank";
import { expectedScore } from "./form-difficulty";
import type { Section } from "./section-names";

interface GuessedItem {
  readonly section: Section;
  readonly points: number;
  readonly difficultyGuess: number | null;
}

/** By item version, per cent of its points that candidates have reached, where their responses are enough. */
type Measured = ReadonlyMap<string, number>;
type OutlookItem = FormCandidate & GuessedItem;
type Candidates = FormCandidates<OutlookItem>;

interface SectionOutlook {
  readonly section: Section;
  /** Items a form draws. */
  readonly needed: number;
  readonly fixed: number;
  /** Endless: drawn again, they come with other figures. */
  readonly generated: number;
  /** Items that a form lacks; 0 when it can be filled. */
  readonly missing: number;
}

export interface BankOutlook {
  readonly sections: readonly SectionOutlook[];
  readonly uncovered: readonly ClauseTag[];
  /** Clauses that hang on one item: it stands in every form. */
  readonly coveredOnce: readonly ClauseTag[];
  /** Why no form can be drawn although each section by itself could be filled; null when forms can be drawn. */
  readonly fault: { readonly section: Section } | { readonly clause: ClauseTag } | null;
  /** Attempts of one person until the first item is the same again; `attemptsTried` when none was. */
  readonly attemptsWithoutRepeat: number;
  /** Ids of the items that are not measured and whose authors have not guessed; the assumption above is made for them. */
  readonly withoutGuess: readonly string[];
  /** Forms as other people would get them. Unknown only when none can be drawn, or no item at all has a guess. */
  readonly expected: ExpectedScores | { readonly unknown: "no_form" | "no_guess" };
}

interface ExpectedScores {
  readonly least: number;
  readonly mean: number;
  readonly most: number;
  /** Items of a form, and how many of them are measured. */
  readonly items: number;
  readonly measured: { readonly fewest: number; readonly most: number };
}

/** Forms drawn to compare them, and attempts tried in a row. */
export const formsCompared = 30;
export const attemptsTried = 6;

/** What the bank has for each section of the blueprint. */
export function sectionOutlooks(blueprint: Blueprint, { items, supply }: Candidates["bank"]): SectionOutlook[] {
  return blueprint.sections.map(({ section, items: needed }) => {
    const own = items.filter((item) => item.section === section);
    const generated = own.filter((item) => item.generated).length;
    const missing = shortageOf(new Map([[section, needed]]), supply, [])?.missing ?? 0;
    return { section, needed, fixed: own.length - generated, generated, missing };
  });
}

/** The items of a form, or why there is none. */
function draw(blueprint: Blueprint, candidates: Candidates, seed: string) {
  const form = assembleForm({ ...candidates, blueprint, seed });
  if ("fault" in form) return form;
  const byVersion = new Map(candidates.bank.items.map((item) => [item.itemVersionId, item]));
  return form.items.flatMap(({ itemVersionId }) => byVersion.get(itemVersionId) ?? []);
}

/** A new person sits one attempt after the other. */
function countAttempts(blueprint: Blueprint, candidates: Candidates): number {
  const seen = new Set<string>();
  for (let attempt = 0; attempt < attemptsTried; attempt++) {
    const form = draw(blueprint, { ...candidates, seen }, `attempt-${attempt}`);
    if (!Array.isArray(form) || form.some(({ itemId, generated }) => seen.has(itemId) && !generated)) return attempt;
    for (const { itemId } of form) seen.add(itemId);
  }
  return attemptsTried;
}

const meanGuess = (items: readonly GuessedItem[]): number | null => {
  const guesses = items.flatMap(({ difficultyGuess }) => difficultyGuess ?? []);
  return guesses.length === 0 ? null : guesses.reduce((sum, guess) => sum + guess, 0) / guesses.length;
};

/** Per cent of an item's points that are expected: measured, guessed, or assumed; null where nothing says anything. */
function difficulties(items: readonly GuessedItem[], measured: Measured): (item: OutlookItem) => number | null {
  const ofAll = meanGuess(items);
  const bySection = new Map<Section, number | null>();
  for (const section of new Set(items.map((item) => item.section))) {
    bySection.set(section, meanGuess(items.filter((item) => item.section === section)));
  }
  return ({ itemVersionId, difficultyGuess, section }) =>
    measured.get(itemVersionId) ?? difficultyGuess ?? bySection.get(section) ?? ofAll;
}

function compareForms(blueprint: Blueprint, candidates: Candidates, measured: Measured): BankOutlook["expected"] {
  const difficultyOf = difficulties(candidates.bank.items, measured);
  const scores: number[] = [];
  const counts: number[] = [];
  for (let index = 0; index < formsCompared; index++) {
    const form = draw(blueprint, candidates, `form-${index}`);
    if (!Array.isArray(form)) return { unknown: "no_form" };
    const score = expectedScore(
      blueprint,
      form.map((item) => ({ ...item, difficulty: difficultyOf(item) })),
    );
    if (score === null) return { unknown: "no_guess" };
    scores.push(score);
    counts.push(form.filter(({ itemVersionId }) => measured.has(itemVersionId)).length);
  }
  const mean = Math.round((scores.reduce((sum, score) => sum + score, 0) / scores.length) * 100) / 100;
  return {
    least: Math.min(...scores),
    mean,
    most: Math.max(...scores),
    items: itemCountOf(blueprint),
    measured: { fewest: Math.min(...counts), most: Math.max(...counts) },
  };
}

/** Looks at the items in use as a new person would draw from them. */
export function bankOutlook(blueprint: Blueprint, candidates: Candidates, measured: Measured): BankOutlook {
  const { bank } = candidates;
  const first = draw(blueprint, candidates, "first");
  const timesCovered = (clause: ClauseTag) => bank.items.filter(({ clauses }) => clauses.includes(clause)).length;
  return {
    sections: sectionOutlooks(blueprint, bank),
    uncovered: clausesOfEveryForm.filter((clause) => timesCovered(clause) === 0),
    coveredOnce: clausesOfEveryForm.filter((clause) => timesCovered(clause) === 1),
    fault: Array.isArray(first) ? null : "section" in first ? { section: first.section } : { clause: first.clause },
    attemptsWithoutRepeat: countAttempts(blueprint, candidates),
    withoutGuess: [
      ...new Set(
        bank.items.flatMap(({ itemId, itemVersionId, difficultyGuess }) =>
          difficultyGuess === null && !measured.has(itemVersionId) ? [itemId] : [],
        ),
      ),
    ],
    expected: compareForms(blueprint, candidates, measured),
  };
}
