import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { itemBankMessages } from "~/components/item-bank/item-bank-messages";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { Pagination } from "~/components/pagination";
import { ProblemPage } from "~/components/problem-page";
import { selectBankPage, selectSectionCounts } from "~/examination/authoring/bank-queries.server";
import { outdatedLanguages } from "~/examination/authoring/outdated-texts";
import { isTextCut, readBankQuestion } from "~/examination/authoring/read-bank-question";
import { stemExcerpt } from "~/examination/authoring/stem-excerpt.server";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { readDrawFault } from "~/examination/draw-fault.server";
import { generatorName } from "~/examination/generators/generator-names";
import { selectProgramme } from "~/examination/programme-queries.server";
import { sections } from "~/examination/section-names";
import { allows } from "~/people/permissions";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { bankColumns } from "./bank-columns";
import { BankFilters, isFiltered } from "./filters";
import { messages } from "./messages";
import { SectionCounts } from "./section-counts";
import { TakeAway } from "./take-away";

const longestExcerpt = 110;

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "item_bank.read");
  const query = new URL(args.request.url).searchParams;
  const question = readBankQuestion(query);
  const { blueprint } = await selectProgramme(portal.db, secondLevelAdministrator.code, now);
  const counts = new Map((await selectSectionCounts(portal.db)).map((count) => [count.section, count]));
  const { rows, total } = await selectBankPage(portal.db, question);
  const nothing = { certification: 0, practice: 0, underWay: 0 };
  return json({
    title: itemBankMessages[language].bank,
    question,
    textCut: isTextCut(query),
    total,
    rows: rows.map(({ stemEn, stemDe, englishRevised, germanRevised, outdatedTexts, ...row }) => ({
      ...row,
      outdated: outdatedLanguages({ englishRevised, germanRevised, outdatedTexts }),
      question: stemExcerpt((language === "de" ? stemDe : stemEn) ?? "", longestExcerpt),
      generator: row.generator && generatorName(row.generator, language),
    })),
    counts: sections.map((section) => ({
      section,
      needed: blueprint.sections.find((each) => each.section === section)?.items ?? 0,
      ...(counts.get(section) ?? nothing),
    })),
    noForm: (await readDrawFault(portal.db, blueprint)) !== null,
    mayWrite: allows(actor, "item.write"),
  });
});

export const meta = pageTitle;

export default function ItemBank() {
  const { title, question, textCut, rows, total, counts, noForm, mayWrite } = useLoaderData<typeof loader>();
  const words = useMessages(messages);
  const language = useLanguage();
  const filtered = isFiltered(question);
  return (
    <>
      <PageHeader
        title={title}
        action={
          mayWrite && (
            <LinkButton look="primary" to={paths.newItem()}>
              {words.add}
            </LinkButton>
          )
        }
      >
        {words.intro}
      </PageHeader>
      {noForm && (
        <Notice tone="danger" title={words.noForm}>
          <Link to={paths.formOutlook()} className="link">
            {words.whyNoForm}
          </Link>
        </Notice>
      )}
      <SectionCounts rows={counts} />
      <BankFilters question={question} textCut={textCut} />
      <DataTable
        caption={words.caption}
        columns={bankColumns(language)}
        rows={rows}
        rowKey={({ itemId }) => itemId}
        rowLink={({ itemId }) => paths.item(itemId)}
        sort={{ key: question.sort, direction: question.direction }}
        empty={
          <EmptyState title={filtered ? words.empty : words.none}>
            {filtered ? words.emptyHint : words.noneHint}
          </EmptyState>
        }
      />
      {total > 0 && <Pagination page={question.page} perPage={question.perPage} total={total} />}
      <TakeAway mayWrite={mayWrite} />
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
