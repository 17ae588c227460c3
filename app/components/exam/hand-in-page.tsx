import { Form } from "@remix-run/react";
import { type FormEvent, useEffect, useState } from "react";
import { LinkButton, SubmitButton } from "~/components/button";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { ownWords } from "~/components/offline-forms";
import { keptUnder } from "~/examination/given-answer";
import { handInMessages } from "./hand-in-messages";

/** What the loader says of what is to be handed in. */
interface ToHandIn {
  readonly title: string;
  readonly deadlineAt: string;
  readonly timeZone: string;
  readonly count: number;
  readonly open: readonly number[];
  readonly flagged: readonly number[];
}

interface HandInPageProps extends ToHandIn {
  /** Of the attempt, or of the round. */
  id: string;
  pageOf: (ordinal: number) => string;
}

/** What is open and marked, and the one button that ends an examination, or a mock examination. */
export function HandInPage({ id, title, deadlineAt, timeZone, count, open, flagged, pageOf }: HandInPageProps) {
  const words = useMessages(handInMessages);
  const language = useLanguage();
  const notSent = useNotSent(id);
  const [unconnected, setUnconnected] = useState(false);
  // Sent all the same, the page would be replaced by one that says that nobody answered.
  const holdOffline = (event: FormEvent) => {
    setUnconnected(!navigator.onLine);
    if (!navigator.onLine) event.preventDefault();
  };
  return (
    <main id="main" className="mx-auto flex w-full max-w-2xl flex-col gap-5 px-4 py-10">
      <h1>{title}</h1>
      {notSent > 0 && <Notice tone="danger">{words.notSent(notSent)}</Notice>}
      <p>
        {open.length === 0 ? words.allAnswered(count) : `${words.someOpen(open.length, count)} ${words.untouchedCost}`}
      </p>
      <QuestionLinks title={words.openList} ordinals={open} pageOf={pageOf} />
      <QuestionLinks title={words.flaggedList} ordinals={flagged} pageOf={pageOf} />
      <p>{words.endsAt(formatInstant(deadlineAt, language, timeZone))}</p>
      {unconnected && (
        <Notice tone="warning" urgent>
          {words.noConnection}
        </Notice>
      )}
      <Form method="post" className="flex flex-wrap gap-3" onSubmit={holdOffline} {...ownWords}>
        <SubmitButton pendingLabel={words.handing}>{words.submit}</SubmitButton>
        <LinkButton to={pageOf(open[0] ?? 1)} reloadDocument>
          {words.back}
        </LinkButton>
      </Form>
    </main>
  );
}

interface QuestionLinksProps {
  title: string;
  ordinals: readonly number[];
  pageOf: (ordinal: number) => string;
}

/** Questions by number, each leading back to itself. */
function QuestionLinks({ title, ordinals, pageOf }: QuestionLinksProps) {
  const words = useMessages(handInMessages);
  if (ordinals.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="mb-2 text-base">{title}</h2>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {ordinals.map((ordinal) => (
          <li key={ordinal}>
            <a href={pageOf(ordinal)} className="link tap">
              {words.question(ordinal)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many answers this browser has that the portal does not have yet. */
function useNotSent(id: string): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(`${keptUnder(id)}-`));
    const kept = names.flatMap((name) => JSON.parse(localStorage.getItem(name) ?? "[]"));
    setCount(kept.filter(({ refused }) => !refused).length);
  }, [id]);
  return count;
}
