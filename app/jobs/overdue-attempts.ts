import { handInExam } from "~/eligibility/hand-in-exam.server";
import { selectOverdueAttempts } from "~/examination/finish-attempt.server";
import type { Job } from "./job";

/** So many between two looks at whether to stop; what is handed in at once shares a transaction. */
const atOnce = 16;

/** Hands in what nobody handed in: attempts whose deadline and seconds of grace are over. */
export const overdueAttempts: Job = {
  name: "overdue-attempts",
  schedule: { everyMinutes: 1 },
  async run({ portal, now, stopping, failed }) {
    let handedIn = 0;
    const handIn = async (attemptId: string) => {
      try {
        await handInExam(portal.db, { attemptId, by: "deadline" }, now, portal.random);
        handedIn += 1;
      } catch (error) {
        failed(`attempt ${attemptId}`, error);
      }
    };
    const overdue = await selectOverdueAttempts(portal.db, now);
    for (let next = 0; next < overdue.length && !stopping.aborted; next += atOnce) {
      await Promise.all(overdue.slice(next, next + atOnce).map(({ attemptId }) => handIn(attemptId)));
    }
    return { handedIn };
  },
};
