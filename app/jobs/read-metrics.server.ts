import { selectOutboxBacklog } from "~/notices/ledger-queries.server";
import type { Portal } from "~/platform/portal";
import { describeJobs } from "./all-jobs.server";
import { metricsText } from "./metrics";

/** What `/metrics` answers: which jobs are late or failed, and what waits in the outbox. */
export async function readMetrics(portal: Portal): Promise<string> {
  const [jobs, outbox] = await Promise.all([describeJobs(portal), selectOutboxBacklog(portal.db, portal.clock.now())]);
  return metricsText({ jobs, outbox });
}
