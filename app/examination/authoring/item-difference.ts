import { diffLines, diffWordsWithSpace } from "diff";
import type { Language } from "~/platform/schema/people-tables";
import type { ItemPart, ItemText } from "./item-texts";

interface Stretch {
  readonly text: string;
  readonly change: "same" | "added" | "removed";
}

/** One part that reads differently: word by word, what was taken away before what came in its place. */
export interface PartDifference {
  readonly id: string;
  readonly part: ItemPart;
  readonly ordinal: number | null;
  /** Null where the part says the same in both languages, before and after. */
  readonly language: Language | null;
  readonly stretches: readonly Stretch[];
}

/** With less in common than this, two texts are shown one after the other: word by word they could not be read. */
const leastInCommon = 0.4;

/** With more words changed than this, comparing would cost the square of their number; such texts are shown one after the other, too. */
const mostChanges = 2_000;

const lengthOf = (text: string): number => text.replace(/\s+/g, "").length;

/** Lists of things that have nothing to do with each other, a line each: a line stays, comes or goes as a whole. */
const lists = new Set<ItemPart>(["key", "clauses", "sources"]);

type Change = ReturnType<typeof diffLines>[number];

const asStretches = (changes: readonly Change[]): Stretch[] =>
  changes.map(({ value, added, removed }) => ({
    text: value,
    change: added ? "added" : removed ? "removed" : "same",
  }));

/** Null where either has no lines to compare. */
function lineStretches(before: string, after: string): Stretch[] | null {
  // The last line gets its end, too, or it would differ from the same line with others behind it.
  const changes = before && after ? diffLines(`${before}\n`, `${after}\n`, { maxEditLength: mostChanges }) : undefined;
  if (!changes) return null;
  return asStretches(changes).map((stretch, index, { length }) =>
    index === length - 1 ? { ...stretch, text: stretch.text.replace(/\n$/, "") } : stretch,
  );
}

function stretchesOf(before: string, after: string, part: ItemPart): Stretch[] {
  const byLine = () => lineStretches(before, after);
  const inLines = lists.has(part) ? byLine() : null;
  if (inLines) return inLines;
  const parts = diffWordsWithSpace(before, after, { maxEditLength: mostChanges });
  const kept = (parts ?? [])
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + lengthOf(value), 0);
  if (!parts || kept < leastInCommon * Math.max(lengthOf(before), lengthOf(after))) {
    const told = (before + after).includes("\n") ? byLine() : null;
    if (told) return told;
    const whole = [
      { text: before, change: "removed" },
      { text: after, change: "added" },
    ] as const;
    return whole.filter(({ text }) => text !== "");
  }
  return asStretches(parts);
}

/** The parts in which two versions differ, in the order of the later one; parts that are gone come last. */
export function itemDifference(before: readonly ItemText[], after: readonly ItemText[]): PartDifference[] {
  const [earlier, later] = [before, after].map((texts) => new Map(texts.map((row) => [row.id, row])));
  const ids = [...after, ...before.filter(({ id }) => !later?.has(id))].map(({ id }) => id);
  return ids.flatMap((id) => {
    const [old, now] = [earlier?.get(id), later?.get(id)];
    const shown = now ?? old;
    if (!shown) return [];
    const spoken = [old, now].some((row) => row !== undefined && row.en !== row.de);
    const languages: readonly Language[] = spoken ? ["en", "de"] : ["en"];
    return languages.flatMap((language) => {
      const [was, is] = [old?.[language] ?? "", now?.[language] ?? ""];
      if (was === is) return [];
      const { part, ordinal } = shown;
      return [{ id, part, ordinal, language: spoken ? language : null, stretches: stretchesOf(was, is, part) }];
    });
  });
}
