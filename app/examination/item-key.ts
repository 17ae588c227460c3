import type { ItemKind } from "~/platform/schema/examination-tables";
import type { ClauseTag } from "./clause-tags";

/** One line of the list that a ticket is held against: met by any of `evidenceIds` standing in `fieldId`. */
interface ReportRequirement {
  readonly id: string;
  readonly clause: ClauseTag;
  readonly fieldId: string;
  readonly evidenceIds: readonly string[];
}

interface Key<Kind extends ItemKind> {
  readonly kind: Kind;
}

/** All that grading needs, and nothing that a candidate may see before the result. */
export type ItemKey =
  | (Key<"single_choice"> & { readonly optionIds: readonly string[] })
  | (Key<"multiple_choice"> & { readonly optionIds: readonly string[]; readonly distractorIds: readonly string[] })
  | (Key<"numeric"> & {
      readonly answers: readonly { readonly unit: string; readonly value: number; readonly tolerance: number }[];
    })
  | (Key<"ordering"> & { readonly entryIds: readonly string[] })
  | (Key<"matching"> & { readonly pairs: Readonly<Record<string, string>> })
  | (Key<"mark_evidence"> & { readonly lineIds: readonly string[]; readonly neutralLineIds: readonly string[] })
  | (Key<"incident_report"> & { readonly requirements: readonly ReportRequirement[] });
