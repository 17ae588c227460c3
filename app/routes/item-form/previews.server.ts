import { isBegun, itemSoFar, languagesSoFar } from "~/examination/authoring/item-so-far";
import { keyLines } from "~/examination/authoring/key-lines";
import { previewItem } from "~/examination/authoring/preview-item.server";
import type { WrittenItem } from "~/examination/authoring/written-item";
import { contentFor } from "~/examination/item";
import type { FixedContent } from "~/examination/item-content";
import type { ShownItem } from "~/examination/shown-item";
import type { Language } from "~/platform/schema/people-tables";

interface Preview {
  /** As the candidate sees it. */
  readonly item: ShownItem;
  /** What of it is right, a line each. */
  readonly key: readonly string[];
}

/** Null in a language in which there is nothing to show. */
export type Previews = Readonly<Record<Language, Preview | null>>;

/** The seed of the preview: any will do, as long as it stays while the author writes. */
const previewSeed = "example-1";

type Shown = Pick<WrittenItem, "section" | "points" | "content">;

const previewOf = (item: Shown, language: Language): Preview => ({
  item: previewItem(item, previewSeed, language),
  key: keyLines(contentFor(item.content, previewSeed), language),
});

export const previewsOf = (item: WrittenItem): Previews => ({ en: previewOf(item, "en"), de: previewOf(item, "de") });

/** What there is already of an item that is not whole; null where that is nothing, or where all of it is made by a generator. */
export function previewsSoFar(given: Record<string, unknown>): Previews | null {
  const { section, points, content } = given as unknown as WrittenItem;
  if ("generator" in content) return null;
  const languages = languagesSoFar(content);
  const previewIn = (language: Language): Preview | null => {
    const soFar: FixedContent = itemSoFar(content, language);
    if (!languages.includes(language) || !isBegun(soFar, language)) return null;
    return previewOf({ section, points, content: soFar }, language);
  };
  const previews = { en: previewIn("en"), de: previewIn("de") };
  return previews.en || previews.de ? previews : null;
}
