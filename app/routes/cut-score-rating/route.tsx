import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { LinkButton, SubmitButton } from "~/components/button";
import { cutScoreMessages } from "~/components/cut-score-messages";
import { EmptyState } from "~/components/empty-state";
import { formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { Progress } from "~/components/progress";
import { progressOf } from "~/examination/cut-score/ballot-progress";
import { rateItems } from "~/examination/cut-score/judge-items.server";
import { type BallotItem, readBallot } from "~/examination/cut-score/read-ballot.server";
import { sectionNames, sections } from "~/examination/section-names";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { ratingsSchema } from "~/web/sent-ratings.server";
import { BallotForm, ballotId } from "./ballot-form";
import { messages } from "./messages";
import { DiscussedItem, fieldOf, startOf } from "./rated-item";
import { onlyKeep } from "./use-kept-ratings";

/** Of the buttons that keep what was typed and go to another section. */
const nextSection = "next";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "account.own");
  const studyId = idParam(args, "studyId");
  const ballot = await readBallot(portal.db, { studyId, personId: actor.personId, language }, now);
  const query = new URL(args.request.url).searchParams;
  const progress = progressOf(ballot.items);
  const offered = progress.sections.map(({ section }) => section);
  const asked = ballot.items.find(({ itemVersionId }) => itemVersionId === query.get("item"));
  const section = offered.find((one) => one === (asked?.section ?? query.get("section"))) ?? offered[0] ?? null;
  return json({
    studyId,
    title: ballot.title,
    round: ballot.round,
    open: ballot.open,
    closed: ballot.closed,
    asked: asked?.itemVersionId,
    section,
    saved: query.has("saved"),
    progress,
    items: query.has(onlyKeep) ? [] : ballot.items.filter((item) => item.section === section),
  });
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "account.own");
  const studyId = idParam(args, "studyId");
  const form = await readForm(args.request);
  const judge = { studyId, personId: actor.personId };
  const next = sections.find((section) => section === form.get(nextSection));
  return submitted(form, ratingsSchema(form), async (typed) => {
    if (!next) {
      await rateItems(portal.db, { ...judge, ratings: typed }, now);
      const query = new URL(args.request.url).searchParams;
      if (query.has(onlyKeep)) return json(null);
      const section = query.get("section") ?? undefined;
      return redirect(paths.rateItems(studyId, section, "1"));
    }
    // Whoever only moves on has not said that what they said in the last round stands.
    const { items } = await readBallot(portal.db, { ...judge, language }, now);
    const untouched = new Map(items.map((item) => [item.itemVersionId, startOf(item)]));
    const ratings = typed.filter(({ itemVersionId, percent }) => untouched.get(itemVersionId) !== percent);
    if (ratings.length > 0) await rateItems(portal.db, { ...judge, ratings }, now);
    return redirect(paths.rateItems(studyId, next, ratings.length > 0 ? "1" : undefined));
  });
});

export const meta = pageTitle;

export default function CutScoreRating() {
  const data = useLoaderData<typeof loader>();
  const { studyId, title, round, open, section, items, saved } = data;
  /** Kept in this section since the page was read. */
  const [added, setAdded] = useState(0);
  const { progress } = data;
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const shared = useMessages(cutScoreMessages);
  const language = useLanguage();
  const crumbs = [
    { label: shared.title, to: paths.cutScores() },
    { label: title, to: paths.cutScore(studyId) },
  ];
  if (round === null || section === null) {
    return (
      <>
        <PageHeader title={shared.rate} breadcrumb={crumbs} />
        <EmptyState
          title={data.closed ? words.overTitle : words.closedTitle}
          action={<LinkButton to={paths.cutScore(studyId)}>{words.back}</LinkButton>}
        >
          {data.closed ? words.over : words.closed}
        </EmptyState>
      </>
    );
  }
  const labelled = items.map(({ itemVersionId, code }) => ({
    field: fieldOf(outcome, itemVersionId),
    label: code,
  }));
  return (
    <>
      <PageHeader title={`${shared.rate}: ${shared.round(round)}`} breadcrumb={crumbs}>
        <span className="block max-w-prose">{open ? words.intro : words.discussed}</span>
      </PageHeader>
      {saved && !outcome && (
        <div className="mb-5">
          <Notice tone="success">{words.saved}</Notice>
        </div>
      )}
      <Progress
        label={words.progress}
        value={progress.rated + added}
        max={progress.items}
        text={words.progressText(progress.rated + added, progress.items)}
      />
      {/* Enter in a field presses the first button of its form: to save, not to go to a section. */}
      {open && <button type="submit" form={ballotId} hidden aria-hidden="true" tabIndex={-1} />}
      <nav aria-label={words.sections} className="mt-4 mb-2 flex flex-wrap gap-2">
        {progress.sections.map((one) => {
          const look = one.section === section ? "primary" : "quiet";
          const label = `${sectionNames[language][one.section]} (${words.progressText(one.rated + (one.section === section ? added : 0), one.items)})`;
          const current = one.section === section ? ("page" as const) : undefined;
          return open ? (
            <SubmitButton
              key={one.section}
              look={look}
              form={ballotId}
              name={nextSection}
              value={one.section}
              aria-current={current}
            >
              {label}
            </SubmitButton>
          ) : (
            <LinkButton key={one.section} look={look} to={paths.rateItems(studyId, one.section)} aria-current={current}>
              {label}
            </LinkButton>
          );
        })}
      </nav>
      <p className="mb-5 text-sm text-muted">{open && words.sectionsHint}</p>
      <FormProblem outcome={outcome} fields={labelled} />
      {open ? (
        <BallotForm
          key={section}
          studyId={studyId}
          section={section}
          items={items as unknown as BallotItem[]}
          asked={data.asked}
          outcome={outcome}
          counted={setAdded}
        />
      ) : (
        <div className="flex flex-col items-start gap-4">
          {items.map((item) => (
            <DiscussedItem key={item.itemVersionId} item={item as unknown as BallotItem} />
          ))}
          <LinkButton to={paths.cutScore(studyId)}>{words.back}</LinkButton>
        </div>
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
