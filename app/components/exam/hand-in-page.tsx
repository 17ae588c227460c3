import { Form } from "@remix-run/react";
import { type FormEvent, type MouseEvent, useEffect, useRef, useState } from "react";
import { LinkButton, SubmitButton } from "~/components/button";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { ownWords } from "~/components/offline-forms";
import { ExamHeader } from "./exam-header";
import { type ExamPage, secondsLeft } from "./exam-page";
import { handInMessages } from "./hand-in-messages";
import { messages } from "./messages";
import { TimeUp } from "./time-up";
import { type HandInVenue, useHandIn } from "./use-hand-in";

/** What the loader says of what is to be handed in. */
interface ToHandIn extends Pick<ExamPage, "title" | "candidate" | "now" | "deadlineAt" | "zone" | "over"> {
  readonly count: number;
  readonly open: readonly number[];
  readonly flagged: readonly number[];
}

/** What is open and marked, the clock, and the one button that ends an examination, or a mock examination. */
export function HandInPage({ venue, page }: { venue: HandInVenue; page: ToHandIn }) {
  const words = useMessages(handInMessages);
  const { unreachable: noAnswer } = useMessages(messages);
  const language = useLanguage();
  const { title, candidate, zone, count, open, flagged } = page;
  const handIn = useRef<HTMLFormElement>(null);
  const { timing, awake, timeUp, onTimeUp, unreachable, notSent } = useHandIn(page, venue, handIn, count);
  const [unconnected, setUnconnected] = useState(false);
  useEffect(() => {
    const back = () => setUnconnected(false);
    addEventListener("online", back);
    return () => removeEventListener("online", back);
  }, []);
  // Sent, or followed, all the same, the page would be replaced by one that says that nobody answered.
  const holdOffline = (event: FormEvent | MouseEvent) => {
    if (event.type === "click" && !(event.target as Element).closest("a")) return;
    setUnconnected(!navigator.onLine);
    if (!navigator.onLine) event.preventDefault();
  };
  if (timeUp) {
    return (
      <TimeUp result={venue.page()}>
        {unreachable && <Notice tone="warning">{noAnswer}</Notice>}
        <form ref={handIn} method="post" {...ownWords} />
      </TimeUp>
    );
  }
  return (
    <>
      <ExamHeader
        deadlineAtFirst={page.deadlineAt}
        {...{ candidate, timing, zone, awake, onTimeUp }}
        secondsAtFirst={secondsLeft(page)}
      />
      <main id="main" className="mx-auto flex w-full max-w-2xl flex-col gap-5 px-4 py-10" onClickCapture={holdOffline}>
        <h1>{title}</h1>
        {notSent > 0 && <Notice tone="danger">{words.notSent(notSent)}</Notice>}
        <p>
          {open.length === 0
            ? words.allAnswered(count)
            : `${words.someOpen(open.length, count)} ${words.untouchedCost}`}
        </p>
        <QuestionLinks title={words.openList} ordinals={open} pageOf={venue.page} />
        <QuestionLinks title={words.flaggedList} ordinals={flagged} pageOf={venue.page} />
        <p>{words.endsAt(formatInstant(timing.deadlineAt, language, zone))}</p>
        <Form method="post" className="flex flex-wrap gap-3" onSubmit={holdOffline} {...ownWords}>
          <SubmitButton pendingLabel={words.handing}>{words.submit}</SubmitButton>
          <LinkButton to={venue.page(open[0] ?? 1)} reloadDocument>
            {words.back}
          </LinkButton>
        </Form>
        {unconnected && (
          <Notice tone="warning" urgent>
            {words.noConnection}
          </Notice>
        )}
      </main>
    </>
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
