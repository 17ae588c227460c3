import { countGeneratedItems } from "~/examination/statistics/count-generated-items.server";
import { keepExamMonths } from "~/examination/statistics/keep-exam-months.server";
import type { Job } from "./job";

/**
 * Keeps what the statistics of the exam count of months that are over, soon after a change, because until then they are counted anew for each look; and what
 * was chosen of generated items, which is counted nowhere else.
 */
export const examStatistics: Job = {
  name: "exam-statistics",
  schedule: { everyMinutes: 5 },
  async run({ portal: { db }, now, stopping, failed }) {
    const months = await keepExamMonths(db, now, {
      stopping,
      failed: (month, error) => failed(`month ${month.slice(0, 7)}`, error),
    });
    const generatedItems = await countGeneratedItems(db, now, {
      stopping,
      failed: (code, error) => failed(`item ${code}`, error),
    });
    return { ...months, generatedItems };
  },
};
