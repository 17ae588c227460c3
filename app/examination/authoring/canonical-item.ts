import { phraseOf } from "./exhibit-text";
import type { WrittenItem } from "./written-item";

/** Where both halves stand even if they say the same. */
export const alwaysSpoken = new Set(["stem", "rationale", "misconception", "label", "alt"]);

function plain(value: unknown, name = ""): unknown {
  if (Array.isArray(value)) return value.map((each) => plain(each));
  if (typeof value !== "object" || value === null) return value;
  const { en, de } = value as { en?: unknown; de?: unknown };
  if (typeof en === "string" && typeof de === "string" && !alwaysSpoken.has(name)) return phraseOf(en, de);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, plain(each, key)]])),
  );
}

/** The same item in the one way of writing it: what is alike in both languages stands once, what is not there is left out. */
export function canonicalItem(item: WrittenItem): WrittenItem {
  if ("generator" in item.content) return item;
  return { ...item, content: plain(item.content) as WrittenItem["content"] };
}
