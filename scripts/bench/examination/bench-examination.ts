import { benchExamStatistics, statisticsSizes } from "../exam-statistics/bench-exam-statistics";
import type { Bench } from "../portal/bench-portal";
import type { Result } from "../result";
import { measureExamination } from "./measure-examination";
import { embeddedStage, type Stage, serverStage } from "./stage";

/** `seconds` is how long the candidates answer, on each database; `attempts` are those that the statistics are counted over. */
export const examinationSizes = { candidates: 500, seconds: 60, ...statisticsSizes };

/**
 * An examination of 500 people over real HTTP, on a PostgreSQL server of the bench's own and on the embedded database, then the statistics over 100,000
 * attempts. Run it from the project's folder.
 */
export const benchExamination: Bench = async (tell, sizes) => {
  const size = { ...examinationSizes, ...sizes };
  const results: Result[] = [];
  for (const open of [serverStage, embeddedStage]) {
    const stage: Stage = await open();
    try {
      results.push(...(await measureExamination(stage, size, tell)));
    } finally {
      await stage.stop();
    }
  }
  return [...results, ...(await benchExamStatistics(tell, size))];
};
