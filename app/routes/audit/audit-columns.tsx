import { Disclosure } from "~/components/confirm";
import type { Column } from "~/components/data-table";
import { formatInstant } from "~/components/format-instant";
import type { Language } from "~/components/messages";
import { policy } from "~/kernel/policy";
import type { messages } from "./messages";

type Words = (typeof messages)["en"];
type Facts = Readonly<Record<string, unknown>> | null;

export interface AuditRow {
  readonly sequence: number;
  readonly at: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly actorName: string | null;
  readonly organisationName: string | null;
  readonly before: Facts;
  readonly after: Facts;
  readonly reason: string | null;
}

function Change({ row, words }: { row: AuditRow; words: Words }) {
  const parts = [
    [words.reason, row.reason],
    [words.before, row.before && JSON.stringify(row.before, null, 2)],
    [words.after, row.after && JSON.stringify(row.after, null, 2)],
  ].filter(([, text]) => text);
  if (parts.length === 0) return null;
  return (
    <Disclosure
      label={
        <>
          {words.show}
          <span className="sr-only"> {row.sequence}</span>
        </>
      }
    >
      <dl>
        {parts.map(([term, text]) => (
          <div key={term}>
            <dt className="text-muted">{term}</dt>
            <dd className="max-w-md whitespace-pre-wrap break-words font-mono text-xs">{text}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

/** What happened, in words; its code, by which the filter finds it, below. */
function What({ action, words }: { action: string; words: Words }) {
  const known = (words.actions as Record<string, string>)[action];
  return (
    <>
      {known}
      <code className={known ? "block font-mono text-muted text-xs" : "font-mono"}>{action}</code>
    </>
  );
}

export function auditColumns(words: Words, language: Language): Column<AuditRow>[] {
  return [
    {
      key: "sequence",
      header: words.sequence,
      align: "end",
      rowHeader: true,
      noWrap: true,
      cell: (row) => row.sequence,
    },
    {
      key: "at",
      header: words.at,
      noWrap: true,
      cell: (row) => formatInstant(row.at, language, policy.staffTimeZone, "stamp"),
    },
    { key: "who", header: words.who, cell: (row) => row.actorName ?? words.system },
    { key: "what", header: words.what, cell: (row) => <What action={row.action} words={words} /> },
    { key: "organisation", header: words.organisation, wideOnly: true, cell: (row) => row.organisationName },
    {
      key: "subject",
      header: words.subject,
      wideOnly: true,
      cell: (row) => (
        <>
          {(words.subjects as Record<string, string>)[row.subjectType] ?? row.subjectType}
          <code className="block break-all font-mono text-muted text-xs">{row.subjectId}</code>
        </>
      ),
    },
    { key: "change", header: words.change, cell: (row) => <Change row={row} words={words} /> },
  ];
}
