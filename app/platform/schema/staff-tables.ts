import type { Day } from "~/kernel/calendar";
import type { DayColumn, Id } from "./columns";
import type { ContractingEntity } from "./people-tables";

/** The 24/7 IONOS Cloud Support itself (clause 1.1), or its head and management, to whom escalations go (2.4.3). */
export type ContactRole = "support" | "management";
export type DecisionOutcome = "granted" | "remediation" | "suspended" | "withdrawn";

/** What staff have decided about an organisation's second-level status: it holds from a day until the next decision. */
export interface OrganisationDecisionTable {
  id: Id;
  organisationId: string;
  outcome: DecisionOutcome;
  effectiveOn: DayColumn;
  /** The last day given to come back to the minimum; of a remediation only. */
  remediationThrough: Day | null;
  reason: string;
  recordedAt: Date;
  recordedBy: string;
  supersededAt: Date | null;
}

/** A question to the overview of organisations under a name of its own. */
export interface SavedViewTable {
  id: Id;
  personId: string;
  name: string;
  query: string;
  opensFirst: boolean;
  createdAt: Date;
}

/** Which weekdays (1 = Monday) are free at a contracting entity, and whose clock says which day it is. */
export interface EntityCalendarTable {
  contractingEntity: ContractingEntity;
  id: Id;
  timeZone: string;
  freeWeekdays: number[];
}

export interface PublicHolidayTable {
  contractingEntity: ContractingEntity;
  day: DayColumn;
  name: string;
}

/** How a contracting entity's support is reached from a day on. One of phone and e-mail at least is known. */
export interface SupportContactTable {
  id: Id;
  /** The same through corrections of what was announced. */
  changeId: string;
  contractingEntity: ContractingEntity;
  role: ContactRole;
  phone: string | null;
  email: string | null;
  effectiveOn: DayColumn;
  recordedAt: Date;
  recordedBy: string | null;
  supersededAt: Date | null;
}
