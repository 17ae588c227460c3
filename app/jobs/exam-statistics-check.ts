import { verifyExamMonths } from "~/examination/statistics/verify-exam-months.server";
import type { Job } from "./job";

/** Holds what is kept of the exam's statistics against the attempts. A difference is a fault of the portal: the run fails and names the months. */
export const examStatisticsCheck: Job = {
  name: "exam-statistics-check",
  schedule: { dailyAt: "03:40" },
  async run({ portal, stopping }) {
    const { months, different } = await verifyExamMonths(portal.db, stopping);
    if (different.length > 0)
      throw new Error(`The exam's statistics are not kept as the attempts give them: ${different.join(", ")}.`);
    return { months, different: different.length };
  },
};
