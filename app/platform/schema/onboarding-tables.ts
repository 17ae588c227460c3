import type { Day } from "~/kernel/calendar";
import type { DayRangeColumn, Id, RecordedFact } from "./columns";

/** Days on which a member is away; no reason is kept. */
export interface PlannedAbsenceTable extends RecordedFact {
  id: Id;
  personId: string;
  organisationId: string;
  during: DayRangeColumn;
}

export type ApplicationOutcome = "approved" | "declined" | "withdrawn";

/** An organisation asks to take on second-level support; `outcome` is null until it is decided. */
export interface SecondLevelApplicationTable {
  id: Id;
  organisationId: string;
  reason: string;
  plan: string;
  appliedAt: Date;
  appliedBy: string;
  outcome: ApplicationOutcome | null;
  outcomeReason: string | null;
  /** First day of the obligation, of an approved one. */
  obligedFrom: Day | null;
  decidedAt: Date | null;
  decidedBy: string | null;
}

export type ReadinessPoint = "dcd_access" | "support_pin";

/** A point of clause 2.5 that a partner admin has attested of a support employee. */
export interface SupportAccessReadinessTable extends RecordedFact {
  id: Id;
  personId: string;
  organisationId: string;
  point: ReadinessPoint;
  supersededBy: string | null;
}
