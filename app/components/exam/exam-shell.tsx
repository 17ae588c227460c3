import { useCallback, useEffect, useRef, useState } from "react";
import { useMessages } from "~/components/language";
import { Button } from "~/components/plain-button";
import type { GivenAnswer } from "~/examination/given-answer";
import { type ItemResponse, isAnswered } from "~/examination/response";
import type { Kept } from "./answer-keeper";
import { CalculatorPanel, type CalculatorUse } from "./calculator-panel";
import { ConnectionLine } from "./connection-line";
import { type AtTheEnd, isReachable, onceAnswered, onceReachable } from "./exam-connection";
import { ExamHeader } from "./exam-header";
import { ExamOverview } from "./exam-overview";
import { type ExamPage, type PageAnswer, type Refused, secondsLeft } from "./exam-page";
import { LateAnswers } from "./late-answers";
import { messages } from "./messages";
import { OvertakenNotice } from "./overtaken-notice";
import { QuestionForm } from "./question-form";
import { ReadingAids } from "./reading-aids";
import { PlaceNotice } from "./save-state";
import { TimeUp } from "./time-up";
import { useExam } from "./use-exam";
import { useNotes } from "./use-notes";
import { useOvertaken } from "./use-overtaken";
import type { Venue, Watch } from "./venue";

const formId = "answer";
/** After the last second in which an answer may arrive (policy), with the way of one request. */
const handedInByThenMs = 17_000;

const unanswered: PageAnswer = { given: null, answered: false, flagged: false, savedAt: null, note: "" };

type Entered = Readonly<Record<number, Pick<PageAnswer, "given" | "flagged">>>;

interface ExamShellProps {
  page: ExamPage;
  refused: Refused | undefined;
  venue: Venue;
}

/** The exam and nothing but the exam: the clock, one question, the overview. */
export function ExamShell({ page, refused, venue }: ExamShellProps) {
  const words = useMessages(messages);
  const { keeper, state, items, timing, askAtEnd } = useExam(page, venue);
  const notes = useNotes(page, venue);
  const [current, setCurrent] = useState(page.item.ordinal);
  const [entered, setEntered] = useState<Entered>({});
  const [calculator, setCalculator] = useState<CalculatorUse>({ open: false, calculations: [] });
  const [timeUp, setTimeUp] = useState(page.over);
  const [unreachable, setUnreachable] = useState(false);
  const handIn = useRef<HTMLFormElement>(null);
  const count = page.answers.length;
  const item = items.find(({ ordinal }) => ordinal === current) ?? page.item;

  // What an earlier page of this browser could not send goes before what the server has.
  const left = useRef<ReadonlySet<number>>(new Set());
  useEffect(() => {
    const waiting = keeper?.leftOver ?? [];
    left.current = new Set(waiting.map(({ ordinal }) => ordinal));
    setEntered(Object.fromEntries(waiting.map(({ ordinal, given, flagged }) => [ordinal, { given, flagged }])));
  }, [keeper]);

  const sight = useOvertaken(state.overtaken, current, (ordinals) =>
    setEntered((before) => Object.fromEntries(Object.entries(before).filter(([at]) => !ordinals.includes(Number(at))))),
  );

  const answers = page.answers.map((loaded, index) => {
    const answer = { ...loaded, note: notes.textOf(index + 1) };
    const own = entered[index + 1];
    const savedAt = state.savedAt[index + 1] ?? answer.savedAt;
    return own
      ? { ...answer, ...own, savedAt, answered: isAnswered(own.given as ItemResponse | null) }
      : { ...answer, savedAt };
  });

  const keep = (given: GivenAnswer, flagged: boolean) => {
    setEntered((before) => ({ ...before, [item.ordinal]: { given, flagged } }));
    keeper?.keep(item.ordinal, given, flagged);
  };

  const watch = useRef<Watch>();
  const goTo = useCallback((address: string) => {
    watch.current?.movesOn();
    location.assign(address);
  }, []);
  const go = async (where: string) => {
    setUnreachable(false);
    const ordinal = Number(where);
    if (items.some((known) => known.ordinal === ordinal)) {
      setCurrent(ordinal);
      // The address follows, so that a reload comes back here; the router has nothing to load.
      history.replaceState(history.state, "", venue.page(ordinal));
      return;
    }
    if (where !== "hand-in" && !(ordinal >= 1 && ordinal <= count)) return;
    await notes.settle();
    if (!(await keeper?.settle())) return;
    const reachable = await isReachable();
    setUnreachable(!reachable);
    if (reachable) goTo(where === "hand-in" ? venue.handIn : venue.page(ordinal));
  };

  const looking = useRef(current);
  looking.current = current;
  useEffect(() => {
    if (!keeper) return;
    watch.current = venue.watch?.(() => looking.current);
    return watch.current?.stop;
  }, [keeper, venue]);

  // The question that was gone to is read out; not so the one with which the page came.
  const shown = useRef(current);
  useEffect(() => {
    if (shown.current === current) return;
    shown.current = current;
    document.getElementById("question")?.focus();
    scrollTo(0, 0);
  }, [current]);

  const onTimeUp = useCallback(() => setTimeUp(true), []);
  useEffect(() => {
    if (!timeUp) return;
    const givenUp: (() => void)[] = [];
    const waiting = () => setUnreachable(true);
    let isAsking = false;
    let isTooLate = false;
    const end = () => {
      isAsking = false;
      if (isTooLate) givenUp.push(onceReachable(() => keeper?.end(), waiting));
    };
    // The end may have moved in the last seconds, another window may still have something to send, and what is handed in stays so.
    const byItsWord = (found: AtTheEnd) => {
      if (found === "goes_on") setTimeUp(false);
      else if (found === "may_hand_in") handIn.current?.requestSubmit();
      else end();
    };
    void keeper?.settle().then((everything) => {
      isAsking = everything;
      if (everything) givenUp.push(onceAnswered(askAtEnd, byItsWord, waiting));
    });
    const timer = setTimeout(() => {
      isTooLate = true;
      if (!isAsking) end();
    }, handedInByThenMs);
    return () => {
      clearTimeout(timer);
      for (const giveUp of givenUp) giveUp();
    };
  }, [timeUp, keeper, askAtEnd]);
  const isTold = state.status === "over" && state.late.length > 0;
  useEffect(() => {
    // A page that came after the end would come again as it is; it looks again by itself when nobody can send anything any more.
    if (state.status === "over" && !isTold && !page.over) goTo(venue.page());
  }, [state.status, isTold, page.over, venue, goTo]);

  const isUpToDate = !(state.outdated && state.status === "quiet");
  useEffect(() => {
    // The other browser's answers are newer than what this page shows.
    if (isUpToDate) return;
    watch.current?.movesOn();
    location.reload();
  }, [isUpToDate]);

  const answer = answers[current - 1] ?? unanswered;
  const connection = <ConnectionLine {...{ state, unreachable }} signIn={venue.signIn} />;
  const place = <PlaceNotice status={state.status} onTakeOver={() => keeper?.takeOver()} />;
  const decide = (wanted: Kept | undefined) => {
    // The mark is that of the page: only the answer is decided about.
    if (wanted) keep(wanted.given, answer.flagged);
    else keeper?.leave(current);
    sight.look(false);
  };
  if (isTold) return <LateAnswers ordinals={state.late.map(({ ordinal }) => ordinal)} result={venue.page()} />;
  if (timeUp) {
    return (
      <TimeUp result={venue.page()}>
        {connection}
        {place}
        <form ref={handIn} method="post" action={venue.handIn} />
      </TimeUp>
    );
  }
  const own = entered[current];
  const refusedHere = refused?.ordinal === current && !own ? refused : undefined;
  const shownAnswer = refusedHere ?? (sight.looking ? sight.kept : undefined) ?? answer;
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#question"
        className="button button-primary fixed top-2 left-2 z-50 -translate-y-20 focus-visible:translate-y-0"
      >
        {words.skip}
      </a>
      <ExamHeader
        title={page.title}
        candidate={page.candidate}
        timing={timing}
        deadlineAtFirst={page.deadlineAt}
        secondsAtFirst={secondsLeft(page)}
        zone={page.zone}
        awake={keeper !== null}
        onTimeUp={onTimeUp}
      />
      <main
        id="main"
        className="mx-auto grid w-full max-w-6xl flex-1 gap-8 px-4 pt-2 pb-6 lg:grid-cols-[minmax(0,1fr)_17rem]"
      >
        <div className="min-w-0">
          {connection}
          <div aria-live="polite" className="mt-2 mb-4 empty:m-0 empty:h-3">
            {place}
            {state.status !== "elsewhere" && state.status !== "over" && (
              <OvertakenNotice
                overtaken={state.overtaken}
                current={current}
                looking={sight.looking}
                onGo={(ordinal) => void go(String(ordinal))}
                onLook={sight.look}
                onUse={() => decide(sight.kept)}
                onLeave={() => decide(undefined)}
              />
            )}
          </div>
          <QuestionForm
            key={`${current} ${left.current.has(current)} ${sight.renewed}`}
            id={formId}
            action={venue.page(current)}
            item={item}
            count={count}
            answer={{ ...answer, given: shownAnswer.given }}
            status={state.status}
            notTaken={sight.looking}
            fault={state.faults[current] ?? refusedHere?.fault ?? undefined}
            zone={page.zone}
            candidate={page.candidate}
            note={{
              text: refusedHere?.note ?? notes.textOf(current),
              write: notes.write && ((text) => notes.write?.(current, text)),
              stored: notes.storedOf(current),
              tooLong: refusedHere?.noteTooLong ?? false,
            }}
            calculator={
              keeper && page.calculator[current - 1] && <CalculatorPanel use={calculator} onUse={setCalculator} />
            }
            live={keeper && { keep, go: (where) => void go(where) }}
          />
        </div>
        <aside className="flex flex-col gap-6 lg:mt-4 lg:border-l lg:border-line lg:pl-6">
          <ExamOverview answers={answers} current={current} formId={formId} />
          <Button type="submit" form={formId} name="go" value="hand-in" className="self-start">
            {words.handIn}
          </Button>
          {keeper && <ReadingAids />}
        </aside>
      </main>
    </div>
  );
}
