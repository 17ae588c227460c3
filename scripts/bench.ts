import { readCommand } from "./bench/command";
import { benchEligibility } from "./bench/eligibility/bench-eligibility";
import { benchExamStatistics, statisticsSizes } from "./bench/exam-statistics/bench-exam-statistics";
import { benchExamination, examinationSizes } from "./bench/examination/bench-examination";
import { type Bench, benchPortal } from "./bench/portal/bench-portal";
import { asJson, asTable } from "./bench/result";

const benches: Record<string, Bench> = {
  portal: benchPortal,
  eligibility: benchEligibility,
  examination: benchExamination,
  "exam-statistics": benchExamStatistics,
};
const sizes = { portal: {}, eligibility: {}, examination: examinationSizes, "exam-statistics": statisticsSizes };

/** `npm run bench -- NAME [--json]`: measures and prints; exit status 1 when a target is missed, 2 when the command is not understood. */
const command = readCommand(process.argv.slice(2), sizes);
if (typeof command === "string") {
  console.error(command);
  process.exitCode = 2;
} else {
  const results = await benches[command.name]?.((line) => console.error(line), command.sizes);
  if (!results) throw new Error(`no bench ${command.name}`);
  console.log(command.json ? asJson(results) : asTable(results));
  if (results.some(({ ok }) => ok === false)) process.exitCode = 1;
}
