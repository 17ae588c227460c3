import type { Element } from "@xmldom/xmldom";
import { idOf } from "./vocabulary";
import { allOf, attributeOf, childOf, lineOf, oneOf, Unreadable } from "./xml-reading";

interface Named {
  readonly id: string;
  /** As the file writes it. */
  readonly said: string;
  readonly line: number | null;
}

const named = (identifier: string) => ({
  id: identifier.trim().split(/\s+/).map(idOf).join(" "),
  said: identifier.trim(),
});

const missingFrom = (named: readonly Named[], others: readonly Named[]): Named | undefined =>
  named.find(({ id }) => others.every((other) => other.id !== id));

/**
 * What an item takes as right, by its correct response, by what its mapping rewards, or by both. A mapping may reward more than the
 * correct response, which can hold one value only where the cardinality is single. Throws `Unreadable` for what nobody can choose, and where the two say different
 * things: whoever changed one of them must not get the other.
 */
export function readKey(root: Element, known: ReadonlySet<string>): string[] {
  const declaration = oneOf(root, "qti-response-declaration");
  const response = childOf(declaration, "qti-correct-response");
  const correct = (response ? allOf(response, "qti-value") : []).map(
    (value): Named => ({ ...named(value.textContent ?? ""), line: lineOf(value) }),
  );
  const entries = allOf(declaration, "qti-map-entry").map((entry) => ({
    ...named(attributeOf(entry, "map-key")),
    line: lineOf(entry),
    earns: Number(attributeOf(entry, "mapped-value")) > 0,
  }));
  const stray = [...correct, ...entries].find(({ id }) => !known.has(id));
  if (stray) throw new Unreadable("key_unknown", stray.said, stray.line);
  const rewarded = entries.filter(({ earns }) => earns);
  if (correct.length === 0 || rewarded.length === 0) return [...correct, ...rewarded].map(({ id }) => id);
  const single = attributeOf(declaration, "cardinality") === "single";
  const odd = missingFrom(correct, rewarded) ?? (single ? undefined : missingFrom(rewarded, correct));
  if (odd) throw new Unreadable("key_differs", odd.said, odd.line);
  return (single ? rewarded : correct).map(({ id }) => id);
}
