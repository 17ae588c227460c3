import type { Day } from "~/kernel/calendar";
import { decisionOutcomes } from "~/organisations/decision";
import type { ContractingEntity } from "~/platform/schema/people-tables";
import type { DecisionOutcome } from "~/platform/schema/staff-tables";
import type { Status } from "./standing";

export interface OverviewRow {
  readonly id: string;
  readonly name: string;
  readonly contractingEntity: ContractingEntity;
  readonly levelCode: string | null;
  readonly status: Status;
  readonly count: number;
  /** The coming fall, or the one that happened; null when there is neither. */
  readonly fallsOn: Day | null;
  /** What staff have decided, as it holds on the day; null before the first decision. */
  readonly decision: { readonly outcome: DecisionOutcome } | null;
}

export const overviewSorts = ["status", "name", "contractingEntity", "level", "count", "fallsOn", "decision"] as const;

export interface OverviewQuestion {
  readonly text: string;
  readonly status: Status | null;
  readonly levelCode: string | null;
  readonly contractingEntity: ContractingEntity | null;
  readonly decision: DecisionOutcome | "none" | null;
  /** Only those whose count is known to fall from within this month (`2027-03`) on. */
  readonly fallMonth: string | null;
  readonly sort: (typeof overviewSorts)[number];
  readonly direction: "asc" | "desc";
  /** 1 is the first. */
  readonly page: number;
  readonly perPage: number;
}

/** The most pressing first. */
export const statusOrder: readonly Status[] = ["not_met", "at_risk", "in_preparation", "met", "not_applicable"];

/** Filters, orders and cuts one page; equal rows follow by name, so that pages never overlap. A page beyond the last is the last. */
export function arrangeOverview<Row extends OverviewRow>(
  rows: readonly Row[],
  question: OverviewQuestion,
): { rows: Row[]; total: number; page: number } {
  const ordered = orderOverview(rows, question);
  const page = Math.max(1, Math.min(question.page, Math.ceil(ordered.length / question.perPage)));
  return { rows: ordered.slice((page - 1) * question.perPage, page * question.perPage), total: ordered.length, page };
}

/** All that the filters let through, in order: what a page is cut from, and what an export holds. */
export function orderOverview<Row extends OverviewRow>(rows: readonly Row[], question: OverviewQuestion): Row[] {
  const text = question.text.trim().toLowerCase();
  const found = rows.filter(
    (row) =>
      (text === "" || row.name.toLowerCase().includes(text)) &&
      (question.status === null || row.status === question.status) &&
      (question.levelCode === null || row.levelCode === question.levelCode) &&
      (question.contractingEntity === null || row.contractingEntity === question.contractingEntity) &&
      (question.decision === null || (row.decision?.outcome ?? "none") === question.decision) &&
      (question.fallMonth === null || (isComing(row) && row.fallsOn?.startsWith(question.fallMonth))),
  );
  const turn = question.direction === "asc" ? 1 : -1;
  return found.sort(
    (a, b) =>
      turn * compare(keyOf(a, question.sort), keyOf(b, question.sort)) ||
      a.name.localeCompare(b.name) ||
      compare(a.id, b.id),
  );
}

/** The fall lies ahead, not behind. */
const isComing = ({ status }: OverviewRow): boolean => status === "met" || status === "at_risk";

/** By status: within a status by the day of the fall, the nearest first. */
function keyOf(row: OverviewRow, sort: OverviewQuestion["sort"]): string {
  switch (sort) {
    case "name":
      return row.name.toLowerCase();
    case "status":
      return `${statusOrder.indexOf(row.status)} ${row.fallsOn ?? "9999"}`;
    case "count":
      return String(row.count).padStart(6, "0");
    case "fallsOn":
      return row.fallsOn ?? "9999";
    case "level":
      return row.levelCode ?? "";
    case "decision":
      return row.decision ? String(decisionOutcomes.indexOf(row.decision.outcome)) : "9";
    case "contractingEntity":
      return row.contractingEntity;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
