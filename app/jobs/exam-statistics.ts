import { keepExamMonths } from "~/examination/statistics/keep-exam-months.server";
import type { Job } from "./job";

/** Keeps what the statistics of the exam count of months that are over; soon after a change, because until then they are counted anew for each look. */
export const examStatistics: Job = {
  name: "exam-statistics",
  schedule: { everyMinutes: 5 },
  run: ({ portal, now, stopping, failed }) =>
    keepExamMonths(portal.db, now, { stopping, failed: (month, error) => failed(`month ${month.slice(0, 7)}`, error) }),
};
