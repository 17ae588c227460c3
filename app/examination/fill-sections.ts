/** The easy half of drawing a form: the places that coverage leaves open. */
import { clausesOfEveryForm } from "./clause-tags";
import { clauseBit } from "./form-bank";
import { type RankedBank, staleness } from "./form-ranks";
import { RankOrder } from "./rank-order";
import type { Section } from "./section-names";

/** What a section may still be filled with. */
interface OpenSection {
  readonly name: Section;
  readonly inOrder: RankOrder;
  /** How many of them that the person has not seen stand for each clause of every form. */
  readonly unseen: number[];
}

/** Fills every section in rank order around what is chosen already; `mayTake` keeps a later place from being left without an item. */
export function fillSections(
  bank: RankedBank,
  slots: ReadonlyMap<Section, number>,
  chosen: readonly number[],
  mayTake: (taken: readonly number[], candidate: number) => boolean,
): number[] {
  const taken: number[] = [];
  const gone = new Uint8Array(bank.items.length);
  for (const index of bank.rivals.flat()) gone[index] = bank.ranks[index] === Number.POSITIVE_INFINITY ? 1 : 0;
  const take = (index: number, section?: OpenSection) => {
    taken.push(index);
    for (const enemy of enemiesOf(bank, index)) {
      if (gone[enemy] === 0 && section && bank.items[enemy]?.section === section.name)
        count(bank, section.unseen, enemy, -1);
      gone[enemy] = 1;
    }
  };
  for (const index of chosen) take(index);
  for (const [name, places] of slots) {
    const missing = places - taken.filter((index) => bank.items[index]?.section === name).length;
    if (missing <= 0) continue;
    const section = openSection(bank, name, gone);
    for (let place = 0; place < missing; place++) {
      const next = firstInTurn(bank, section, gone, (candidate) => mayTake(taken, candidate));
      if (next === undefined) throw new Error(`section ${name} could be filled and then could not`);
      take(next, section);
    }
  }
  return taken;
}

/** All that cannot stand beside the candidate, itself included. */
function enemiesOf(bank: RankedBank, index: number): readonly number[] {
  const group = bank.items[index]?.enemyGroup;
  return (group != null && bank.byEnemyGroup.get(group)) || [index];
}

function openSection(bank: RankedBank, name: Section, gone: Uint8Array): OpenSection {
  const unseen = clausesOfEveryForm.map(() => 0);
  const open: number[] = [];
  for (const index of bank.bySection.get(name) ?? []) {
    if (gone[index] === 1) continue;
    open.push(index);
    count(bank, unseen, index, 1);
  }
  return { name, inOrder: new RankOrder(open, bank.ranks), unseen };
}

function count(bank: RankedBank, unseen: number[], index: number, by: 1 | -1): void {
  if (bank.staleness[index] !== staleness.none) return;
  for (const clause of bank.clauseNumbers[index] ?? []) unseen[clause] = (unseen[clause] as number) + by;
}

/** The best that may be taken; the last unseen item of a clause stands behind others of the same standing: it is left to this person's next attempt. */
function firstInTurn(
  bank: RankedBank,
  { inOrder, unseen }: OpenSection,
  gone: Uint8Array,
  mayTake: (candidate: number) => boolean,
): number | undefined {
  let [none, one] = [0, 0];
  for (const [clause, items] of unseen.entries()) {
    if (items === 0) none |= clauseBit(clause);
    if (items === 1) one |= clauseBit(clause);
  }
  const later: number[][] = [[], [], [], [], []];
  for (let place = 0; ; place++) {
    const candidate = inOrder.at(place);
    if (candidate === undefined) return later.flat().find(mayTake);
    if (gone[candidate] === 1) continue;
    const stale = bank.staleness[candidate] as number;
    const last = (bank.clauseSets[candidate] as number) & (stale === staleness.none ? one : none);
    const turn = 2 * stale + (last ? 1 : 0);
    if (turn > 0) later[turn - 1]?.push(candidate);
    else if (mayTake(candidate)) return candidate;
  }
}
