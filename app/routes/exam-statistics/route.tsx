import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { SelectField } from "~/components/choice-field";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { FilterBar } from "~/components/filter-bar";
import { formatNumber } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { withQuery } from "~/components/query-link";
import { statisticsMessages } from "~/components/statistics-messages";
import { InputField } from "~/components/text-field";
import { sectionNames, sections } from "~/examination/section-names";
import { itemFlags } from "~/examination/statistics/item-flags";
import { inOrder, usualSort } from "~/examination/statistics/item-order";
import { statisticsPolicy } from "~/examination/statistics/item-statistics";
import { readExamStatistics } from "~/examination/statistics/read-exam-statistics.server";
import { shownForm } from "~/examination/statistics/shown-form";
import { notFound } from "~/kernel/rejection";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { readItemFilter, readItemSort, readProgrammeVersion } from "~/web/statistics-query.server";
import { FormSection } from "./form-section";
import { itemColumns } from "./item-columns";
import { messages } from "./messages";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language, now } = await may(args, "exam_statistics.read");
  const filter = readItemFilter(args.request);
  const sort = readItemSort(args.request);
  const { items, forms, attempts } = await readExamStatistics(portal.db, language, now);
  const form = shownForm(forms, readProgrammeVersion(args.request));
  if (!form) throw notFound();
  return json({
    title: statisticsMessages[language].title,
    filter,
    sort,
    items: inOrder(items, filter, sort),
    attempts,
    form,
    versions: forms.map(({ version, attempts: sat }) => ({ version, attempts: sat })),
  });
});

export const meta = pageTitle;

export default function ExamStatisticsPage() {
  const { title, filter, sort, items, attempts, form, versions } = useLoaderData<typeof loader>();
  const words = useMessages(messages);
  const names = useMessages(statisticsMessages);
  const language = useLanguage();
  const { search } = useLocation();
  return (
    <>
      <PageHeader
        title={title}
        action={
          <>
            <LinkButton to={paths.cutScores()}>{words.cutScore}</LinkButton>
            <LinkButton to={paths.formOutlook()}>{words.forms}</LinkButton>
            <LinkButton to={paths.regrades()}>{words.regrades}</LinkButton>
          </>
        }
      >
        {words.intro(formatNumber(attempts, language), form.version)}
      </PageHeader>
      <p className="mb-5 max-w-prose text-muted">{words.few(statisticsPolicy.fewestResponses)}</p>
      <FormSection form={form} versions={versions} />
      <h2 className="mt-8 mb-3 text-lg">{words.items}</h2>
      <FilterBar
        active={Boolean(filter.code ?? filter.section ?? filter.flag)}
        keep={["version", "sort", "direction"]}
        cleared={withQuery(search, { code: null, section: null, flag: null })}
      >
        <InputField field={{ name: "code" }} label={names.code} hideOptional type="search" defaultValue={filter.code} />
        <SelectField
          field={{ name: "section" }}
          label={names.section}
          hideOptional
          defaultValue={filter.section}
          emptyLabel={words.allSections}
          choices={sections.map((section) => ({ value: section, label: sectionNames[language][section] }))}
        />
        <SelectField
          field={{ name: "flag" }}
          label={names.flags}
          hideOptional
          defaultValue={filter.flag}
          emptyLabel={words.allFlags}
          choices={[
            { value: "any", label: words.anyFlag },
            ...itemFlags.map((flag) => ({ value: flag, label: names.flag[flag] })),
          ]}
        />
      </FilterBar>
      <DataTable
        caption={sort.key === usualSort.key && sort.direction === usualSort.direction ? words.caption : words.items}
        sort={sort}
        columns={itemColumns(names, language)}
        rows={items}
        rowKey={({ itemVersionId }) => itemVersionId}
        rowLink={({ itemVersionId }) => paths.itemStatistics(itemVersionId)}
        empty={<EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>}
      />
      <p className="no-print mt-4 flex flex-wrap gap-x-4 gap-y-1">
        <a className="link tap" href={paths.examStatisticsExport("xlsx", search)} download>
          {words.xlsx}
        </a>
        {(["items", "forms", "options"] as const).map((table) => (
          <a
            key={table}
            className="link tap"
            href={paths.examStatisticsExport("csv", withQuery(search, { table }))}
            download
          >
            {words.csv(names.tables[table])}
          </a>
        ))}
      </p>
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
