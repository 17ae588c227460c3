/** The way of a version: draft, in review, active, retired. Who has worked on it does not let it through. */
import type { ItemStatus } from "~/platform/schema/examination-tables";
import type { ItemStep } from "~/platform/schema/item-bank-tables";

interface VersionStanding {
  readonly status: ItemStatus;
  /** No later version of the item exists. */
  readonly isLatest: boolean;
  /** Everybody who has saved the item since the version that was last in use. */
  readonly workedOnBy: readonly string[];
}

/** `overtaken`: the version stands elsewhere by now, or a later one exists. `own_work`: the reviewer is one of the authors. */
export type StepRefusal = "overtaken" | "own_work";

const comesFrom: Readonly<Record<ItemStep, ItemStatus>> = {
  submitted: "draft",
  returned: "in_review",
  approved: "in_review",
  retired: "active",
};

/** Where a version stands after each step. */
export const statusAfter: Readonly<Record<ItemStep, ItemStatus>> = {
  submitted: "in_review",
  returned: "draft",
  approved: "active",
  retired: "retired",
};

/** Why the person cannot take the step with this version; null when they can. A version in use can be retired beneath a later draft. */
export function stepRefusal(step: ItemStep, version: VersionStanding, personId: string): StepRefusal | null {
  if (version.status !== comesFrom[step] || (step !== "retired" && !version.isLatest)) return "overtaken";
  return step === "approved" && version.workedOnBy.includes(personId) ? "own_work" : null;
}

interface VersionAuthor {
  readonly version: number;
  readonly status: ItemStatus;
  readonly authorId: string | null;
}

/** Who has worked on the item up to `version` since it was last in use: what one reviewer has to look at. */
export function authorsOfWork(versions: readonly VersionAuthor[], version: number): string[] {
  const lastInUse = Math.max(
    0,
    ...versions
      .filter(({ status, version: other }) => other < version && isOrWasInUse(status))
      .map((row) => row.version),
  );
  const work = versions.filter((row) => row.version > lastInUse && row.version <= version);
  return [...new Set(work.flatMap(({ authorId }) => authorId ?? []))];
}

const isOrWasInUse = (status: ItemStatus): boolean => status === "active" || status === "retired";
