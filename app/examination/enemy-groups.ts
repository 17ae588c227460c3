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

/**
 * The first section that `open` cannot fill up, whichever items are taken; undefined when there is a way. Exact: items without enemies
 * fill first, and the places left over are matched with groups, of which each serves one place of the whole form.
 */
export function shortageOf(left: ReadonlyMap<Section, number>, open: readonly Grouped[]): Shortage | undefined {
  const needs = new Map([...left].filter(([, count]) => count > 0));
  const groups = new Map<Section, Set<string>>([...needs.keys()].map((section) => [section, new Set()]));
  for (const { section, enemyGroup } of open) {
    const need = needs.get(section);
    if (need === undefined) continue;
    if (enemyGroup === null) needs.set(section, need - 1);
    else groups.get(section)?.add(enemyGroup);
  }
  const servedBy = new Map<string, Section>();
  for (const [section, need] of needs) {
    let found = 0;
    while (found < need && serve(section, groups, servedBy, new Set())) found++;
    if (found < need) return { section, missing: need - found };
  }
  return undefined;
}

/** Finds the section one more group, moving another section to another group where that helps (augmenting path). */
function serve(
  section: Section,
  groups: ReadonlyMap<Section, ReadonlySet<string>>,
  servedBy: Map<string, Section>,
  tried: Set<string>,
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
