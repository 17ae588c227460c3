import { sql } from "kysely";
import type { Reader } from "~/platform/database/handle";

/** That an attempt was graded again; neither which item it was for, nor what was right. */
export interface GradedAgain {
  readonly at: Date;
  /** Whether an item was corrected, or such a correction taken back. */
  readonly step: "applied" | "undone";
  readonly scoreBefore: number;
  readonly scoreAfter: number;
  readonly passedBefore: boolean;
  readonly passedAfter: boolean;
  readonly passKept: boolean;
}

/** Each time that another score or outcome came of grading the attempt again, in order of time. */
export async function selectGradedAgain(db: Reader, attemptId: string): Promise<GradedAgain[]> {
  return db
    .selectFrom("regradeEffect")
    .innerJoin("regrade", "regrade.id", "regradeId")
    .select(["step", "scoreBefore", "scoreAfter", "passedBefore", "passedAfter"])
    .select([
      sql<Date>`case step when 'applied' then applied_at else undone_at end`.as("at"),
      sql<boolean>`consequence = 'pass_kept'`.as("passKept"),
    ])
    .where("attemptId", "=", attemptId)
    .where(sql<boolean>`(score_before, passed_before) is distinct from (score_after, passed_after)`)
    .orderBy("at")
    .execute();
}
