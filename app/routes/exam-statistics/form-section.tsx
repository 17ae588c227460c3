import { type Column, DataTable } from "~/components/data-table";
import { EstimateFigure } from "~/components/estimate";
import { formatFigure, formatNumber, formatPercent } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { sectionNames } from "~/examination/section-names";
import type { ExamStatistics } from "~/examination/statistics/read-exam-statistics.server";
import type { Reliability } from "~/examination/statistics/reliability";
import { messages } from "./messages";

interface Line {
  readonly name: string;
  readonly items: number;
  readonly reliability: Reliability | null;
}

/** How reliable the score of the form and of its sections is. */
export function FormSection({
  statistics,
}: {
  statistics: Pick<ExamStatistics, "form" | "sections" | "attemptsOfVersion" | "programme">;
}) {
  const { form, sections, attemptsOfVersion, programme } = statistics;
  const words = useMessages(messages);
  const language = useLanguage();
  const lines: Line[] = [
    { name: words.formName, items: sections.reduce((sum, { items }) => sum + items, 0), reliability: form },
    ...sections.map(({ section, ...line }) => ({ name: sectionNames[language][section], ...line })),
  ];
  const columns: Column<Line>[] = [
    { key: "name", header: words.form, rowHeader: true, cell: ({ name }) => name },
    { key: "items", header: words.itemsInForm, align: "end", cell: ({ items }) => formatNumber(items, language) },
    {
      key: "alpha",
      header: words.alpha,
      align: "end",
      cell: ({ reliability }) => <EstimateFigure estimate={reliability?.alpha} />,
    },
    {
      key: "error",
      header: words.error,
      align: "end",
      cell: ({ reliability }) =>
        reliability ? words.points(formatFigure(reliability.errorPercent, language, 1)) : "–",
    },
  ];
  const cut = programme.cutScorePercent;
  const percent = (value: number) => formatPercent(Math.min(100, Math.max(0, value)) / 100, language);
  return (
    <Section title={words.form}>
      <p className="mb-3 text-muted">
        {`${words.persons}: ${formatNumber(attemptsOfVersion, language)}. `}
        {form && `${words.cut(percent(cut), percent(cut - form.errorPercent), percent(cut + form.errorPercent))} `}
        {sections.some(({ reliability }) => reliability?.design === "drawn_items") && words.drawn}
      </p>
      <DataTable caption={words.form} columns={columns} rows={lines} rowKey={({ name }) => name} empty={null} />
    </Section>
  );
}
