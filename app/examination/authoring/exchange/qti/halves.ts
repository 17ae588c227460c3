/** QTI says an item in one language: an item of the portal is two of its items, put together again when they come back. */
import type { Language } from "~/platform/schema/people-tables";
import type { FixedContent } from "../../../item-content";
import { alwaysSpoken } from "../../canonical-item";

/** The same with every phrase in one language. */
type Half<T> = T extends { en: string; de: string }
  ? string
  : T extends readonly (infer Entry)[]
    ? Half<Entry>[]
    : T extends object
      ? { [Key in keyof T]: Half<T[Key]> }
      : T;

export type HalfContent = Half<FixedContent>;

const isSpoken = (value: object): value is { en: string; de: string } => "en" in value && "de" in value;

/** The content in one language. */
export function halfOf(content: FixedContent, language: Language): HalfContent {
  const pick = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(pick);
    if (typeof value !== "object" || value === null) return value;
    if (isSpoken(value)) return value[language];
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, pick(each)]));
  };
  return pick(content) as HalfContent;
}

/** Where the two languages say different things that must be the same. */
export interface Difference {
  readonly path: readonly PropertyKey[];
  readonly en: string;
  readonly de: string;
}

/** Words; anything else, such as an id or a line of a log, is the same whoever reads it. */
const spokenNames = new Set([...alwaysSpoken, "title", "text", "columns", "rows", "axis", "name"]);

const maySpeak = (path: readonly PropertyKey[]): boolean =>
  path[0] !== "key" &&
  !path.includes("lines") &&
  spokenNames.has(String(path.findLast((step) => typeof step === "string")));

/** In short, to be told apart: a list by what its entries are called. */
function inShort(value: unknown): string {
  if (Array.isArray(value)) return value.map(inShort).join(", ");
  if (typeof value !== "object" || value === null) return String(value ?? "–");
  const { id, title } = value as { id?: unknown; title?: unknown };
  return String(id ?? title ?? Object.keys(value).join(", "));
}

class Joiner {
  readonly differences: Difference[] = [];

  join(en: unknown, de: unknown, path: readonly PropertyKey[]): unknown {
    if (Array.isArray(en) && Array.isArray(de) && en.length === de.length)
      return en.map((each, index) => this.join(each, de[index], [...path, index]));
    if (isRecord(en) && isRecord(de)) {
      const keys = [...new Set([...Object.keys(en), ...Object.keys(de)])];
      return Object.fromEntries(keys.map((key) => [key, this.join(en[key], de[key], [...path, key])]));
    }
    if (typeof en === "string" && typeof de === "string" && maySpeak(path))
      return en === de && !alwaysSpoken.has(String(path.at(-1))) ? en : { en, de };
    if (en !== de) this.differences.push({ path, en: inShort(en), de: inShort(de) });
    return en;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Both halves as one content, for the item's own rules to judge, or all that keeps them from fitting together. */
export function joinHalves(en: unknown, de: unknown): { content: unknown } | { differences: readonly Difference[] } {
  const joiner = new Joiner();
  const content = joiner.join(en, de, []);
  return joiner.differences.length > 0 ? { differences: joiner.differences } : { content };
}
