import { DataTable } from "~/components/data-table";
import { formatExactPercent } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Badge } from "~/components/status-badge";
import { paths } from "~/web/paths";
import { messages } from "./messages";

interface PastAttempt {
  readonly id: string;
  readonly ordinal: number;
  readonly finishedAt: string;
  readonly scorePercent: number | null;
  readonly passed: boolean | null;
}

/** What the person has sat so far, newest first; nothing before the first time. */
export function PastAttempts({ attempts, zone }: { attempts: readonly PastAttempt[]; zone: string }) {
  const words = useMessages(messages);
  const language = useLanguage();
  return (
    <DataTable
      caption={words.past}
      showCaption
      rows={attempts}
      rowKey={({ id }) => id}
      rowLink={({ id }) => paths.examResult(id)}
      empty={null}
      columns={[
        {
          key: "attempt",
          header: words.attempt,
          rowHeader: true,
          noWrap: true,
          cell: ({ ordinal }) => words.attemptNumber(ordinal),
        },
        {
          key: "outcome",
          header: words.outcome,
          cell: ({ passed }) =>
            passed === null ? (
              <Badge tone="accent" shape="clock">
                {words.beingMarked}
              </Badge>
            ) : (
              <Badge tone={passed ? "good" : "bad"} shape={passed ? "tick" : "cross"}>
                {passed ? words.passed : words.notPassed}
              </Badge>
            ),
        },
        {
          key: "score",
          header: words.score,
          align: "end",
          cell: ({ scorePercent }) => (scorePercent === null ? "–" : formatExactPercent(scorePercent, language)),
        },
        {
          key: "handedIn",
          header: words.handedIn,
          cell: ({ finishedAt }) => formatInstant(finishedAt, language, zone, "stamp"),
        },
      ]}
    />
  );
}
