import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LinkButton, SubmitButton } from "~/components/button";
import { Disclosure } from "~/components/confirm";
import { cutScoreMessages } from "~/components/cut-score-messages";
import { EmptyState } from "~/components/empty-state";
import type { FieldBinding } from "~/components/form-field";
import { type FormOutcome, formFields, formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { ItemStem } from "~/components/item/item-stem";
import { ItemView } from "~/components/item/item-view";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { Progress } from "~/components/progress";
import { InputField } from "~/components/text-field";
import { rateItems } from "~/examination/cut-score/judge-items.server";
import { type BallotItem, readBallot } from "~/examination/cut-score/read-ballot.server";
import { hasPartialCredit } from "~/examination/grade-item";
import { sectionNames, sections } from "~/examination/section-names";
import type { ShownItem } from "~/examination/shown-item";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { idParam, isId } from "~/web/params.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";

const prefix = "percent-";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "account.own");
  const studyId = idParam(args, "studyId");
  const ballot = await readBallot(portal.db, { studyId, personId: actor.personId, language }, now);
  const query = new URL(args.request.url).searchParams;
  const offered = sections.filter((section) => ballot.items.some((item) => item.section === section));
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
    total: ballot.items.length,
    rated: ballot.items.filter(({ percent }) => percent !== null).length,
    sections: offered.map((one) => {
      const here = ballot.items.filter((item) => item.section === one);
      return { section: one, items: here.length, rated: here.filter(({ percent }) => percent !== null).length };
    }),
    items: ballot.items.filter((item) => item.section === section),
  });
});

const percent = z.coerce.number().int().min(0).max(100).optional();

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "account.own");
  const studyId = idParam(args, "studyId");
  const form = await readForm(args.request);
  const named = [...new Set(form.keys())].filter((name) => name.startsWith(prefix) && isId(name.slice(prefix.length)));
  const schema = z.object(Object.fromEntries(named.slice(0, 300).map((name) => [name, percent])));
  return submitted(form, schema, async (given) => {
    const ratings = Object.entries(given).flatMap(([name, value]) =>
      value === undefined ? [] : [{ itemVersionId: name.slice(prefix.length), percent: value }],
    );
    await rateItems(portal.db, { studyId, personId: actor.personId, ratings }, now);
    return redirect(paths.rateItems(studyId, new URL(args.request.url).searchParams.get("section") ?? undefined, "1"));
  });
});

export const meta = pageTitle;

export default function CutScoreRating() {
  const data = useLoaderData<typeof loader>();
  const { studyId, title, round, open, section, items, saved, rated, total } = data;
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
      <Progress label={words.progress} value={rated} max={total} text={words.progressText(rated, total)} />
      <nav aria-label={words.sections} className="mt-4 mb-5 flex flex-wrap gap-2">
        {data.sections.map((one) => (
          <Link
            key={one.section}
            to={paths.rateItems(studyId, one.section)}
            aria-current={one.section === section ? "page" : undefined}
            className={one.section === section ? "button button-primary" : "button button-quiet"}
          >
            {sectionNames[language][one.section]} ({words.progressText(one.rated, one.items)})
          </Link>
        ))}
      </nav>
      <FormProblem outcome={outcome} fields={labelled} />
      {open ? (
        <Form
          method="post"
          action={paths.rateItems(studyId, section)}
          key={section}
          className="flex flex-col gap-4"
          noValidate
        >
          {items.map((item) => (
            <RatedItem
              key={item.itemVersionId}
              item={item as unknown as BallotItem}
              isAsked={item.itemVersionId === data.asked}
              outcome={outcome}
            />
          ))}
          <div>
            <SubmitButton>{words.save}</SubmitButton>
          </div>
        </Form>
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

function fieldOf(outcome: FormOutcome | undefined, itemVersionId: string): FieldBinding {
  const name = `${prefix}${itemVersionId}`;
  const fields: Record<string, FieldBinding> = formFields(outcome, `${name}?`);
  return fields[name] ?? { name };
}

const anchorOf = ({ itemVersionId }: BallotItem): string => `item-${itemVersionId}`;

function DiscussedItem({ item }: { item: BallotItem }) {
  const words = useMessages(messages);
  return (
    <section id={anchorOf(item)} aria-label={item.code} className="card w-full p-4">
      <h2 className="mb-2 text-base">{item.code}</h2>
      <Question item={item} />
      {item.percent !== null && <p className="mt-2 text-muted">{words.own(item.percent)}</p>}
    </section>
  );
}

function Question({ item }: { item: BallotItem }) {
  const words = useMessages(messages);
  return (
    <>
      <ItemView item={item.shown as ShownItem} answer={null} onChange={() => undefined} readOnly />
      <Disclosure label={words.key}>
        <ItemStem html={item.rationale} size="text-base" />
      </Disclosure>
    </>
  );
}

interface RatedItemProps {
  item: BallotItem;
  /** The address names this one. */
  isAsked: boolean;
  outcome: FormOutcome | undefined;
}

function RatedItem({ item, isAsked, outcome }: RatedItemProps) {
  const words = useMessages(messages);
  const field = fieldOf(outcome, item.itemVersionId);
  const partial = hasPartialCredit(item.shown.kind);
  // Whoever stays with what they said has nothing to type.
  const start = item.percent ?? item.before?.own ?? null;
  return (
    <section id={anchorOf(item)} aria-label={item.code} className="card p-4">
      <h2 className="mb-2 text-base">{item.code}</h2>
      <Disclosure label={words.show} open={isAsked || item.percent === null}>
        <Question item={item} />
      </Disclosure>
      {item.before && <p className="mt-2 text-muted">{words.before(item.before.own, Math.round(item.before.mean))}</p>}
      <div className="mt-3">
        <InputField
          field={field}
          label={partial ? words.pointsPercent : words.percent}
          hint={partial ? words.pointsPercentHint : words.percentHint}
          hideOptional
          type="number"
          min={0}
          max={100}
          size={5}
          {...(start !== null && { defaultValue: String(start) })}
        />
      </div>
    </section>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
