/** Pictures of items on their way between banks: which an item shows, and putting the true ones in the place of what a file says of them. */
import type { ImageReference } from "../images/image-reference";
import type { ItemContent } from "../item";
import type { WrittenItem } from "./written-item";

/** The pictures that a content shows, in its order; one that stands there twice comes twice. */
export const imagesIn = (content: ItemContent): readonly ImageReference[] =>
  "exhibits" in content ? content.exhibits.flatMap((exhibit) => (exhibit.kind === "image" ? [exhibit.image] : [])) : [];

/** Every picture of the items once, by its hash. */
export const hashesIn = (items: readonly Pick<WrittenItem, "content">[]): string[] => [
  ...new Set(items.flatMap(({ content }) => imagesIn(content).map(({ sha256 }) => sha256))),
];

/** The item with its pictures as they are known; those that are not known stay as they were. */
export function withImages(item: WrittenItem, known: ReadonlyMap<string, ImageReference>): WrittenItem {
  const { content } = item;
  if (imagesIn(content).length === 0 || !("exhibits" in content)) return item;
  const exhibits = content.exhibits.map((exhibit) =>
    exhibit.kind === "image" ? { ...exhibit, image: known.get(exhibit.image.sha256) ?? exhibit.image } : exhibit,
  );
  return { ...item, content: { ...content, exhibits } };
}
