/** Stages of the notices about a report that waits for marking: which report, whether for the third time, and how far it is overdue. */

export type Overdue = "reminded" | "escalated";

export const reportStage = (ordinal: number, { third = false, overdue }: { third?: boolean; overdue?: Overdue } = {}) =>
  ["report", ordinal, ...(third ? ["third"] : []), ...(overdue ? [overdue] : [])].join("-");

/** The report's place in the form. */
export const reportOfStage = (stage: string): number => Number(stage.split("-")[1]);
