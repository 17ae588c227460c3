/**
 * How people mark an incident report: against the same lists of 1.2 and 2.2 as the portal's own count, line by line, but with an eye for
 * what a list cannot see. A line may be met in part; a piece that no line asks for may be harmless.
 */
import type { ClauseTag } from "../clause-tags";
import { reportCoverage } from "../grade-item";
import type { ItemKey } from "../item-key";
import type { ItemResponse } from "../response";

type ReportKey = Extract<ItemKey, { kind: "incident_report" }>;
type ReportResponse = Extract<ItemResponse, { kind: "incident_report" }>;

/** Of a line: met, in part, not met. Of a piece that no line asks for: harmful, somewhat, harmless. */
export const shares = [1, 0.5, 0] as const;
export type Share = (typeof shares)[number];

export type Criterion =
  | {
      /** Unique among the criteria of a report, and short enough for the name of a field. */
      readonly id: string;
      readonly kind: "line";
      readonly requirementId: string;
      readonly clause: ClauseTag;
      /** What the portal's own count says. */
      readonly byList: boolean;
    }
  | { readonly id: string; readonly kind: "piece"; readonly evidenceId: string; readonly fieldId: string };

/** What one person gives, by the id of the criterion. */
export type Marks = Readonly<Record<string, Share>>;

/** What there is to mark in a report: every line of the list, then every piece placed that no line asks for. */
export function rubricOf(key: ReportKey, response: ReportResponse): Criterion[] {
  const useful = new Set(key.requirements.flatMap(({ evidenceIds }) => evidenceIds));
  const lines = reportCoverage(key, response).map(({ id, clause, met }) => ({
    id: `line-${id}`,
    kind: "line" as const,
    requirementId: id,
    clause,
    byList: met,
  }));
  const pieces = Object.entries(response.placements)
    .filter(([evidenceId]) => !useful.has(evidenceId))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([evidenceId, fieldId]) => ({ id: `piece-${evidenceId}`, kind: "piece" as const, evidenceId, fieldId }));
  return [...lines, ...pieces];
}

/** The marks that say what the portal's own count says. */
export const marksByList = (rubric: readonly Criterion[]): Marks =>
  Object.fromEntries(rubric.map((criterion) => [criterion.id, criterion.kind === "line" && !criterion.byList ? 0 : 1]));

/**
 * Points of a report by one person's marks: what the lines earn less what the pieces cost, as a share of the lines; from 0 to `maxPoints`, to the
 * thousandth. A criterion without a mark counts as not met, or as harmless.
 */
export function markedPoints(rubric: readonly Criterion[], marks: Marks, maxPoints: number): number {
  const sum = (kind: Criterion["kind"]) =>
    rubric.reduce((total, one) => (one.kind === kind ? total + (marks[one.id] ?? 0) : total), 0);
  const lines = rubric.filter(({ kind }) => kind === "line").length;
  return Math.round(Math.max(0, (sum("line") - sum("piece")) / lines) * maxPoints * 1000) / 1000;
}

/** What several people gave, as one figure: their mean, to the thousandth. */
export const meanPoints = (points: readonly number[]): number =>
  Math.round((points.reduce((sum, one) => sum + one, 0) / points.length) * 1000) / 1000;
