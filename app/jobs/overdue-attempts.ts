import { handInExam } from "~/eligibility/hand-in-exam.server";
import { selectOverdueAttempts } from "~/examination/finish-attempt.server";
import type { Job } from "./job";

/** Hands in what nobody handed in: attempts whose deadline and seconds of grace are over. */
export const overdueAttempts: Job = {
  name: "overdue-attempts",
  schedule: { everyMinutes: 1 },
  async run({ portal, now, stopping, failed }) {
    let handedIn = 0;
    for (const { attemptId } of await selectOverdueAttempts(portal.db, now)) {
      if (stopping.aborted) break;
      try {
        await handInExam(portal.db, { attemptId, by: "deadline" }, now, portal.random);
        handedIn += 1;
      } catch (error) {
        failed(`attempt ${attemptId}`, error);
      }
    }
    return { handedIn };
  },
};
