import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { HandInPage } from "~/components/exam/hand-in-page";
import type { HandInVenue } from "~/components/exam/use-hand-in";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { finishPractice } from "~/examination/finish-practice.server";
import { selectPracticeItems } from "~/examination/practice-queries.server";
import { isAnswered } from "~/examination/response";
import { answering } from "~/web/answering.server";
import { mockSitting } from "~/web/mock-sitting.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language, actor, now, round, deadlineAt, timeZone } = await mockSitting(args);
  const items = await selectPracticeItems(portal.db, round.id);
  return {
    title: messages[language].title,
    roundId: round.id,
    candidate: actor.fullName,
    now: now.toISOString(),
    deadlineAt: deadlineAt.toISOString(),
    over: now >= deadlineAt,
    zone: timeZone,
    count: items.length,
    open: items.filter(({ response }) => !isAnswered(response)).map(({ ordinal }) => ordinal),
    flagged: items.filter((item) => item.flagged).map(({ ordinal }) => ordinal),
  };
});

/** Ends the mock examination once, however often it is sent: whoever comes second is led to the result of the first. */
export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now, round } = await mockSitting(args);
  await finishPractice(portal.db, { roundId: round.id, personId: actor.personId }, now);
  return redirect(paths.practiceRound(round.id));
});

/** Without JavaScript it leads to the result by itself, as the page of the questions does. */
export const meta: MetaFunction<typeof loader> = (page) => [
  ...pageTitle(page),
  ...(page.data?.over ? [{ httpEquiv: "refresh", content: "15" }] : []),
];

export default function HandInMock() {
  const page = useLoaderData<typeof loader>();
  const { roundId } = page;
  const venue = useMemo<HandInVenue>(
    () => ({
      id: roundId,
      page: (ordinal) => paths.mockExam(roundId, ordinal),
      answer: paths.mockAnswer(roundId),
    }),
    [roundId],
  );
  return <HandInPage venue={venue} page={page} />;
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
