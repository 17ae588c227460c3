import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { formatDay, formatNumber, monthName } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { Section } from "~/components/section";
import { readForecast } from "~/eligibility/read-forecast.server";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { CapacitySentence } from "./capacity-sentence";
import { FallsChart } from "./falls-chart";
import { messages } from "./messages";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language, now } = await may(args, "organisation.list");
  return { title: messages[language].title, ...(await readForecast(portal.db, now)) };
});

export const meta = pageTitle;

export default function ForecastPage() {
  const { today, months, capacity } = useLoaderData<typeof loader>();
  const words = useMessages(messages);
  const language = useLanguage();
  const named = (month: string) => `${monthName(Number(month.slice(5)), language, "long")} ${month.slice(0, 4)}`;
  const rows = months.map((one, index) => ({ ...one, ...capacity[index] }));
  const number = (value: number | undefined) => formatNumber(value ?? 0, language);
  return (
    <>
      <PageHeader title={words.title} breadcrumb={[{ label: words.organisations, to: paths.organisations() }]}>
        {words.intro(formatDay(today, language))}
      </PageHeader>
      <div className="flex flex-col gap-5">
        <Section title={words.falls}>
          <FallsChart months={months} />
        </Section>
        <Section title={words.capacity}>
          <p className="measure text-lg">
            <CapacitySentence capacity={capacity} named={named} />
          </p>
          <p className="measure mt-2 text-sm text-muted">{words.capacityHint}</p>
        </Section>
        <DataTable
          caption={words.table}
          showCaption
          rows={rows}
          rowKey={({ month }) => month}
          empty={null}
          columns={[
            { key: "month", header: words.month, rowHeader: true, noWrap: true, cell: ({ month }) => named(month) },
            {
              key: "falls",
              header: words.fallsColumn,
              align: "end",
              cell: ({ month, falls }) =>
                falls === 0 ? (
                  number(0)
                ) : (
                  <Link
                    to={paths.organisations(`?falls=${month}`)}
                    className="link tap justify-end"
                    aria-label={words.fallsLink(falls, named(month))}
                  >
                    {number(falls)}
                  </Link>
                ),
            },
            { key: "needed", header: words.needed, align: "end", cell: ({ needed }) => number(needed) },
            { key: "free", header: words.free, align: "end", cell: ({ free }) => number(free) },
            { key: "balance", header: words.balance, align: "end", cell: ({ balance }) => number(balance) },
          ]}
        />
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
