import { Link, useLocation } from "@remix-run/react";
import { type Column, DataTable } from "~/components/data-table";
import { EstimateFigure } from "~/components/estimate";
import { formatFigure, formatNumber, formatPercent } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { withQuery } from "~/components/query-link";
import { Section } from "~/components/section";
import { statisticsMessages } from "~/components/statistics-messages";
import { sectionNames } from "~/examination/section-names";
import { statisticsPolicy } from "~/examination/statistics/item-statistics";
import type { FormStatistics } from "~/examination/statistics/read-exam-statistics.server";
import type { Reliability } from "~/examination/statistics/reliability";
import { messages } from "./messages";

interface Line {
  readonly name: string;
  readonly items: number;
  readonly meanPercent: number | null;
  readonly reliability: Reliability | null;
}

/** How reliable the score of the form and of its sections is. */
export function FormSection({
  form,
  versions,
}: {
  form: FormStatistics;
  versions: readonly Pick<FormStatistics, "version" | "attempts">[];
}) {
  const { version, attempts, sections, reliability, cutScorePercent: cut, meanPercent } = form;
  const words = useMessages(messages);
  const names = useMessages(statisticsMessages);
  const language = useLanguage();
  const lines: Line[] = [
    { name: names.formName, items: sections.reduce((sum, { items }) => sum + items, 0), meanPercent, reliability },
    ...sections.map(({ section, ...line }) => ({ name: sectionNames[language][section], ...line })),
  ];
  const columns: Column<Line>[] = [
    { key: "name", header: names.form, rowHeader: true, cell: ({ name }) => name },
    { key: "items", header: names.itemsInForm, align: "end", cell: ({ items }) => formatNumber(items, language) },
    {
      key: "mean",
      header: names.mean,
      align: "end",
      cell: (line) => (line.meanPercent === null ? "–" : formatPercent(line.meanPercent / 100, language)),
    },
    {
      key: "alpha",
      header: names.alpha,
      align: "end",
      noWrap: true,
      cell: (line) => <EstimateFigure estimate={line.reliability?.alpha} />,
    },
    {
      key: "error",
      header: names.error,
      align: "end",
      noWrap: true,
      cell: (line) => (line.reliability ? words.points(formatFigure(line.reliability.errorPercent, language, 1)) : "–"),
    },
  ];
  const percent = (value: number) => formatPercent(Math.min(100, Math.max(0, value)) / 100, language);
  return (
    <Section title={names.form}>
      {versions.length > 1 && <VersionLinks versions={versions} shown={version} />}
      <p className="mb-3 text-muted">
        {`${names.persons}: ${formatNumber(attempts, language)}. `}
        {reliability &&
          `${words.cut(percent(cut), percent(cut - reliability.errorPercent), percent(cut + reliability.errorPercent))} `}
        {sections.some((line) => line.reliability?.design === "drawn_items") && words.drawn}
      </p>
      {attempts < statisticsPolicy.fewestResponses && (
        <NotYet versions={versions} shown={version} attempts={attempts} />
      )}
      <DataTable caption={names.form} columns={columns} rows={lines} rowKey={({ name }) => name} empty={null} />
    </Section>
  );
}

/** After a version was published: why figures are missing, and the way to an earlier version that more people have sat. */
function NotYet({ versions, shown, attempts }: Parameters<typeof VersionLinks>[0] & { attempts: number }) {
  const words = useMessages(messages);
  const { search } = useLocation();
  const earlier = versions.find((one) => one.version < shown && one.attempts > attempts);
  return (
    <p className="mb-3 max-w-prose">
      {words.notYet(shown, attempts, statisticsPolicy.fewestResponses)}{" "}
      {earlier && (
        <Link to={withQuery(search, { version: earlier.version })} preventScrollReset className="link">
          {words.earlier(earlier.version)}
        </Link>
      )}
    </p>
  );
}

/** The versions of the programme; the rest of the address stays. */
function VersionLinks({
  versions,
  shown,
}: {
  versions: readonly Pick<FormStatistics, "version" | "attempts">[];
  shown: number;
}) {
  const words = useMessages(messages);
  const names = useMessages(statisticsMessages);
  const language = useLanguage();
  const { search } = useLocation();
  return (
    <nav aria-label={names.programmeVersion} className="mb-2 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
      <span aria-hidden="true" className="font-semibold">
        {names.programmeVersion}:
      </span>
      {versions.map(({ version, attempts }) => (
        <Link
          key={version}
          to={withQuery(search, { version })}
          preventScrollReset
          aria-current={version === shown ? "page" : undefined}
          className="link tap py-1 aria-[current=page]:font-semibold aria-[current=page]:no-underline"
        >
          {words.versionLink(version, formatNumber(attempts, language))}
        </Link>
      ))}
    </nav>
  );
}
