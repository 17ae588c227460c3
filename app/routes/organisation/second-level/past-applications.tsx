import { DataTable } from "~/components/data-table";
import { formatDay } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import type { ShownApplication } from "~/eligibility/read-second-level.server";
import { dayIn } from "~/kernel/calendar";
import { messages } from "./messages";

/** What was applied for before, and what became of it; the latest first. */
export function PastApplications({ applications }: { applications: readonly ShownApplication[] }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const day = (at: string, zone: string) => formatDay(dayIn(zone, new Date(at)), language);
  return (
    <DataTable
      caption={words.past}
      showCaption
      rows={applications}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        {
          key: "sent",
          header: words.sentOn,
          cell: ({ appliedAt, timeZone, applicantName }) => `${day(appliedAt, timeZone)}, ${applicantName}`,
          rowHeader: true,
        },
        {
          key: "plan",
          wordy: true,
          header: words.plan,
          cell: ({ plan }) => <span className="whitespace-pre-line">{plan}</span>,
          wideOnly: true,
        },
        {
          key: "outcome",
          header: words.outcome,
          cell: ({ outcome, outcomeReason, decidedAt, timeZone }) => (
            <>
              {outcome && words.outcomes[outcome]}
              {decidedAt && `, ${day(decidedAt, timeZone)}`}
              {outcomeReason && <span className="block text-muted">{outcomeReason}</span>}
            </>
          ),
        },
      ]}
    />
  );
}
