import type { Day } from "~/kernel/calendar";
import type { ContractingEntity } from "~/platform/schema/people-tables";
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
}

export const overviewSorts = ["status", "name", "contractingEntity", "level", "count", "fallsOn"] as const;

export interface OverviewQuestion {
  readonly text: string;
  readonly status: Status | null;
  readonly levelCode: string | null;
  readonly contractingEntity: ContractingEntity | null;
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
  const text = question.text.trim().toLowerCase();
  const found = rows.filter(
    (row) =>
      (text === "" || row.name.toLowerCase().includes(text)) &&
      (question.status === null || row.status === question.status) &&
      (question.levelCode === null || row.levelCode === question.levelCode) &&
      (question.contractingEntity === null || row.contractingEntity === question.contractingEntity),
  );
  const turn = question.direction === "asc" ? 1 : -1;
  const ordered = found.sort(
    (a, b) =>
      turn * compare(keyOf(a, question.sort), keyOf(b, question.sort)) ||
      a.name.localeCompare(b.name) ||
      compare(a.id, b.id),
  );
  const page = Math.max(1, Math.min(question.page, Math.ceil(ordered.length / question.perPage)));
  return { rows: ordered.slice((page - 1) * question.perPage, page * question.perPage), total: ordered.length, page };
}

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
    case "contractingEntity":
      return row.contractingEntity;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
