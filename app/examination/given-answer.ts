/** An answer as it stands in the form of the exam page: the same names with and without JavaScript. */
import type { ItemKind } from "~/platform/schema/examination-tables";
import type { ItemResponse } from "./response";

/** Not checked yet; `parseResponse` does that. */
export type GivenAnswer =
  | Exclude<ItemResponse, { kind: "numeric" }>
  | { readonly kind: "numeric"; readonly value: string | number | null; readonly unit: string | null };

export const fieldNames = {
  choice: "choice",
  value: "value",
  unit: "unit",
  entry: "entry",
  /** Stands in the form once the order is the candidate's own. */
  ordered: "ordered",
  /** A press that changes the order: `up:<id>`, `down:<id>`, or `keep`. */
  move: "move",
  line: "line",
  pair: (promptId: string) => `pair-${promptId}`,
  placement: (evidenceId: string) => `place-${evidenceId}`,
} as const;

/** Begins the names under which a browser stores answers of an attempt that the server does not have yet. */
export const keptUnder = (attemptId: string): string => `exam-${attemptId}`;

/** What a `FormData` of browser or server offers. */
interface Fields {
  get(name: string): unknown;
  getAll(name: string): unknown[];
  keys(): Iterable<string>;
}

const textOf = (value: unknown): string | null => (typeof value === "string" && value.trim() !== "" ? value : null);
const textsOf = (values: readonly unknown[]): string[] => values.filter((value) => typeof value === "string");

function chosenUnder(fields: Fields, prefix: string): Record<string, string> {
  const names = [...fields.keys()].filter((name) => name.startsWith(prefix));
  return Object.fromEntries(
    names.flatMap((name) => {
      const chosen = textOf(fields.get(name));
      return chosen === null ? [] : [[name.slice(prefix.length), chosen]];
    }),
  );
}

/** The order after one press; the same when the press says nothing. */
export function movedEntries(entryIds: readonly string[], move: string | null): readonly string[] {
  const [direction, id = ""] = (move ?? "").split(":");
  const from = entryIds.indexOf(id);
  const to = from + (direction === "up" ? -1 : 1);
  if (from < 0 || to < 0 || to >= entryIds.length) return entryIds;
  return entryIds.map((entry, index) => (index === from ? entryIds[to] : index === to ? id : entry) ?? entry);
}

/** Reads the form of one item. */
export function givenFrom(kind: ItemKind, fields: Fields): GivenAnswer {
  switch (kind) {
    case "single_choice":
      return { kind, optionId: textOf(fields.get(fieldNames.choice)) };
    case "multiple_choice":
      return { kind, optionIds: textsOf(fields.getAll(fieldNames.choice)) };
    case "numeric":
      return { kind, value: textOf(fields.get(fieldNames.value)), unit: textOf(fields.get(fieldNames.unit)) };
    case "ordering": {
      const move = textOf(fields.get(fieldNames.move));
      const own = move !== null || fields.get(fieldNames.ordered) !== null;
      return { kind, entryIds: own ? movedEntries(textsOf(fields.getAll(fieldNames.entry)), move) : [] };
    }
    case "matching":
      return { kind, pairs: chosenUnder(fields, fieldNames.pair("")) };
    case "mark_evidence":
      return { kind, lineIds: textsOf(fields.getAll(fieldNames.line)) };
    case "incident_report":
      return { kind, placements: chosenUnder(fields, fieldNames.placement("")) };
  }
}
