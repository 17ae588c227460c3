import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { answerPractice, nextPracticeItem } from "~/examination/answer-practice.server";
import { finishPractice, isOver } from "~/examination/finish-practice.server";
import { fieldNames, type GivenAnswer, givenFrom } from "~/examination/given-answer";
import { type PracticeRound, selectOptionalRound, selectPracticeItems } from "~/examination/practice-queries.server";
import { isAnswered } from "~/examination/response";
import type { ResponseFault } from "~/examination/save-answer.server";
import { sectionNames } from "~/examination/section-names";
import { notFound } from "~/kernel/rejection";
import { answering } from "~/web/answering.server";
import { readForm } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { loadReview, loadSectionRound } from "./load-round.server";
import { messages } from "./messages";
import { MockResult } from "./mock-result";
import { RoundSummary } from "./round-summary";
import { SectionRound } from "./section-round";

/** What came back with the form: no answer, one that could not be read, or an order that is being made without JavaScript. */
export interface Returned {
  readonly ordinal: number;
  readonly given: GivenAnswer;
  readonly fault: PracticeFault | null;
}

export type PracticeFault = ResponseFault | "unanswered";

/** A number that lacks its unit has a fault of its own. */
const isBlank = (given: GivenAnswer): boolean => (given.kind === "numeric" ? given.value === null : !isAnswered(given));

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "practice.use");
  const key = { roundId: idParam(args, "roundId"), personId: actor.personId };
  let round = await selectOptionalRound(portal.db, key);
  if (round && !round.finishedAt && isOver(round, now)) {
    await finishPractice(portal.db, key, now);
    round = await selectOptionalRound(portal.db, key);
  }
  if (!round) throw notFound();
  const words = messages[language];
  const title = round.section ? words.titleOf(sectionNames[language][round.section]) : words.mockTitle;
  return { title, state: await stateOf(round) };

  async function stateOf(open: PracticeRound) {
    const { db } = portal;
    if (open.kind === "section") {
      return open.finishedAt
        ? ({ view: "summary", result: open.result } as const)
        : ({ view: "section", question: await loadSectionRound(db, open, language) } as const);
    }
    // Under way it is a page of its own, without the portal around it.
    if (!open.finishedAt) throw redirectDocument(paths.mockExam(open.id));
    return { view: "result", result: open.result, questions: await loadReview(db, open, language) } as const;
  }
});

/** One form of practice by section, sent by its buttons: `next` and `finish` go on; everything else takes the answer first. */
export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "practice.use");
  const key = { roundId: idParam(args, "roundId"), personId: actor.personId };
  const round = await selectOptionalRound(portal.db, key);
  if (round?.kind !== "section") throw notFound();
  const fields = await readForm(args.request);
  const go = String(fields.get("go") ?? "");
  if (go === "next") await nextPracticeItem(portal.db, key);
  const item = (await selectPracticeItems(portal.db, round.id)).find(
    ({ ordinal }) => ordinal === Number(fields.get("ordinal")),
  );
  if (item && go !== "next") {
    const given = givenFrom(item.kind, fields);
    const { ordinal } = item;
    if (fields.has(fieldNames.move)) return json<Returned>({ ordinal, given, fault: null });
    // Graded at once and never again: a press too early takes nothing.
    if (isBlank(given) && go !== "finish") {
      return json<Returned>({ ordinal, given, fault: "unanswered" }, { status: 400 });
    }
    const taken = await answerPractice(portal.db, { ...key, ordinal, given, language }, now);
    if (taken.outcome === "unusable") return json<Returned>({ ordinal, given, fault: taken.fault }, { status: 400 });
  }
  if (go === "finish") await finishPractice(portal.db, key, now);
  // Where to read on: at what the answer brought, or at the next question.
  const anchor = go === "finish" ? "" : go === "next" ? "#question" : "#feedback";
  return redirect(`${paths.practiceRound(round.id, item?.ordinal)}${anchor}`);
});

export const meta = pageTitle;

export default function PracticeRoundPage() {
  const { title, state } = useLoaderData<typeof loader>();
  const returned = useActionData() as unknown as Returned | undefined;
  const words = useMessages(messages);
  return (
    <>
      <PageHeader title={title} breadcrumb={[{ label: words.practice, to: paths.practice() }]} />
      {state.view === "section" && <SectionRound question={state.question} returned={returned} />}
      {state.view === "summary" && <RoundSummary result={state.result} />}
      {state.view === "result" && <MockResult result={state.result} questions={state.questions} />}
    </>
  );
}
