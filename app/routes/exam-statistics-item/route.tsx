import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { DefinitionList } from "~/components/definition-list";
import { EmptyState } from "~/components/empty-state";
import { EstimateFigure } from "~/components/estimate";
import { formatNumber, formatPercent } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { ItemFlags } from "~/components/item-flags";
import { useLanguage, useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { RegradesInForce } from "~/components/regrade-in-force";
import { Section } from "~/components/section";
import { statisticsMessages } from "~/components/statistics-messages";
import { sectionNames } from "~/examination/section-names";
import { deadOptions, type ItemFlag, type RaisedFlag } from "~/examination/statistics/item-flags";
import { type ItemStatistics, statisticsPolicy } from "~/examination/statistics/item-statistics";
import { readExamStatistics } from "~/examination/statistics/read-exam-statistics.server";
import { policy } from "~/kernel/policy";
import { notFound } from "~/kernel/rejection";
import { allows } from "~/people/permissions";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { tellRegrades } from "~/web/tell-regrades.server";
import { messages } from "./messages";
import { OptionChart } from "./option-chart";
import { letterOf } from "./option-letter";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "exam_statistics.read");
  const itemVersionId = idParam(args, "itemVersionId");
  const { items } = await readExamStatistics(portal.db, language, now);
  const line = items.find((item) => item.itemVersionId === itemVersionId);
  if (!line) throw notFound();
  const about = { on: "statistics" as const, itemId: line.itemId, itemVersionId };
  return json({
    line,
    regrades: await tellRegrades(portal.db, actor, language, about),
    mayRegrade: allows(actor, "regrade.write"),
    top: statisticsMessages[language].title,
  });
});

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) =>
  pageTitle({ ...page, data: { title: data && `${data.line.code} – ${data.top}` } });

export default function ItemStatisticsPage() {
  const { line, regrades, mayRegrade, top } = useLoaderData<typeof loader>();
  const words = useMessages(messages);
  const names = useMessages(statisticsMessages);
  const language = useLanguage();
  const { statistics, responses, exposure, flags, counted } = line;
  const options = statistics?.options ?? [];
  const dead = deadOptions({ options }).map(({ id }) => letterOf(options, id));
  const advice = flags.length > 0 ? flags.map((raised) => adviceOn(raised, words, dead)) : [words.advice.none];
  return (
    <>
      <PageHeader
        title={line.code}
        breadcrumb={[{ label: top, to: paths.examStatistics() }]}
        action={
          <>
            {mayRegrade && responses > 0 && (
              <LinkButton to={paths.newRegrade(line.itemVersionId)}>{words.regrade}</LinkButton>
            )}
            <LinkButton to={paths.item(line.itemId)}>{words.openItem}</LinkButton>
          </>
        }
      >
        {[sectionNames[language][line.section], names.kinds[line.kind], names.version(line.version)].join(", ")}
        {". "}
        {words.exposureText(formatNumber(responses, language), formatPercent(exposure, language))}.
      </PageHeader>
      <div className="grid gap-5">
        <RegradesInForce regrades={regrades} />
        {statistics ? (
          <>
            <Section title={words.what}>
              <ItemFlags flags={flags} />
              {advice.map((sentence) => (
                <p key={sentence} className="mt-2 max-w-prose">
                  {sentence}
                </p>
              ))}
            </Section>
            <Section title={words.figures}>
              <Figures statistics={statistics} />
            </Section>
            {options.length > 0 && (
              <Section title={words.options}>
                {counted && (
                  <p className="mb-3 max-w-prose">
                    {words.generated(
                      formatNumber(counted.responses, language),
                      formatInstant(counted.at, language, policy.staffTimeZone, "stamp"),
                    )}
                  </p>
                )}
                <p className="mb-3 max-w-prose text-muted">{words.optionsIntro}</p>
                <OptionChart options={options} texts={line.optionTexts} />
              </Section>
            )}
          </>
        ) : (
          <EmptyState title={words.fewTitle}>{words.few(responses, statisticsPolicy.fewestResponses)}</EmptyState>
        )}
      </div>
    </>
  );
}

/** As sure as the figure is: what its interval leaves open is said with a "perhaps". */
function adviceOn({ flag, sure }: RaisedFlag, words: (typeof messages)["en"], dead: readonly string[]): string {
  if (flag === "dead_distractor") return words.dead(dead, sure);
  const unsure: Partial<Record<ItemFlag, string>> = words.perhaps;
  return (sure ? undefined : unsure[flag]) ?? words.advice[flag];
}

function Figures({ statistics }: { statistics: ItemStatistics }) {
  const words = useMessages(messages);
  const names = useMessages(statisticsMessages);
  const language = useLanguage();
  const { difficulty, restCorrelation, time, drift, omitted } = statistics;
  const entries = [
    { term: names.difficulty, value: <EstimateFigure estimate={difficulty} percent /> },
    { term: names.restCorrelation, value: <EstimateFigure estimate={restCorrelation} /> },
    { term: words.omitted, value: formatNumber(omitted, language) },
  ];
  const times = time
    ? [
        { term: names.time, value: `${formatNumber(time.medianSeconds, language)} s` },
        { term: words.p90, value: `${formatNumber(time.p90Seconds, language)} s` },
      ]
    : [];
  const drifts = drift
    ? [
        { term: words.before, value: <EstimateFigure estimate={drift.earlier} percent /> },
        {
          term: words.drift(statisticsPolicy.recentDays),
          value: <EstimateFigure estimate={drift.recent} percent />,
        },
      ]
    : [];
  return <DefinitionList entries={[...entries, ...times, ...drifts]} />;
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
