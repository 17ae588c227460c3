import { readCommand } from "./bench/command";
import { benchEligibility } from "./bench/eligibility/bench-eligibility";
import { benchExamStatistics } from "./bench/exam-statistics/bench-exam-statistics";
import { type Bench, benchPortal } from "./bench/portal/bench-portal";
import { asJson, asTable } from "./bench/result";

const benches: Record<string, Bench> = {
  portal: benchPortal,
  eligibility: benchEligibility,
  "exam-statistics": benchExamStatistics,
};

/** `npm run bench -- NAME [--json]`: measures and prints; exit status 1 when a target is missed, 2 when the command is not understood. */
const command = readCommand(process.argv.slice(2), Object.keys(benches));
if (typeof command === "string") {
  console.error(command);
  process.exitCode = 2;
} else {
  const results = await benches[command.name]?.((line) => console.error(line));
  if (!results) throw new Error(`no bench ${command.name}`);
  console.log(command.json ? asJson(results) : asTable(results));
  if (results.some(({ ok }) => ok === false)) process.exitCode = 1;
}
