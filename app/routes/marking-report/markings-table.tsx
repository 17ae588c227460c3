import { DataTable } from "~/components/data-table";
import { formatNumber } from "~/components/format";
import { withoutCode } from "~/components/item/inline-code";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { messages } from "./messages";
import type { ReportData } from "./route";

type Criterion = ReportData["criteria"][number];
type Marking = NonNullable<ReportData["settled"]>["markings"][number];

interface MarkingsTableProps {
  title: string;
  criteria: readonly Criterion[];
  markings: readonly Marking[];
  /** The head of a marking's column. */
  headOf: (marking: Marking) => string;
}

/** What was given, criterion by criterion, beside what the portal has counted. */
export function MarkingsTable({ title, criteria, markings, headOf }: MarkingsTableProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const inWords = ({ kind }: Criterion, share: number) => words[kind][String(share) as "1" | "0.5" | "0"];
  const givenTo = (criterion: Criterion, { marks }: Marking) => {
    const mark = marks.find((one) => one.criterion === criterion.id);
    if (!mark) return "–";
    const word = inWords(criterion, mark.share);
    return mark.remark ? `${word}. ${mark.remark}` : word;
  };
  return (
    <Section title={title}>
      <DataTable
        caption={title}
        rows={criteria}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          { key: "criterion", header: words.criterion, rowHeader: true, cell: ({ label }) => withoutCode(label) },
          ...markings.map((marking) => ({
            key: String(marking.place),
            header: headOf(marking),
            wordy: true,
            cell: (criterion: Criterion) => givenTo(criterion, marking),
          })),
          {
            key: "counted",
            header: words.counted,
            wordy: true,
            cell: (criterion) => (criterion.byList === null ? "–" : inWords(criterion, criterion.byList)),
          },
        ]}
      />
      <ul className="mt-4 flex flex-col gap-2">
        {markings.map((marking) => (
          <li key={marking.place}>
            <span className="font-semibold">{headOf(marking)}</span> · {words.points}:{" "}
            {formatNumber(marking.points, language)}
            {marking.remark && (
              <span className="block max-w-prose whitespace-pre-wrap wrap-anywhere">{marking.remark}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
