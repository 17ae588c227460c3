/** The way of a version: draft, in review, active, retired; or draft, discarded. Who has worked on it does not let it through. */
import type { ItemStatus } from "~/platform/schema/examination-tables";
import type { ItemStep } from "~/platform/schema/item-bank-tables";

interface VersionStanding {
  readonly status: ItemStatus;
  /** The item stands at it: see `currentOf`. */
  readonly isLatest: boolean;
  /** Everybody who has saved the item since the version that was last in use. */
  readonly workedOnBy: readonly string[];
}

/** `overtaken`: the version stands elsewhere by now, or the item stands at another one. `own_work`: the reviewer is one of the authors. */
export type StepRefusal = "overtaken" | "own_work";

const comesFrom: Readonly<Record<ItemStep, ItemStatus>> = {
  submitted: "draft",
  returned: "in_review",
  approved: "in_review",
  retired: "active",
  discarded: "draft",
};

/** Where a version stands after each step. */
export const statusAfter: Readonly<Record<ItemStep, ItemStatus>> = {
  submitted: "in_review",
  returned: "draft",
  approved: "active",
  retired: "retired",
  discarded: "discarded",
};

/** Why the person cannot take the step with this version; null when they can. A version in use can be retired beneath a later draft. */
export function stepRefusal(step: ItemStep, version: VersionStanding, personId: string): StepRefusal | null {
  if (version.status !== comesFrom[step] || (step !== "retired" && !version.isLatest)) return "overtaken";
  return step === "approved" && version.workedOnBy.includes(personId) ? "own_work" : null;
}

interface NumberedVersion {
  readonly version: number;
  readonly status: ItemStatus;
}

/**
 * The version that the item stands at and the next one is written on: the latest that is not discarded, or the latest where all are.
 * @param versions the latest first
 */
export const currentOf = <Version extends NumberedVersion>(versions: readonly Version[]): Version | undefined =>
  versions.find(({ status }) => status !== "discarded") ?? versions[0];

/** What was saved of the item up to `version` since it was last in use, and not discarded: it is reviewed, or discarded, as a whole. */
export function workUpTo<Version extends NumberedVersion>(versions: readonly Version[], version: number): Version[] {
  const lastInUse = Math.max(
    0,
    ...versions
      .filter(({ status, version: other }) => other < version && isOrWasInUse(status))
      .map((row) => row.version),
  );
  return versions.filter((row) => row.version > lastInUse && row.version <= version && row.status !== "discarded");
}

/** Who has worked on the item up to `version` since it was last in use: what one reviewer has to look at. */
export const authorsOfWork = (
  versions: readonly (NumberedVersion & { readonly authorId: string | null })[],
  version: number,
): string[] => [...new Set(workUpTo(versions, version).flatMap(({ authorId }) => authorId ?? []))];

const isOrWasInUse = (status: ItemStatus): boolean => status === "active" || status === "retired";
