import type { Column } from "~/components/data-table";
import { formatDuration, formatNumber } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import type { Language } from "~/components/messages";
import { noticeKindMessages } from "~/components/notice-kind-messages";
import { JobBadge, jobName, type Words } from "./job-columns";

export interface RunRow {
  readonly id: string;
  readonly job: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly outcome: "done" | "failed" | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly error: string | null;
  readonly trigger: "schedule" | "command" | "staff";
}

function did({ counts, error }: RunRow, words: Words, language: Language): string {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  if (error && some.length === 0) return error;
  return some.length === 0
    ? words.nothing
    : some.map(([name, count]) => `${formatNumber(count, language)} ${countName(words, name, language)}`).join(", ");
}

/** Of a run that did not get through with everything also what failed and why. */
function Did({ run, words, language }: { run: RunRow; words: Words; language: Language }) {
  const text = did(run, words, language);
  return (
    <>
      {text}
      {run.error && run.error !== text && (
        <span className="block max-w-md whitespace-pre-line break-words text-muted">{run.error}</span>
      )}
    </>
  );
}

/** What was counted in words; notices are counted by their kind too; what this page does not know yet by its own name. */
function countName(words: Words, name: string, language: Language): string {
  const kinds: Readonly<Record<string, string>> = noticeKindMessages[language];
  const kind = kinds[name];
  return (words.did as Record<string, string>)[name] ?? (kind ? `× ${kind}` : name);
}

const seconds = ({ startedAt, finishedAt }: RunRow): number | null =>
  finishedAt ? (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000 : null;

export function runColumns(words: Words, language: Language): Column<RunRow>[] {
  return [
    {
      key: "started",
      header: words.started,
      noWrap: true,
      rowHeader: true,
      cell: (run) => formatInstant(run.startedAt, language, "UTC", "stamp"),
    },
    { key: "job", header: words.job, cell: (run) => jobName(words, run.job) },
    { key: "trigger", header: words.trigger, wideOnly: true, cell: (run) => words.triggers[run.trigger] },
    { key: "result", header: words.result, cell: (run) => <JobBadge state={run.outcome ?? "running"} words={words} /> },
    {
      key: "took",
      header: words.took,
      align: "end",
      noWrap: true,
      wideOnly: true,
      cell: (run) => {
        const took = seconds(run);
        return took === null ? "" : formatDuration(took, language);
      },
    },
    { key: "counts", header: words.counts, cell: (run) => <Did run={run} words={words} language={language} /> },
  ];
}
