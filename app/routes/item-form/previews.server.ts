import { isBegun, itemSoFar, languagesSoFar } from "~/examination/authoring/item-so-far";
import { toldKey } from "~/examination/authoring/key-lines";
import { previewItem } from "~/examination/authoring/preview-item.server";
import type { WrittenItem } from "~/examination/authoring/written-item";
import { generators } from "~/examination/generators/all-generators";
import { isGeneratorCode, takesParameters } from "~/examination/generators/known-parameters";
import { contentFor } from "~/examination/item";
import type { FixedContent } from "~/examination/item-content";
import { renderWords } from "~/examination/render-item.server";
import type { ShownItem } from "~/examination/shown-item";
import type { Language } from "~/platform/schema/people-tables";

interface Preview {
  /** As the candidate sees it. */
  readonly item: ShownItem;
  /** What of it is right, a line each. */
  readonly key: readonly string[];
  /** Why it is right; empty while nothing is written. */
  readonly rationaleHtml: string;
}

/** Null in a language in which there is nothing to show. */
export type Previews = Readonly<Record<Language, Preview | null>>;

/** The seed of an example, the same as on the item's page; it stays while the author writes. What is no number stands for the first. */
const seedOf = (example: string): string => `example-${/^[1-9]\d{0,3}$/.test(example.trim()) ? example.trim() : 1}`;

type Shown = Pick<WrittenItem, "section" | "points" | "content">;

function previewOf(item: Shown, language: Language, example = "1"): Preview {
  const seed = seedOf(example);
  const fixed = contentFor(item.content, seed);
  const rationaleHtml = renderWords(fixed.rationale[language]);
  return { item: previewItem(item, seed, language), key: toldKey(fixed, language), rationaleHtml };
}

/** `example` tells what of a generated item to show; of others it orders the choices. */
export const previewsOf = (item: Shown, example = "1"): Previews => ({
  en: previewOf(item, "en", example),
  de: previewOf(item, "de", example),
});

/** What there is already of an item that is not whole; null where that is nothing, or where a generator refuses its parameters. */
export function previewsSoFar(given: Record<string, unknown>, example = "1"): Previews | null {
  const { section, points, content } = given as unknown as WrittenItem;
  if ("generator" in content) {
    const { kind, generator, parameters } = content;
    const isWhole =
      isGeneratorCode(generator) && generators[generator].kind === kind && takesParameters(generator, parameters);
    return isWhole ? previewsOf({ section, points, content }, example) : null;
  }
  const languages = languagesSoFar(content);
  const previewIn = (language: Language): Preview | null => {
    const soFar: FixedContent = itemSoFar(content, language);
    if (!languages.includes(language) || !isBegun(soFar, language)) return null;
    return previewOf({ section, points, content: soFar }, language);
  };
  const previews = { en: previewIn("en"), de: previewIn("de") };
  return previews.en || previews.de ? previews : null;
}
