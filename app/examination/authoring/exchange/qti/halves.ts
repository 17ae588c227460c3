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

class HalvesDiffer extends Error {}

function join(en: unknown, de: unknown, name: string): unknown {
  if (Array.isArray(en) && Array.isArray(de)) {
    if (en.length !== de.length) throw new HalvesDiffer(name);
    return en.map((each, index) => join(each, de[index], ""));
  }
  if (typeof en === "object" && typeof de === "object" && en !== null && de !== null) {
    const [left, right] = [en as Record<string, unknown>, de as Record<string, unknown>];
    const keys = Object.keys(left);
    if (keys.length !== Object.keys(right).length || keys.some((key) => !(key in right))) throw new HalvesDiffer(name);
    return Object.fromEntries(keys.map((key) => [key, join(left[key], right[key], key)]));
  }
  if (typeof en === "string" && typeof de === "string") return en === de && !alwaysSpoken.has(name) ? en : { en, de };
  if (en !== de) throw new HalvesDiffer(name);
  return en;
}

/** Both halves as one content, for the item's own rules to judge; undefined when they do not fit together. */
export function joinHalves(en: unknown, de: unknown): unknown {
  try {
    return join(en, de, "");
  } catch (error) {
    if (error instanceof HalvesDiffer) return undefined;
    throw error;
  }
}
