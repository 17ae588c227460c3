import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { HandInPage } from "~/components/exam/hand-in-page";
import type { HandInVenue } from "~/components/exam/use-hand-in";
import { watchPage } from "~/components/exam/watch-page";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { handInExam } from "~/eligibility/hand-in-exam.server";
import { isAnswered } from "~/examination/response";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { sitting } from "~/web/sitting.server";
import { messages } from "./messages";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { language, attempt, answers, timeZone, actor, now } = await sitting(args);
  return {
    title: messages[language].title,
    attemptId: attempt.id,
    candidate: actor.fullName,
    now: now.toISOString(),
    deadlineAt: attempt.deadlineAt.toISOString(),
    over: now >= attempt.deadlineAt,
    zone: timeZone,
    count: answers.length,
    open: answers.filter(({ response }) => !isAnswered(response)).map(({ ordinal }) => ordinal),
    flagged: answers.filter((answer) => answer.flagged).map(({ ordinal }) => ordinal),
  };
});

/** Hands in once, however often it is sent: whoever comes second is led to the result of the first. */
export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "exam.sit");
  const attemptId = idParam(args, "attemptId");
  await handInExam(portal.db, { attemptId, by: "candidate", personId: actor.personId }, now, portal.random);
  return redirect(paths.examResult(attemptId));
});

/** Without JavaScript it leads to the result by itself, as the page of the questions does. */
export const meta: MetaFunction<typeof loader> = (page) => [
  ...pageTitle(page),
  ...(page.data?.over ? [{ httpEquiv: "refresh", content: "15" }] : []),
];

export default function HandIn() {
  const page = useLoaderData<typeof loader>();
  const { attemptId } = page;
  const venue = useMemo<HandInVenue>(
    () => ({
      id: attemptId,
      page: (ordinal) => paths.attempt(attemptId, ordinal),
      answer: paths.answer(attemptId),
      // It belongs to the exam, so whoever leaves from here leaves the exam.
      watch: (current) =>
        watchPage({ id: attemptId, page: paths.attempt(attemptId), events: paths.examEvents(attemptId) }, current),
    }),
    [attemptId],
  );
  return <HandInPage venue={venue} page={page} />;
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
