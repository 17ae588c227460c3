import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import { HandInPage } from "~/components/exam/hand-in-page";
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
  const { language, attempt, answers, timeZone } = await sitting(args);
  return {
    title: messages[language].title,
    attemptId: attempt.id,
    deadlineAt: attempt.deadlineAt.toISOString(),
    timeZone,
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

export const meta = pageTitle;

export default function HandIn() {
  const { attemptId, ...toHandIn } = useLoaderData<typeof loader>();
  const { count } = toHandIn;
  // It belongs to the exam, so whoever leaves from here leaves the exam; it stands after the last question.
  useEffect(() => {
    const watched = { id: attemptId, page: paths.attempt(attemptId), events: paths.examEvents(attemptId) };
    return watchPage(watched, () => count).stop;
  }, [attemptId, count]);
  return <HandInPage id={attemptId} pageOf={(ordinal) => paths.attempt(attemptId, ordinal)} {...toHandIn} />;
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
