import { parseArgs } from "node:util";
import { allJobs, describeJobs, rehearseJobNow, runJobNow } from "~/jobs/all-jobs.server";
import { type ListedJob, listedJobs, reportWords } from "~/jobs/command-words";
import type { JobRehearsal, JobReport } from "~/jobs/run-job.server";
import { readEnvironment } from "~/platform/env";
import { createLogger } from "~/platform/logger";
import { closePortal, openPortal } from "~/platform/open-portal";
import { askControlSocket } from "~/web/http/control-socket";
import { explainAndExit } from "~/web/http/start-failure";

const usage = "Use --list to see the jobs, or --once NAME [--dry-run] to run one now.";

interface Command {
  readonly list: boolean;
  readonly once: string | undefined;
  readonly dryRun: boolean;
}

/** What was asked for, or the sentence that says why it cannot be done. */
function readCommand(): Command | string {
  try {
    const { values } = parseArgs({
      options: { list: { type: "boolean" }, once: { type: "string" }, "dry-run": { type: "boolean" } },
    });
    const { list = false, once, "dry-run": dryRun = false } = values;
    if (list === (once !== undefined) || (list && dryRun)) return usage;
    const names = allJobs.map(({ name }) => name);
    if (once !== undefined && !names.includes(once))
      return `There is no job "${once}". There are: ${names.join(", ")}.`;
    return { list, once, dryRun };
  } catch (error) {
    return `${error instanceof Error ? error.message : "These options are not understood."} ${usage}`;
  }
}

/** Through the running portal where one holds the embedded database, else by opening the database here. */
async function ask({ once, dryRun }: Command): Promise<unknown> {
  const env = readEnvironment();
  const [method, path] =
    once === undefined
      ? (["GET", "/jobs"] as const)
      : (["POST", `/jobs/${once}${dryRun ? "/rehearsal" : ""}`] as const);
  const answered = env.databaseUrl ? undefined : await askControlSocket(env.dataDir, method, path);
  if (answered?.status === 200) return answered.body;
  if (answered) throw new Error(`The running portal answered ${answered.status}: ${JSON.stringify(answered.body)}`);
  const portal = await openPortal(env, createLogger("silent"));
  try {
    const result =
      once === undefined
        ? await describeJobs(portal)
        : await (dryRun ? rehearseJobNow(portal, once) : runJobNow(portal, once, "command"));
    return JSON.parse(JSON.stringify(result));
  } finally {
    await closePortal(portal);
  }
}

const command = readCommand();
if (typeof command === "string") {
  console.error(command);
  process.exitCode = 2;
} else {
  try {
    const answer = await ask(command);
    if (command.list) console.log(listedJobs(answer as ListedJob[]));
    else {
      const { text, exitCode } = reportWords(answer as JobReport | JobRehearsal);
      console.log(text);
      process.exitCode = exitCode;
    }
  } catch (error) {
    explainAndExit(error);
  }
}
