import type { Language } from "~/platform/schema/people-tables";
import { presentItem } from "../present-item";
import { renderItem } from "../render-item.server";
import type { ShownItem } from "../shown-item";
import type { WrittenItem } from "./written-item";

/** The item as a candidate with this seed sees it, by the way of the exam page itself. */
export function previewItem(
  { section, points, content }: Pick<WrittenItem, "section" | "points" | "content">,
  seed: string,
  language: Language,
): ShownItem {
  const place = { ordinal: 1, itemVersionId: "", seed, kind: content.kind, section, points };
  return renderItem(place, presentItem(content, seed, language));
}
