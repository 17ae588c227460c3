import { DataTable } from "~/components/data-table";
import { formatNumber } from "~/components/format";
import { withoutCode } from "~/components/item/inline-code";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { messages } from "./messages";
import type { ReportData } from "./route";

/** What both gave, criterion by criterion, once the result stands. */
export function BothMarkings({ data: { criteria, settled } }: { data: ReportData }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const markings = settled?.markings ?? [];
  const givenTo = (criterion: (typeof criteria)[number], { marks }: (typeof markings)[number]) => {
    const mark = marks.find((one) => one.criterion === criterion.id);
    if (!mark) return "–";
    const word = words[criterion.kind][String(mark.share) as "1" | "0.5" | "0"];
    return mark.remark ? `${word}. ${mark.remark}` : word;
  };
  return (
    <Section title={words.compared}>
      <DataTable
        caption={words.compared}
        rows={criteria}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          { key: "criterion", header: words.criterion, rowHeader: true, cell: ({ label }) => withoutCode(label) },
          ...markings.map((marking) => ({
            key: String(marking.place),
            header: words.by(marking.place, marking.markerName),
            cell: (criterion: (typeof criteria)[number]) => givenTo(criterion, marking),
          })),
        ]}
      />
      <ul className="mt-4 flex flex-col gap-2">
        {markings.map(({ place, markerName, points, remark }) => (
          <li key={place}>
            <span className="font-semibold">{words.by(place, markerName)}</span> · {words.points}{" "}
            {formatNumber(points, language)}
            {remark && <span className="block whitespace-pre-wrap wrap-anywhere">{remark}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
