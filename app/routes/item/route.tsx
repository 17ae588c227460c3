import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type SerializeFrom } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { formOutcome } from "~/components/form-outcome";
import { itemBankMessages } from "~/components/item-bank/item-bank-messages";
import { ItemStatusBadge, OutdatedBadges } from "~/components/item-bank/item-status-badge";
import { useLanguage, useMessages } from "~/components/language";
import { FlashRegion } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { RegradesInForce } from "~/components/regrade-in-force";
import { selectItemHead } from "~/examination/authoring/version-queries.server";
import { sectionNames } from "~/examination/section-names";
import { selectAnsweredVersions } from "~/examination/statistics/statistics-queries.server";
import { allows } from "~/people/permissions";
import { answering } from "~/web/answering.server";
import { readForm } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { tellRegrades } from "~/web/tell-regrades.server";
import { actOnItem, permissionFor } from "./act-on-item.server";
import { CandidateSection } from "./candidate-section";
import { doneMessages } from "./done-messages";
import { Happenings } from "./happenings";
import { isIndispensable, loadItem, readItemQuestion } from "./load-item.server";
import { messages } from "./messages";
import { outdatedApprovalMessages } from "./outdated-approval-messages";
import { Remarks } from "./remarks";
import { ReviewForms } from "./review-forms";
import { Standing } from "./standing";
import { TextsTable } from "./texts-table";
import { VersionList } from "./version-list";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "item_bank.read");
  const question = readItemQuestion(args.request.url, language);
  const item = await loadItem(portal.db, idParam(args, "itemId"), question, actor.personId);
  const mayCompare = allows(actor, "exam_statistics.read");
  const answered = mayCompare ? await selectAnsweredVersions(portal.db, item.head.itemId) : [];
  const done = new URL(args.request.url).searchParams.get("done") ?? "";
  return json({
    flash: wordsOf(done, language),
    title: messages[language].title(item.head.code),
    ...item,
    outdatedAsked: item.outdated.length > 0 ? outdatedAsked(language, item.readsAlike) : null,
    shownIn: question.language,
    example: question.example,
    indispensable: item.inUse !== null && (await isIndispensable(portal.db, item.head, now)),
    regrades: await tellRegrades(portal.db, actor, language, { on: "item", itemId: item.head.itemId }),
    statistics: answered.find(({ version }) => version === item.version) ?? answered[0] ?? null,
    mayWrite: allows(actor, "item.write"),
  });
});

/** Null for what is no step. */
const wordsOf = (done: string, language: "en" | "de"): string | null =>
  Object.hasOwn(doneMessages.en, done) ? doneMessages[language][done as keyof typeof doneMessages.en] : null;

function outdatedAsked(language: "en" | "de", readsAlike: boolean) {
  const { confirmed, left, title, question, shown, alike } = outdatedApprovalMessages[language];
  return {
    ...{ title, question, shown: readsAlike ? `${shown} ${alike}` : shown },
    choices: [
      { value: "confirmed", label: confirmed },
      { value: "left", label: left },
    ],
  };
}

const languages = ["en", "de"] as const;

export type ItemData = SerializeFrom<typeof loader>;

export const action = answering(async (args: ActionFunctionArgs) => {
  await may(args, "item_bank.read");
  const form = await readForm(args.request);
  const { portal, actor, now } = await may(args, permissionFor(form));
  const { itemId } = await selectItemHead(portal.db, idParam(args, "itemId"));
  return actOnItem(portal, form, { itemId, actorId: actor.personId }, now);
});

export const meta = pageTitle;

export default function ItemPage() {
  const data = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const bank = useMessages(itemBankMessages);
  const language = useLanguage();
  const { title, head, version, latest, status, outdated, preview, statistics, mayWrite } = data;
  return (
    <>
      <PageHeader
        title={title}
        breadcrumb={[{ label: bank.bank, to: paths.items() }]}
        action={
          <>
            {statistics && (
              <LinkButton to={paths.itemStatistics(statistics.itemVersionId)}>
                {words.statistics(statistics.version, version)}
              </LinkButton>
            )}
            {mayWrite && (
              <LinkButton
                look={status === "draft" || status === "in_review" ? "quiet" : "primary"}
                to={paths.changeItem(head.itemId)}
              >
                {words.change}
              </LinkButton>
            )}
          </>
        }
      >
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <ItemStatusBadge status={status} />
          <OutdatedBadges languages={languages.filter((each) => outdated.some((part) => part.language === each))} />
          <span>
            {[sectionNames[language][head.section], bank.kinds[preview.kind], bank.pools[head.pool]].join(" · ")}
          </span>
        </span>
        {version !== latest && (
          <p className="mt-2">
            {words.olderVersion}{" "}
            <Link to={paths.item(head.itemId)} className="link">
              {words.toLatest}
            </Link>
          </p>
        )}
      </PageHeader>
      <FlashRegion flash={data.flash ? { tone: "success", text: data.flash } : null} />
      <div className="flex flex-col gap-5">
        <RegradesInForce regrades={data.regrades} />
        <CandidateSection data={data} />
        {mayWrite && <ReviewForms key={`${version}/${status}`} data={data} outcome={outcome} />}
        <TextsTable texts={data.texts} outdated={outdated} />
        <VersionList data={data} />
        <Remarks data={data} outcome={outcome} />
        <Happenings happenings={data.happenings} />
        <Standing data={data} />
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
