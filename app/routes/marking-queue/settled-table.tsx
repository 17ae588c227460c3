import { DataTable } from "~/components/data-table";
import { formatExactPercent } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Badge } from "~/components/status-badge";
import { policy } from "~/kernel/policy";
import { paths } from "~/web/paths";
import { messages } from "./messages";
import type { Settled } from "./route";

/** Results that waited and stand by now, with what the marking changed; nothing before the first. */
export function SettledTable({ settled }: { settled: readonly Settled[] }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const percent = (value: number | null) => (value === null ? "–" : formatExactPercent(value, language));
  return (
    <DataTable
      caption={words.settled}
      showCaption
      rows={settled}
      rowKey={({ attemptId }) => attemptId}
      rowLink={({ attemptId, ordinals }) => paths.markReport(attemptId, ordinals[0] ?? 1)}
      empty={null}
      columns={[
        { key: "candidate", header: words.candidate, rowHeader: true, cell: ({ personName }) => personName },
        { key: "counted", header: words.counted, align: "end", cell: ({ counted }) => percent(counted) },
        { key: "after", header: words.after, align: "end", cell: ({ marked }) => percent(marked) },
        {
          key: "outcome",
          header: words.outcome,
          cell: ({ passed }) => (
            <Badge tone={passed ? "good" : "bad"} shape={passed ? "tick" : "cross"}>
              {passed ? words.passed : words.notPassed}
            </Badge>
          ),
        },
        { key: "third", header: words.byThird, wideOnly: true, cell: ({ third }) => (third ? words.yes : words.no) },
        {
          key: "since",
          header: words.settledOn,
          wideOnly: true,
          cell: ({ gradedAt }) => (gradedAt ? formatInstant(gradedAt, language, policy.staffTimeZone, "stamp") : "–"),
        },
      ]}
    />
  );
}
