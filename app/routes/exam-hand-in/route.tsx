import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useEffect, useState } from "react";
import { LinkButton, SubmitButton } from "~/components/button";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { handInExam } from "~/eligibility/hand-in-exam.server";
import { keptUnder } from "~/examination/given-answer";
import { isAnswered } from "~/examination/response";
import { answering } from "~/web/answering.server";
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
  const { portal, now, attempt } = await sitting(args);
  await handInExam(portal.db, { attemptId: attempt.id, by: "candidate" }, now, portal.random);
  return redirect(paths.examResult(attempt.id));
});

export const meta = pageTitle;

export default function HandIn() {
  const { attemptId, deadlineAt, timeZone, count, open, flagged } = useLoaderData<typeof loader>();
  const words = useMessages(messages);
  const language = useLanguage();
  const notSent = useNotSent(attemptId);
  return (
    <main id="main" className="mx-auto flex w-full max-w-2xl flex-col gap-5 px-4 py-10">
      <h1>{words.title}</h1>
      {notSent > 0 && <Notice tone="danger">{words.notSent(notSent)}</Notice>}
      <p>
        {open.length === 0 ? words.allAnswered(count) : `${words.someOpen(open.length, count)} ${words.untouchedCost}`}
      </p>
      <QuestionLinks title={words.openList} attemptId={attemptId} ordinals={open} />
      <QuestionLinks title={words.flaggedList} attemptId={attemptId} ordinals={flagged} />
      <p>{words.endsAt(formatInstant(deadlineAt, language, timeZone))}</p>
      <Form method="post" className="flex flex-wrap gap-3">
        <SubmitButton pendingLabel={words.handing}>{words.submit}</SubmitButton>
        <LinkButton to={paths.attempt(attemptId, open[0] ?? 1)} reloadDocument>
          {words.back}
        </LinkButton>
      </Form>
    </main>
  );
}

interface QuestionLinksProps {
  title: string;
  attemptId: string;
  ordinals: readonly number[];
}

/** Questions by number, each leading back to itself. */
function QuestionLinks({ title, attemptId, ordinals }: QuestionLinksProps) {
  const words = useMessages(messages);
  if (ordinals.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="mb-2 text-base">{title}</h2>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {ordinals.map((ordinal) => (
          <li key={ordinal}>
            <a href={paths.attempt(attemptId, ordinal)} className="link tap">
              {words.question(ordinal)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many answers this browser has that the portal does not have yet. */
function useNotSent(attemptId: string): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(`${keptUnder(attemptId)}-`));
    const kept = names.flatMap((name) => JSON.parse(localStorage.getItem(name) ?? "[]"));
    setCount(kept.length);
  }, [attemptId]);
  return count;
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
