import type { SerializeFrom } from "@remix-run/node";
import { type Column, DataTable } from "~/components/data-table";
import { DefinitionList } from "~/components/definition-list";
import { EmptyState } from "~/components/empty-state";
import { formatExactPercent, formatNumber } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Pagination } from "~/components/pagination";
import { Section } from "~/components/section";
import { Badge, type OrganisationStatus, StatusBadge } from "~/components/status-badge";
import type { RegradeLine, RegradeReport, RegradeStanding } from "~/eligibility/read-regrade.server";
import { sectionNames } from "~/examination/section-names";
import { policy } from "~/kernel/policy";
import { paths } from "~/web/paths";
import { messages } from "./messages";

/** Everybody a regrade touches: how many, who, and which organisations. */
export function Report({
  title,
  report,
  page,
  perPage,
}: {
  title: string;
  report: SerializeFrom<RegradeReport>;
  page: number;
  perPage: number;
}) {
  const words = useMessages(messages);
  const language = useLanguage();
  const { counts, lines, standings, attempts } = report;
  const [lineColumns, standingColumns] = [useLineColumns(), useStandingColumns()];
  const number = (value: number) => formatNumber(value, language);
  return (
    <Section title={title}>
      <p className="mb-2">
        {attempts === null
          ? words.summaryDone(number(counts.touched))
          : words.summary(number(counts.touched), number(attempts))}
      </p>
      <DefinitionList
        entries={(["rescored", "newlyPassed", "newlyFailed", "passesKept"] as const).map((key) => ({
          term: words[key],
          value: number(counts[key]),
        }))}
      />
      <div className="mt-4">
        <DataTable
          caption={title}
          columns={lineColumns}
          rows={lines}
          rowKey={({ attemptId }) => attemptId}
          rowLink={({ attemptId }) => paths.examResult(attemptId)}
          empty={<EmptyState title={words.nobodyTitle}>{words.nobody}</EmptyState>}
        />
        {counts.touched > perPage && <Pagination page={page} perPage={perPage} total={counts.touched} />}
      </div>
      {standings.length > 0 && (
        <div className="mt-5">
          <DataTable
            caption={words.standings}
            showCaption
            columns={standingColumns}
            rows={standings}
            rowKey={({ organisationId }) => organisationId}
            rowLink={({ organisationId }) => paths.organisation(organisationId)}
            empty={null}
          />
        </div>
      )}
    </Section>
  );
}

function useLineColumns(): Column<SerializeFrom<RegradeLine>>[] {
  const words = useMessages(messages);
  const language = useLanguage();
  const result = (score: number, passed: boolean) => (
    <span className="inline-flex flex-wrap items-center justify-end gap-x-2 gap-y-1">
      {formatExactPercent(score, language)}
      <Badge tone={passed ? "good" : "neutral"} shape={passed ? "tick" : "cross"}>
        {passed ? words.passed : words.failed}
      </Badge>
    </span>
  );
  const handedIn = ({ finishedAt }: SerializeFrom<RegradeLine>) =>
    formatInstant(finishedAt, language, policy.staffTimeZone);
  return [
    {
      key: "candidate",
      header: words.candidate,
      rowHeader: true,
      cell: (line) => (
        <>
          {line.personName}
          <span className="block font-normal text-muted">{line.organisationName}</span>
          <span className="block font-normal text-muted md:hidden">
            {words.sat}: {handedIn(line)}
          </span>
        </>
      ),
    },
    {
      key: "sat",
      header: words.sat,
      wideOnly: true,
      cell: handedIn,
    },
    {
      key: "before",
      header: words.scoreBefore,
      align: "end",
      wideOnly: true,
      cell: (line) => result(line.scoreBefore, line.passedBefore),
    },
    {
      key: "after",
      header: words.scoreAfter,
      align: "end",
      cell: (line) => (
        <>
          {result(line.scoreAfter, line.passedAfter)}
          <span className="block text-muted md:hidden">
            {words.scoreBefore}: {formatExactPercent(line.scoreBefore, language)},{" "}
            {line.passedBefore ? words.passed : words.failed}
          </span>
          {line.missedAfter.length > 0 && (
            <span className="ml-auto block max-w-64 text-muted">
              {words.missed(line.missedAfter.map((section) => sectionNames[language][section]).join(", "))}
            </span>
          )}
        </>
      ),
    },
    {
      key: "consequence",
      header: words.consequence,
      cell: ({ consequence }) => words.consequences[consequence],
    },
  ];
}

function useStandingColumns(): Column<RegradeStanding>[] {
  const words = useMessages(messages);
  const language = useLanguage();
  const standing = (status: string, count: number) => (
    <span className="inline-flex flex-wrap items-center gap-2">
      <StatusBadge status={status as OrganisationStatus} />
      {words.count(formatNumber(count, language))}
    </span>
  );
  return [
    { key: "organisation", header: words.organisation, rowHeader: true, cell: ({ name }) => name },
    { key: "before", header: words.before, cell: (row) => standing(row.statusBefore, row.countBefore) },
    { key: "after", header: words.after, cell: (row) => standing(row.statusAfter, row.countAfter) },
  ];
}
