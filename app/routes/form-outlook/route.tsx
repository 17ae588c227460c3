import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { ClauseList } from "~/components/clause-list";
import { DataTable } from "~/components/data-table";
import { drawMessages } from "~/components/draw-messages";
import { DrawNotice } from "~/components/draw-notice";
import { EmptyState } from "~/components/empty-state";
import { formatExactPercent } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { statisticsMessages } from "~/components/statistics-messages";
import { selectFirstCodes } from "~/examination/bank-items-queries.server";
import { attemptsTried, bankOutlook, formsCompared } from "~/examination/bank-outlook";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { clauseNames } from "~/examination/clause-tags";
import { readFormCandidates } from "~/examination/form-candidates.server";
import { selectProgramme } from "~/examination/programme-queries.server";
import { sectionNames } from "~/examination/section-names";
import { statisticsPolicy } from "~/examination/statistics/item-statistics";
import { readMeasuredDifficulties } from "~/examination/statistics/measured-difficulty.server";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";
import { WithoutGuess } from "./without-guess";

/** So many items without a guess are named. */
const mostNamed = 10;

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language, now } = await may(args, "item_bank.read");
  const programme = await selectProgramme(portal.db, secondLevelAdministrator.code, now);
  const measured = await readMeasuredDifficulties(portal.db, now);
  const candidates = await readFormCandidates(portal.db, null);
  const { withoutGuess, ...outlook } = bankOutlook(programme.blueprint, candidates, measured);
  const named = (clauses: typeof outlook.uncovered) => clauses.map((clause) => clauseNames[clause][language]);
  const { fault } = outlook;
  return {
    title: messages[language].title,
    programme: language === "de" ? programme.nameDe : programme.nameEn,
    cutScorePercent: programme.cutScorePercent,
    ...outlook,
    uncovered: named(outlook.uncovered),
    coveredOnce: named(outlook.coveredOnce),
    withoutGuess: {
      count: withoutGuess.length,
      first: await selectFirstCodes(portal.db, withoutGuess, mostNamed),
    },
    fault: fault && "clause" in fault ? { clause: clauseNames[fault.clause][language] } : fault,
    attemptsTried,
    formsCompared,
  };
});

export const meta = pageTitle;

export default function FormOutlook() {
  const outlook = useLoaderData<typeof loader>();
  const words = useMessages(messages);
  const { title: statistics } = useMessages(statisticsMessages);
  const drawing = useMessages(drawMessages);
  const language = useLanguage();
  const percent = (value: number) => formatExactPercent(value, language);
  const { expected } = outlook;
  return (
    <>
      <PageHeader
        title={outlook.title}
        action={
          <>
            <LinkButton to={paths.examStatistics()}>{statistics}</LinkButton>
            <LinkButton to={paths.examWindows()}>{words.windows}</LinkButton>
          </>
        }
      >
        {outlook.programme}. {words.intro}
      </PageHeader>
      <div className="flex flex-col gap-5">
        <DrawNotice {...outlook} />
        <ClauseList title={drawing.uncovered} clauses={outlook.uncovered} />
        <ClauseList title={drawing.once} clauses={outlook.coveredOnce} />
        <DataTable
          caption={words.sections}
          showCaption
          rows={outlook.sections}
          rowKey={({ section }) => section}
          empty={<EmptyState title={words.sections} />}
          columns={[
            {
              key: "section",
              header: words.section,
              cell: ({ section }) => sectionNames[language][section],
              rowHeader: true,
            },
            { key: "needed", header: words.needed, cell: ({ needed }) => needed, align: "end" },
            { key: "bank", header: words.inBank, cell: ({ fixed, generated }) => fixed + generated, align: "end" },
            {
              key: "generated",
              header: words.generated,
              cell: ({ generated }) => words.endless(generated),
              align: "end",
            },
            { key: "missing", header: words.missing, cell: ({ missing }) => missing, align: "end" },
          ]}
        />
        <Section title={words.difficulty}>
          <p className="max-w-[70ch]">
            {"unknown" in expected
              ? words.unknown[expected.unknown]
              : words.difficultyText(
                  outlook.formsCompared,
                  percent(expected.least),
                  percent(expected.mean),
                  percent(expected.most),
                  percent(outlook.cutScorePercent),
                  expected.measured.most > 0,
                )}{" "}
            {!("unknown" in expected) &&
              words.measured(
                expected.items,
                expected.measured.fewest,
                expected.measured.most,
                statisticsPolicy.fewestResponses,
              )}
          </p>
          <WithoutGuess items={outlook.withoutGuess} assumed={!("unknown" in expected)} />
        </Section>
      </div>
    </>
  );
}
