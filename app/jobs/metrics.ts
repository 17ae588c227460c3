/** Figures for whoever watches the portal, in the text format that Prometheus reads (exposition format 0.0.4). */
interface WatchedJob {
  readonly name: string;
  readonly late: boolean;
  readonly lastDoneAt: Date | null;
  readonly lastRun: { readonly outcome: "done" | "failed" | null } | null;
}

interface Watched {
  readonly jobs: readonly WatchedJob[];
  readonly outbox: { readonly due: number; readonly parked: number; readonly longestDueSeconds: number };
}

type Sample = readonly [labels: Readonly<Record<string, string>>, value: number];

function gauge(name: string, help: string, samples: readonly Sample[]): string {
  const lines = samples.map(([labels, value]) => {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${text}"`);
    return `${name}${pairs.length > 0 ? `{${pairs.join(",")}}` : ""} ${value}`;
  });
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...lines, ""].join("\n");
}

export function metricsText({ jobs, outbox }: Watched): string {
  const perJob = (value: (job: WatchedJob) => number): Sample[] => jobs.map((job) => [{ job: job.name }, value(job)]);
  return [
    gauge(
      "portal_job_late",
      "1 when the job should have run and has not",
      perJob(({ late }) => Number(late)),
    ),
    gauge(
      "portal_job_failed",
      "1 when the last run failed",
      perJob(({ lastRun }) => Number(lastRun?.outcome === "failed")),
    ),
    gauge(
      "portal_job_last_done_timestamp_seconds",
      "When the job was last done, 0 for never",
      perJob(({ lastDoneAt }) => (lastDoneAt?.getTime() ?? 0) / 1000),
    ),
    gauge("portal_outbox_due", "Mails whose time to be sent has come", [[{}, outbox.due]]),
    gauge("portal_outbox_longest_due_seconds", "How long the one due longest has waited", [
      [{}, outbox.longestDueSeconds],
    ]),
    gauge("portal_outbox_parked", "Mails that wait for staff", [[{}, outbox.parked]]),
  ].join("");
}
