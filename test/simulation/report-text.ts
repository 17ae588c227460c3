import type { RunReport } from "./run";

/** The report for people: what was lived through, which rare states were met, and what did not hold. */
export function reportText(report: RunReport, { seconds, megabytes }: { seconds: number; megabytes: number }): string {
  const { days, events, notices, mails, certificates, jobRuns, kills, lostConnections, digest } = report;
  const goals = Object.entries(report.goals).map(([name, count]) => {
    const mark =
      count > 0 ? "" : report.missedGoals.includes(name) ? "  NOT REACHED" : "  (not asked of a run of this size)";
    return `  ${String(count).padStart(7)}  ${name.replaceAll("_", " ")}${mark}`;
  });
  const violations = report.violations.map(({ invariant, at, detail, trail }) =>
    [`${at}  ${invariant}: ${detail}`, ...trail.map((line) => `    ${line}`)].join("\n"),
  );
  return [
    `${days} virtual days in ${seconds} s with ${megabytes} MB`,
    `${events} events, ${certificates} certificates, ${notices} notices, ${mails} mails, ${jobRuns} runs of jobs, ${kills} kills, ${lostConnections} lost connections`,
    `digest ${digest}`,
    "Rare states:",
    ...goals,
    violations.length === 0 ? "No violation." : `${violations.length} violations:`,
    ...violations,
  ].join("\n");
}
