import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import type { Column } from "~/components/data-table";
import { formatInstant } from "~/components/format-instant";
import type { Language } from "~/components/messages";
import { Badge, type BadgeShape, type BadgeTone } from "~/components/status-badge";
import type { JobSchedule } from "~/jobs/due";
import type { messages } from "./messages";

export type Words = (typeof messages)["en"];

export interface JobRow {
  readonly name: string;
  readonly schedule: JobSchedule;
  readonly running: boolean;
  readonly late: boolean;
  readonly nextRunAt: string;
  /** Of its last runs, how many have failed in a row. */
  readonly failures: number;
  readonly lastDoneAt: string | null;
  readonly lastRun: {
    readonly startedAt: string;
    readonly outcome: "done" | "failed" | null;
    readonly error: string | null;
  } | null;
}

const looks: Record<keyof Words["states"], [BadgeTone, BadgeShape]> = {
  done: ["good", "tick"],
  failed: ["bad", "cross"],
  running: ["accent", "clock"],
  late: ["warn", "triangle"],
  never: ["neutral", "dashed"],
};

export function JobBadge({ state, words }: { state: keyof Words["states"]; words: Words }) {
  const [tone, shape] = looks[state];
  return (
    <Badge tone={tone} shape={shape}>
      {words.states[state]}
    </Badge>
  );
}

/** A job in words; one that this page does not know yet by its own name. */
export const jobName = (words: Words, name: string): string => (words.names as Record<string, string>)[name] ?? name;

function scheduleWords(words: Words, schedule: JobSchedule): string {
  if ("dailyAt" in schedule) return words.dailyAt(schedule.dailyAt);
  if (schedule.everyMinutes === 60) return words.hourly;
  return schedule.everyMinutes === 1 ? words.everyMinute : words.everyMinutes(schedule.everyMinutes);
}

function stateOf({ running, late, lastRun }: JobRow): keyof Words["states"] {
  if (running) return "running";
  if (late) return "late";
  return lastRun?.outcome ?? (lastRun ? "failed" : "never");
}

export function jobColumns(words: Words, language: Language, mayRun: boolean): Column<JobRow>[] {
  const stamp = (instant: string) => formatInstant(instant, language, "UTC", "stamp");
  const columns: Column<JobRow>[] = [
    {
      key: "job",
      header: words.job,
      rowHeader: true,
      cell: (row) => (
        <>
          {jobName(words, row.name)}
          <code className="block font-mono font-normal text-muted text-xs">{row.name}</code>
        </>
      ),
    },
    { key: "schedule", header: words.schedule, noWrap: true, cell: (row) => scheduleWords(words, row.schedule) },
    {
      key: "result",
      header: words.result,
      cell: (row) => (
        <>
          <JobBadge state={stateOf(row)} words={words} />
          {row.lastRun?.error && (
            <span className="block max-w-sm whitespace-pre-line break-words text-muted">{row.lastRun.error}</span>
          )}
        </>
      ),
    },
    {
      key: "last",
      header: words.last,
      noWrap: true,
      cell: (row) => (row.lastRun ? stamp(row.lastRun.startedAt) : words.never),
    },
    {
      key: "next",
      header: words.next,
      cell: (row) => (
        <>
          <span className="whitespace-nowrap">{stamp(row.nextRunAt)}</span>
          {row.failures > 0 && <span className="block text-muted">{words.triedAgain(row.failures)}</span>}
        </>
      ),
    },
  ];
  const runNow: Column<JobRow> = {
    key: "action",
    header: words.action,
    cell: (row) => (
      <Form method="post" preventScrollReset>
        <SubmitButton
          look="quiet"
          name="job"
          value={row.name}
          pendingLabel={words.underway}
          aria-label={words.runNowOf(jobName(words, row.name))}
        >
          {words.runNow}
        </SubmitButton>
      </Form>
    ),
  };
  return mayRun ? [...columns, runNow] : columns;
}
