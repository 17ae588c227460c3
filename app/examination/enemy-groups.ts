/** Items of one enemy group never stand in one form: one would give the other away, or ask the same thing twice. */
import type { Section } from "./section-names";

export interface Grouped {
  readonly section: Section;
  /** Null: gets on with every other item. */
  readonly enemyGroup: string | null;
}

export interface Shortage {
  readonly section: Section;
  readonly missing: number;
}

/** Whether the item may join those that are there. */
export const getsOn = (candidate: Grouped, with_: readonly Grouped[]): boolean =>
  candidate.enemyGroup === null || with_.every(({ enemyGroup }) => enemyGroup !== candidate.enemyGroup);

/** What there is to fill sections with: items without enemies by number, groups by name. */
export interface Supply {
  readonly single: ReadonlyMap<Section, number>;
  readonly groups: ReadonlyMap<Section, ReadonlySet<string>>;
}

export function supplyOf(open: readonly Grouped[]): Supply {
  const single = new Map<Section, number>();
  const groups = new Map<Section, Set<string>>();
  for (const { section, enemyGroup } of open) {
    if (enemyGroup === null) single.set(section, (single.get(section) ?? 0) + 1);
    else groups.set(section, (groups.get(section) ?? new Set()).add(enemyGroup));
  }
  return { single, groups };
}

/**
 * The first section that cannot be filled up beside what is taken, whichever items are; undefined when there is a way. Exact: items without enemies
 * fill first, and the places left over are matched with groups, of which each serves one place of the whole form.
 * @param slots how many items each section takes, those of `taken` included
 */
export function shortageOf(
  slots: ReadonlyMap<Section, number>,
  { single, groups }: Supply,
  taken: readonly Grouped[],
): Shortage | undefined {
  // An item without enemies takes a place and is one less to fill the others: only places of groups change what is needed.
  const grouped = taken.filter(({ enemyGroup }) => enemyGroup !== null);
  const servedBy = new Map<string, Section>();
  for (const [section, places] of slots) {
    const filled = grouped.filter((item) => item.section === section).length;
    const need = places - filled - (single.get(section) ?? 0);
    for (let found = 0; found < need; found++) {
      const used = new Set(grouped.map(({ enemyGroup }) => enemyGroup));
      if (!serve(section, groups, servedBy, used)) return { section, missing: need - found };
    }
  }
  return undefined;
}

/** Finds the section one more group, moving another section to another group where that helps (augmenting path). */
function serve(
  section: Section,
  groups: ReadonlyMap<Section, ReadonlySet<string>>,
  servedBy: Map<string, Section>,
  tried: Set<string | null>,
): boolean {
  for (const group of groups.get(section) ?? []) {
    if (tried.has(group)) continue;
    tried.add(group);
    const other = servedBy.get(group);
    if (other === undefined || (other !== section && serve(other, groups, servedBy, tried))) {
      servedBy.set(group, section);
      return true;
    }
  }
  return false;
}
