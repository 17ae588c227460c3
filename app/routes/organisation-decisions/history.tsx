import type { SerializeFrom } from "@remix-run/node";
import { DataTable } from "~/components/data-table";
import { decisionMessages } from "~/components/decision-messages";
import { formatDay } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import type { selectDecisionHistory } from "~/organisations/decision-queries.server";
import { messages } from "./messages";

type Line = SerializeFrom<Awaited<ReturnType<typeof selectDecisionHistory>>[number]>;

/** Every decision that was ever made, the latest first; what was decided anew stays to be read. */
export function History({ history, zone }: { history: readonly Line[]; zone: string }) {
  const words = useMessages(messages);
  const { outcome: outcomes, until } = useMessages(decisionMessages);
  const language = useLanguage();
  return (
    <DataTable
      caption={words.history}
      showCaption
      rows={history}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{words.none}</p>}
      columns={[
        {
          key: "outcome",
          header: words.outcome,
          rowHeader: true,
          cell: ({ outcome, remediationThrough }) =>
            [outcomes[outcome], remediationThrough && until(formatDay(remediationThrough, language))]
              .filter(Boolean)
              .join(", "),
        },
        {
          key: "effectiveOn",
          header: words.holdsFrom,
          noWrap: true,
          cell: ({ effectiveOn }) => formatDay(effectiveOn, language),
        },
        {
          key: "reason",
          wordy: true,
          header: words.reason,
          cell: ({ reason }) => <span className="block min-w-44 wrap-break-word">{reason}</span>,
        },
        { key: "by", header: words.by, cell: ({ recordedByName }) => recordedByName },
        { key: "at", header: words.recordedAt, cell: ({ recordedAt }) => formatInstant(recordedAt, language, zone) },
        {
          key: "state",
          header: words.state,
          cell: ({ supersededAt }) =>
            supersededAt ? words.supersededAt(formatInstant(supersededAt, language, zone)) : words.holds,
        },
      ]}
    />
  );
}
