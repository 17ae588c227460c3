import { RecentlyUsed } from "~/kernel/recently-used";
import { type Answerable, withoutTexts } from "./answerable";
import { contentFor, type ItemContent } from "./item";
import type { ItemKey } from "./item-key";
import { keyIn } from "./present-item";

interface Essentials {
  readonly answerable: Answerable;
  readonly key: ItemKey;
}

/** Some 15 MB when full: as much as a thousand people sit at the same time. */
const remembered = new RecentlyUsed<Essentials>(20_000);

/**
 * What reading and grading an answer take of the item with this content, remembered in this process: a generated item would be made anew, with all its texts,
 * at each save and again at the hand-in.
 */
export function essentialsOf(
  { itemVersionId, seed }: { readonly itemVersionId: string; readonly seed: string },
  content: ItemContent,
): Essentials {
  // What an author has written is the same whatever the seed is.
  const name = "generator" in content ? `${itemVersionId}/${seed}` : itemVersionId;
  const known = remembered.get(name);
  if (known) return known;
  const item = contentFor(content, seed);
  const essentials = { answerable: withoutTexts(item), key: keyIn(item) };
  remembered.set(name, essentials);
  return essentials;
}
