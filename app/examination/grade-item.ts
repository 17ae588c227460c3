/**
 * Points for one answer. Partial credit, as candidates are told it (`r` is the share of the points):
 *
 * - single choice, numeric: all or nothing. A number counts within its tolerance and only in its own unit.
 * - multiple choice: share of right options chosen minus share of wrong options chosen, never below zero: ticking everything earns nothing.
 * - ordering: of all pairs of entries, those in right order minus those in wrong order, as a share (Kendall's tau), never below zero.
 * - matching: share of prompts with the right match.
 * - mark the evidence: lines hit minus lines marked that prove nothing, as a share of the lines to find, never below zero; neutral lines do not count.
 * - incident report: requirements met minus pieces placed that no requirement asks for, as a share of the requirements, never below zero.
 *   A useful piece in the wrong field earns nothing and costs nothing.
 */
import type { ItemKind } from "~/platform/schema/examination-tables";
import type { ItemKey } from "./item-key";
import type { ItemResponse } from "./response";

type KeyOf<Kind> = Extract<ItemKey, { kind: Kind }>;
type ResponseOf<Kind> = Extract<ItemResponse, { kind: Kind }>;

/** Whether an answer can earn a part of the points. */
export const hasPartialCredit = (kind: ItemKind): boolean => kind !== "single_choice" && kind !== "numeric";

const countIn = (ids: readonly string[], wanted: readonly string[]): number =>
  wanted.filter((id) => ids.includes(id)).length;

function multipleChoice(key: KeyOf<"multiple_choice">, { optionIds }: ResponseOf<"multiple_choice">): number {
  const right = countIn(optionIds, key.optionIds) / key.optionIds.length;
  const wrong = key.distractorIds.length === 0 ? 0 : countIn(optionIds, key.distractorIds) / key.distractorIds.length;
  return right - wrong;
}

/** `value - tolerance` and `value + tolerance` themselves are right, whatever binary fractions make of them. */
function numeric(key: KeyOf<"numeric">, { value, unit }: ResponseOf<"numeric">): number {
  const answer = key.answers.find((candidate) => candidate.unit === unit);
  if (value === null || answer === undefined) return 0;
  const slack = 1e-9 * Math.max(1, Math.abs(answer.value));
  return Math.abs(value - answer.value) <= answer.tolerance + slack ? 1 : 0;
}

function ordering(key: KeyOf<"ordering">, { entryIds }: ResponseOf<"ordering">): number {
  const places = key.entryIds.map((id) => entryIds.indexOf(id));
  if (places.includes(-1)) return 0;
  let balance = 0;
  let pairs = 0;
  for (const [first, place] of places.entries()) {
    for (const later of places.slice(first + 1)) {
      balance += place < later ? 1 : -1;
      pairs++;
    }
  }
  return balance / pairs;
}

function matching(key: KeyOf<"matching">, { pairs }: ResponseOf<"matching">): number {
  const prompts = Object.entries(key.pairs);
  return (
    prompts.filter(([prompt, match]) => Object.hasOwn(pairs, prompt) && pairs[prompt] === match).length / prompts.length
  );
}

function markEvidence(key: KeyOf<"mark_evidence">, { lineIds }: ResponseOf<"mark_evidence">): number {
  const hits = countIn(lineIds, key.lineIds);
  const falseMarks = lineIds.length - hits - countIn(lineIds, key.neutralLineIds);
  return (hits - falseMarks) / key.lineIds.length;
}

/** The list a ticket is held against, requirement by requirement: what staff mark over, and what the candidate's result names. */
export function reportCoverage(key: KeyOf<"incident_report">, { placements }: ResponseOf<"incident_report">) {
  return key.requirements.map(({ id, clause, fieldId, evidenceIds }) => ({
    id,
    clause,
    met: evidenceIds.some((evidenceId) => Object.hasOwn(placements, evidenceId) && placements[evidenceId] === fieldId),
  }));
}

function incidentReport(key: KeyOf<"incident_report">, response: ResponseOf<"incident_report">): number {
  const useful = new Set(key.requirements.flatMap(({ evidenceIds }) => evidenceIds));
  const outOfPlace = Object.keys(response.placements).filter((evidenceId) => !useful.has(evidenceId)).length;
  return (reportCoverage(key, response).filter(({ met }) => met).length - outOfPlace) / key.requirements.length;
}

function share(key: ItemKey, response: ItemResponse): number {
  switch (key.kind) {
    case "single_choice":
      return response.kind === key.kind && response.optionId !== null && key.optionIds.includes(response.optionId)
        ? 1
        : 0;
    case "multiple_choice":
      return response.kind === key.kind ? multipleChoice(key, response) : 0;
    case "numeric":
      return response.kind === key.kind ? numeric(key, response) : 0;
    case "ordering":
      return response.kind === key.kind ? ordering(key, response) : 0;
    case "matching":
      return response.kind === key.kind ? matching(key, response) : 0;
    case "mark_evidence":
      return response.kind === key.kind ? markEvidence(key, response) : 0;
    case "incident_report":
      return response.kind === key.kind ? incidentReport(key, response) : 0;
  }
}

/**
 * Points from 0 to `maxPoints`, to the thousandth (half up): this is the figure that is stored and that the result is made of.
 * No answer, or one of another kind, earns 0.
 */
export function gradeItem(key: ItemKey, response: ItemResponse | null, maxPoints: number): number {
  if (response === null) return 0;
  return Math.round(Math.max(0, share(key, response)) * maxPoints * 1000) / 1000;
}
