import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import type { Column } from "~/components/data-table";
import { formatInstant } from "~/components/format-instant";
import type { Language } from "~/components/messages";
import { noticeKindMessages } from "~/components/notice-kind-messages";
import { Badge, type BadgeShape, type BadgeTone } from "~/components/status-badge";
import { policy } from "~/kernel/policy";
import type { OutboxState } from "~/platform/schema/notice-tables";
import type { messages } from "./messages";

export interface LedgerRow {
  readonly id: string;
  readonly template: string;
  readonly stage: string | null;
  readonly state: OutboxState;
  readonly stateReason: string | null;
  readonly tries: number;
  readonly nextTryAt: string;
  readonly sentAt: string | null;
  readonly lastError: string | null;
  readonly createdAt: string;
  readonly recipientName: string;
  readonly recipientEmail: string;
  readonly organisationName: string | null;
}

type Words = (typeof messages)["en"];

const looks: Record<OutboxState, [BadgeTone, BadgeShape]> = {
  pending: ["accent", "clock"],
  sent: ["good", "tick"],
  superseded: ["neutral", "onwards"],
  suppressed: ["neutral", "bar"],
  parked: ["bad", "triangle"],
};

/** Which of several notices of one kind it was: so many days before, or told again. */
function stageWords({ template, stage }: LedgerRow, words: Words): string | null {
  if (stage === null || !/^[1-9]\d*$/.test(stage)) return null;
  return template === "below_three_now" ? words.repeat(stage) : words.daysBefore(stage);
}

const wordFor = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key;

function Delivery({ row, words, language }: { row: LedgerRow; words: Words; language: Language }) {
  const [tone, shape] = looks[row.state];
  const stamp = (instant: string) => formatInstant(instant, language, policy.staffTimeZone, "stamp");
  const lines = [
    row.state === "sent" && row.sentAt ? words.sentAt(stamp(row.sentAt)) : null,
    row.state === "pending" ? words.nextTry(stamp(row.nextTryAt), row.tries) : null,
    row.stateReason ? wordFor(words.reasons, row.stateReason) : null,
    row.state === "sent" ? null : row.lastError,
  ].filter((line) => line !== null);
  return (
    <>
      <Badge tone={tone} shape={shape}>
        {words.states[row.state]}
      </Badge>
      {lines.map((line) => (
        <span key={line} className="block max-w-sm break-words text-muted">
          {line}
        </span>
      ))}
    </>
  );
}

function Retry({ row, words }: { row: LedgerRow; words: Words }) {
  if (row.state !== "parked") return null;
  return (
    <Form method="post" preventScrollReset>
      <SubmitButton look="quiet" name="outboxMessageId" value={row.id} aria-label={words.retryOf(row.recipientName)}>
        {words.retry}
      </SubmitButton>
    </Form>
  );
}

export function ledgerColumns(words: Words, language: Language, mayRetry: boolean): Column<LedgerRow>[] {
  const kindWords = noticeKindMessages[language];
  const columns: Column<LedgerRow>[] = [
    {
      key: "decided",
      header: words.decided,
      noWrap: true,
      cell: (row) => formatInstant(row.createdAt, language, policy.staffTimeZone, "stamp"),
    },
    {
      key: "kind",
      header: words.kind,
      rowHeader: true,
      cell: (row) => (
        <>
          {wordFor(kindWords, row.template)}
          <span className="block font-normal text-muted">{stageWords(row, words)}</span>
        </>
      ),
    },
    {
      key: "recipient",
      header: words.recipient,
      cell: (row) => (
        <span className="block min-w-44">
          {row.recipientName}
          <span className="block text-muted wrap-anywhere">{row.recipientEmail}</span>
        </span>
      ),
    },
    { key: "organisation", header: words.organisation, wideOnly: true, cell: (row) => row.organisationName },
    {
      key: "state",
      header: words.state,
      wordy: true,
      cell: (row) => <Delivery row={row} words={words} language={language} />,
    },
  ];
  if (mayRetry) columns.push({ key: "action", header: words.action, cell: (row) => <Retry row={row} words={words} /> });
  return columns;
}
