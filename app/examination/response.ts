/**
 * What a candidate answers, as it is sent, stored and graded. Nothing here imports zod: the same file runs in the exam page.
 */
import type { ItemKind } from "~/platform/schema/examination-tables";
import { type Answerable, linesOf } from "./answerable";
import { isUnclearNumber } from "./typed-number";

/** One shape a kind. `placements` (incident report) puts a piece of evidence into one field of the ticket; what is left out is absent. */
export type ItemResponse =
  | { readonly kind: "single_choice"; readonly optionId: string | null }
  | { readonly kind: "multiple_choice"; readonly optionIds: readonly string[] }
  | { readonly kind: "numeric"; readonly value: number | null; readonly unit: string | null }
  | { readonly kind: "ordering"; readonly entryIds: readonly string[] }
  | { readonly kind: "matching"; readonly pairs: Readonly<Record<string, string>> }
  | { readonly kind: "mark_evidence"; readonly lineIds: readonly string[] }
  | { readonly kind: "incident_report"; readonly placements: Readonly<Record<string, string>> };

type ResponseFault =
  | "not_an_answer"
  | "wrong_kind"
  | "unknown_choice"
  | "chosen_twice"
  | "not_a_number"
  | "number_unclear"
  | "unknown_unit"
  | "order_incomplete";

export type ParsedResponse = { readonly response: ItemResponse } | { readonly fault: ResponseFault };

class Unusable extends Error {
  constructor(readonly fault: ResponseFault) {
    super(fault);
  }
}

const idsOf = (options: readonly { readonly id: string }[]): Set<string> => new Set(options.map(({ id }) => id));

function knownId(value: unknown, known: Set<string>): string {
  if (typeof value !== "string") throw new Unusable("not_an_answer");
  if (!known.has(value)) throw new Unusable("unknown_choice");
  return value;
}

function distinctIds(value: unknown, known: Set<string>): string[] {
  if (!Array.isArray(value) || value.length > known.size) throw new Unusable("not_an_answer");
  const ids = value.map((entry) => knownId(entry, known));
  if (new Set(ids).size < ids.length) throw new Unusable("chosen_twice");
  return ids;
}

function choices(
  value: unknown,
  keys: readonly { readonly id: string }[],
  values: readonly { readonly id: string }[],
): Record<string, string> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Unusable("not_an_answer");
  const [knownKeys, knownValues] = [idsOf(keys), idsOf(values)];
  const entries = Object.entries(value).filter(([, chosen]) => chosen !== null && chosen !== "");
  return Object.fromEntries(entries.map(([key, chosen]) => [knownId(key, knownKeys), knownId(chosen, knownValues)]));
}

/** A number as people type it, with decimal point or comma. */
function numberTyped(value: unknown): number | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value !== "string" || !/^\s*[-+]?\d{1,12}([.,]\d{1,9})?\s*$/.test(value))
    throw new Unusable("not_a_number");
  if (isUnclearNumber(value)) throw new Unusable("number_unclear");
  return Number(value.trim().replace(",", "."));
}

function numericResponse(given: Record<string, unknown>, units: readonly string[]): ItemResponse {
  const value = numberTyped(given.value);
  const unit = units.length === 1 ? (units[0] ?? null) : (given.unit ?? null);
  if (unit !== null && (typeof unit !== "string" || (unit !== "" && !units.includes(unit))))
    throw new Unusable("unknown_unit");
  return { kind: "numeric", value, unit: unit === "" ? null : unit };
}

function responseTo(item: Answerable, given: Record<string, unknown>): ItemResponse {
  switch (item.kind) {
    case "single_choice": {
      const blank = given.optionId === null || given.optionId === undefined || given.optionId === "";
      return { kind: "single_choice", optionId: blank ? null : knownId(given.optionId, idsOf(item.options)) };
    }
    case "multiple_choice":
      return { kind: "multiple_choice", optionIds: distinctIds(given.optionIds ?? [], idsOf(item.options)) };
    case "numeric":
      return numericResponse(given, item.units);
    case "ordering": {
      const entryIds = distinctIds(given.entryIds ?? [], idsOf(item.entries));
      if (entryIds.length > 0 && entryIds.length < item.entries.length) throw new Unusable("order_incomplete");
      return { kind: "ordering", entryIds };
    }
    case "matching":
      return { kind: "matching", pairs: choices(given.pairs ?? {}, item.prompts, item.options) };
    case "mark_evidence":
      return { kind: "mark_evidence", lineIds: distinctIds(given.lineIds ?? [], idsOf(linesOf(item.exhibits))) };
    case "incident_report":
      return {
        kind: "incident_report",
        placements: choices(given.placements ?? {}, item.evidence, item.fields),
      };
  }
}

/**
 * Reads what a browser sent against the item it was shown: unknown ids, a choice made twice or an unreadable number give a
 * fault, an answer taken back gives an empty response.
 */
export function parseResponse(kind: ItemKind, item: Answerable, given: unknown): ParsedResponse {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return { fault: "not_an_answer" };
  if (kind !== item.kind || ("kind" in given && given.kind !== kind)) return { fault: "wrong_kind" };
  try {
    return { response: responseTo(item, given as Record<string, unknown>) };
  } catch (error) {
    if (error instanceof Unusable) return { fault: error.fault };
    throw error;
  }
}

/** Whether the overview counts the item as answered: something was chosen; a number without its unit is not an answer yet. */
export function isAnswered(response: ItemResponse | null): boolean {
  switch (response?.kind) {
    case undefined:
      return false;
    case "single_choice":
      return response.optionId !== null;
    case "multiple_choice":
      return response.optionIds.length > 0;
    case "numeric":
      return response.value !== null && response.unit !== null;
    case "ordering":
      return response.entryIds.length > 0;
    case "matching":
      return Object.keys(response.pairs).length > 0;
    case "mark_evidence":
      return response.lineIds.length > 0;
    case "incident_report":
      return Object.keys(response.placements).length > 0;
  }
}
