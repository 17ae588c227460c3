import type { Element, Node } from "@xmldom/xmldom";
import { renderStem } from "../../../render-item.server";
import { stemMarkup } from "./render-qti-item.server";
import { xmlDocument } from "./xml";
import { attributeOf, elementsOf, isElement, isText, lineOf, parseXml, Unreadable } from "./xml-reading";

type Guard = (text: string) => string;
const asItIs: Guard = (text) => text;
const guarded: Guard = (text) => text.replace(/[\\`*_[\]|#>~-]/g, "\\$&");

function inlineOf(node: Node, guard: Guard): string {
  if (!isElement(node)) return isText(node) ? guard(node.nodeValue ?? "") : "";
  const inner = (change: Guard = guard) => [...node.childNodes].map((child) => inlineOf(child, change)).join("");
  switch (node.localName) {
    case "code":
      return `\`${inner(asItIs)}${attributeOf(node, "data-open") === "true" ? "" : "`"}`;
    case "strong":
    case "b":
      return `**${inner()}**`;
    case "em":
    case "i":
      return `*${inner()}*`;
    case "br":
      // The line that follows is usually a line of the file, too.
      return node.nextSibling?.nodeValue?.startsWith("\n") ? "\\" : "\\\n";
    case "span":
    case "p":
      return inner();
    case "qti-text-entry-interaction":
    case "qti-inline-choice-interaction":
      return "";
    default:
      throw new Unreadable("unsupported", `<${node.localName}>`, lineOf(node));
  }
}

const contentOf = (element: Element, guard: Guard): string =>
  [...element.childNodes].map((child) => inlineOf(child, guard)).join("");

function blockOf(element: Element, guard: Guard): string {
  switch (element.localName) {
    case "p":
    case "div":
    case "qti-prompt":
      return contentOf(element, guard);
    case "pre":
      return `\`\`\`\n${(element.textContent ?? "").replace(/\n$/, "")}\n\`\`\``;
    case "ul":
      return elementsOf(element)
        .map((item) => `- ${contentOf(item, guard).trim()}`)
        .join("\n");
    case "ol":
      return elementsOf(element)
        .map((item, index) => `${index + 1}. ${contentOf(item, guard).trim()}`)
        .join("\n");
    case "table": {
      const rows = [...element.getElementsByTagName("tr")].map(
        (row) =>
          `| ${elementsOf(row)
            .map((cell) => contentOf(cell, guard))
            .join(" | ")} |`,
      );
      const [head = "", ...rest] = rows;
      return [head, head.replace(/[^|]+/g, " --- "), ...rest].join("\n");
    }
    default:
      throw new Unreadable("unsupported", `<${element.localName}>`, lineOf(element));
  }
}

/** The elements with their text, to be compared. */
const shapeOf = (node: Node): string =>
  isElement(node)
    ? `<${node.localName}>${[...node.childNodes].map(shapeOf).join("")}</>`
    : (node.nodeValue ?? "").replaceAll("<", "&lt;");

/** The Markdown that the portal wrote the block from, as it was written; null where the block is another's, or was changed since. */
function writtenFrom(block: Element): string | null {
  const markdown = attributeOf(block, "data-markdown");
  return markdown !== "" && shapeOf(parseXml(xmlDocument(stemMarkup(markdown)))) === shapeOf(block) ? markdown : null;
}

export const readMarkdown = (block: Element): string => writtenFrom(block) ?? likeMarkdown(block);

const likeMarkdown = (block: Element): string => likeBlocks(block, elementsOf(block), asItIs);

/** Other programs break and indent their lines as they like. */
const unbroken: Guard = (text) => text.replace(/\s+/g, " ");

/** The Markdown that reads like these blocks of another program. */
export const readForeignBlocks = (blocks: readonly Element[]): string =>
  blocks
    .map((block) => likeBlocks(block, [block], unbroken).trim())
    .filter(Boolean)
    .join("\n\n");

/** Signs are escaped only where they would be taken for more than themselves. */
function likeBlocks(whole: Element, blocks: readonly Element[], spaced: Guard): string {
  const write = (guard: Guard) => blocks.map((each) => blockOf(each, (text) => guard(spaced(text)))).join("\n\n");
  const plain = write(asItIs);
  const shown = (markdown: string) =>
    renderStem(markdown)
      .replace(/<[^>]*>|\s+/g, "")
      .replaceAll("&quot;", '"');
  const wanted = (whole.textContent ?? "")
    .replace(/\s+/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
  return shown(plain) === wanted ? plain : write(guarded);
}

/** The same of another program. */
export const readForeignInline = (element: Element): string => readInline(element).replace(/\s+/g, " ").trim();

/** Plain text in which backticks set code apart. */
export const readInline = (element: Element): string =>
  [...element.childNodes]
    .filter((node) => !(isElement(node) && node.localName === "qti-feedback-inline"))
    .map((node) => inlineOf(node, asItIs))
    .join("");
