/** The items that forms are drawn from, with all that is the same in every draw worked out beforehand. */
import { clausesOfEveryForm } from "./clause-tags";
import { type Grouped, type Supply, supplyOf } from "./enemy-groups";
import type { Section } from "./section-names";
import { type HashableTexts, hashable } from "./seeded-choice";

/** An item in use, as far as it decides about a form. Section and enemies are the item's, the same in all its versions. */
export interface FormCandidate extends Grouped {
  readonly itemVersionId: string;
  readonly itemId: string;
  readonly clauses: readonly string[];
  /** Drawn again, it shows other figures: of the items seen before, these come first. */
  readonly generated: boolean;
  /** Where the item's figure stands in `FormCandidates.exposures`. */
  readonly place: number;
}

/**
 * A draw goes through thousands of items and takes twenty, so what it asks of each stands in rows of numbers. A candidate is known by its index in
 * `items`; indexes follow the ids of the versions, which break the last tie.
 */
export interface FormBank<Item extends FormCandidate = FormCandidate> {
  readonly items: readonly Item[];
  readonly itemIds: HashableTexts;
  readonly places: Int32Array;
  /** 1 for what is drawn anew each time. */
  readonly generated: Uint8Array;
  /** The clauses of every form that the candidate stands for, by their numbers, and as a set with a bit for each: `clauseBit`. */
  readonly clauseNumbers: readonly (readonly number[])[];
  readonly clauseSets: Int32Array;
  /** The same number for candidates with the same clauses in the same section and enemy group, -1 without a clause of every form. */
  readonly kinds: Int32Array;
  readonly kindCount: number;
  readonly bySection: ReadonlyMap<Section, Int32Array>;
  readonly byEnemyGroup: ReadonlyMap<string, readonly number[]>;
  readonly byItem: ReadonlyMap<string, readonly number[]>;
  /** The versions of those items that have more than one. */
  readonly rivals: readonly (readonly number[])[];
  readonly supply: Supply;
}

/** What one form is drawn from: the bank, and what has been drawn of it before. */
export interface FormCandidates<Item extends FormCandidate = FormCandidate> {
  readonly bank: FormBank<Item>;
  /** How often each item has been drawn so far, by anybody; 0 for places beyond the end. */
  readonly exposures: readonly number[];
  /** Ids of the items that the person has had. */
  readonly seen: ReadonlySet<string>;
}

/** The bit by which a clause of every form stands in a set; `clause` is its number in `clausesOfEveryForm`. */
export const clauseBit = (clause: number): number => 1 << clause;

/** The numbers of the clauses of every form among these. */
const numbersOf = (clauses: readonly string[]): number[] =>
  clausesOfEveryForm.flatMap((clause, number) => (clauses.includes(clause) ? [number] : []));

function indexesBy<Key>(items: readonly FormCandidate[], keyOf: (item: FormCandidate) => Key): Map<Key, number[]> {
  const indexes = new Map<Key, number[]>();
  for (const [index, item] of items.entries()) {
    const known = indexes.get(keyOf(item));
    if (known) known.push(index);
    else indexes.set(keyOf(item), [index]);
  }
  return indexes;
}

function coverageOf(
  items: readonly FormCandidate[],
): Pick<FormBank, "clauseNumbers" | "clauseSets" | "kinds" | "kindCount"> {
  const clauseNumbers: (readonly number[])[] = [];
  const clauseSets = new Int32Array(items.length);
  const kinds = new Int32Array(items.length).fill(-1);
  let kindCount = 0;
  for (const alike of indexesBy(items, ({ clauses }) => clauses.join()).values()) {
    const numbers = numbersOf(items[alike[0] ?? -1]?.clauses ?? []);
    const ofKind = new Map<string, number>();
    for (const index of alike) {
      const { section, enemyGroup } = items[index] as FormCandidate;
      clauseNumbers[index] = numbers;
      if (numbers.length === 0) continue;
      clauseSets[index] = numbers.reduce((set, number) => set | clauseBit(number), 0);
      const kind = enemyGroup === null ? section : `${section} ${enemyGroup}`;
      if (!ofKind.has(kind)) ofKind.set(kind, kindCount++);
      kinds[index] = ofKind.get(kind) as number;
    }
  }
  return { clauseNumbers, clauseSets, kinds, kindCount };
}

/** The bank of these items, in whatever order they come. */
export function formBankOf<Item extends FormCandidate>(candidates: readonly Item[]): FormBank<Item> {
  const items = [...candidates].sort((a, b) => (a.itemVersionId < b.itemVersionId ? -1 : 1));
  const byItem = indexesBy(items, ({ itemId }) => itemId);
  const bySection = indexesBy(items, ({ section }) => section);
  const byEnemyGroup = indexesBy(items, ({ enemyGroup }) => enemyGroup);
  return {
    items,
    itemIds: hashable(items.map(({ itemId }) => itemId)),
    places: Int32Array.from(items, ({ place }) => place),
    generated: Uint8Array.from(items, ({ generated }) => Number(generated)),
    ...coverageOf(items),
    bySection: new Map([...bySection].map(([section, own]) => [section, Int32Array.from(own)])),
    byEnemyGroup: new Map([...byEnemyGroup].flatMap(([group, own]) => (group === null ? [] : [[group, own]]))),
    byItem,
    rivals: [...byItem.values()].filter(({ length }) => length > 1),
    supply: supplyOf([...byItem.values()].flatMap(([index]) => items[index ?? -1] ?? [])),
  };
}
