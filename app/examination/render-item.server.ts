import MarkdownIt from "markdown-it";
import type { FormItem } from "./answer-queries.server";
import type { ItemPresentation } from "./presentation";
import type { ShownItem } from "./shown-item";

/** Only what is named here: no HTML, no links, no images, so there is nothing to take out afterwards. */
const markdown = new MarkdownIt("zero", { html: false }).enable([
  "backticks",
  "emphasis",
  "escape",
  "fence",
  "list",
  "newline",
  "table",
]);

/** Presentations are remembered by whoever asks; their HTML goes with them. */
const rendered = new WeakMap<ItemPresentation, string>();

/** The words of a question or an explanation as HTML of a few harmless elements, well-formed as XML. */
export const renderStem = (stem: string): string => markdown.render(stem).replaceAll("<br>", "<br />");

/** The same for a page: a block of code scrolls, and what scrolls has to be reached by keyboard. */
export const renderWords = (words: string): string => renderStem(words).replaceAll("<pre>", '<pre tabindex="0">');

/** The words alone, on one line, for a place where there is room for a few of them. */
export function plainStem(stem: string): string {
  const words = markdown.parse(stem, {}).map(({ type, content, children }) => {
    if (type !== "inline") return content;
    return (children ?? []).map((part) => (part.type.endsWith("break") ? " " : part.content)).join("");
  });
  return words.join(" ").replace(/\s+/g, " ").trim();
}

function stemHtml(presentation: ItemPresentation): string {
  const html = rendered.get(presentation) ?? renderWords(presentation.stem);
  rendered.set(presentation, html);
  return html;
}

/** The item as the exam page shows it. */
export function renderItem({ ordinal, section, points }: FormItem, presentation: ItemPresentation): ShownItem {
  const { stem: _, ...shown } = presentation;
  return { ...shown, stemHtml: stemHtml(presentation), ordinal, section, points } as ShownItem;
}
