import type { ItemKind, ItemStatus } from "~/platform/schema/examination-tables";
import type { ClauseTag } from "../clause-tags";
import type { Section } from "../section-names";

export const itemKinds = [
  "single_choice",
  "multiple_choice",
  "numeric",
  "ordering",
  "matching",
  "mark_evidence",
  "incident_report",
] as const satisfies readonly ItemKind[];

export const itemStatuses = [
  "draft",
  "in_review",
  "active",
  "retired",
  "discarded",
] as const satisfies readonly ItemStatus[];

export const pools = ["certification", "practice"] as const;

export const bankSorts = ["code", "section", "kind", "status", "changed"] as const;

/** Of the text that is searched for; what is longer is cut. */
export const longestSearch = 200;

/** What is asked of the bank; null and "" ask for anything. Kind, status, clause and text are those of the latest version. */
export interface BankQuestion {
  /** Stands in the code or in any word of either language. */
  readonly text: string;
  readonly section: Section | null;
  readonly kind: ItemKind | null;
  readonly status: ItemStatus | null;
  readonly clause: ClauseTag | null;
  readonly pool: (typeof pools)[number] | null;
  /** Only items one of whose languages lags behind. */
  readonly outdated: boolean;
  /** Only items with a remark that nobody has settled. */
  readonly remarked: boolean;
  readonly sort: (typeof bankSorts)[number];
  readonly direction: "asc" | "desc";
  /** 1 is the first. */
  readonly page: number;
  readonly perPage: number;
}
