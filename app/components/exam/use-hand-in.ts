import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { keptUnder } from "~/examination/given-answer";
import { type AtTheEnd, atTheEnd, clientName, type HearClock, lookAtSitting, onceAnswered } from "./exam-connection";
import type { ExamPage } from "./exam-page";
import { countKept } from "./kept-answers";
import { lookEveryMs, type Timing } from "./use-exam";
import type { Venue, Watch } from "./venue";
import { clockOffset, pageClockOffset } from "./wall-clock";

export type HandInVenue = Pick<Venue, "id" | "page" | "answer" | "watch">;

interface HandIn {
  readonly timing: Timing;
  /** JavaScript runs. */
  readonly awake: boolean;
  readonly timeUp: boolean;
  readonly onTimeUp: () => void;
  /** The portal did not answer when the time was up. */
  readonly unreachable: boolean;
  /** Answers that this browser has and the portal does not have yet. */
  readonly notSent: number;
}

/**
 * The page of the hand-in once JavaScript runs: follows the portal's clock and an end that moves, as the page of the questions does. When the time is up
 * it hands in where this window has the place and everything has been sent; otherwise the page of the questions sends, or waits for, what may still count.
 * @param form hands in
 * @param count of questions: whoever is here stands behind the last one
 */
export function useHandIn(
  { now, deadlineAt, over }: Pick<ExamPage, "now" | "deadlineAt" | "over">,
  venue: HandInVenue,
  form: RefObject<HTMLFormElement>,
  count: number,
): HandIn {
  const [timing, setTiming] = useState<Timing>({ deadlineAt, offset: 0 });
  const [awake, setAwake] = useState(false);
  const [timeUp, setTimeUp] = useState(over);
  const [unreachable, setUnreachable] = useState(false);
  const [notSent, setNotSent] = useState(0);
  const watch = useRef<Watch>();

  useEffect(() => {
    watch.current = venue.watch?.(() => count);
    return watch.current?.stop;
  }, [venue, count]);

  const look = useCallback(() => {
    const hear: HearClock = (heard) =>
      setTiming((known) => ({ deadlineAt: heard.deadlineAt ?? known.deadlineAt, offset: clockOffset(heard) }));
    return lookAtSitting(venue.answer, clientName(), hear);
  }, [venue]);
  const toQuestions = useCallback(() => {
    watch.current?.movesOn();
    location.assign(venue.page());
  }, [venue]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: by the clock of the page as it was loaded
  useEffect(() => {
    setTiming({ deadlineAt, offset: pageClockOffset(now) });
    setNotSent(countKept(localStorage, keptUnder(venue.id)));
    setAwake(true);
    // From elsewhere it has been handed in: the questions lead to the result.
    let isGone = false;
    const lookAgain = async () => {
      const { outcome } = await look();
      if (outcome === "finished" && !isGone) toQuestions();
    };
    const lookInSight = () => document.visibilityState === "visible" && void lookAgain();
    const timer = setInterval(() => void lookAgain(), lookEveryMs);
    addEventListener("online", lookInSight);
    document.addEventListener("visibilitychange", lookInSight);
    return () => {
      isGone = true;
      clearInterval(timer);
      removeEventListener("online", lookInSight);
      document.removeEventListener("visibilitychange", lookInSight);
    };
  }, [venue, look, toQuestions]);

  useEffect(() => {
    if (!timeUp) return;
    const byItsWord = (found: AtTheEnd) => {
      const kept = countKept(localStorage, keptUnder(venue.id));
      if (found === "goes_on") setTimeUp(false);
      else if (found === "may_hand_in" && kept === 0 && !over) form.current?.requestSubmit();
      else toQuestions();
    };
    return onceAnswered(
      async () => atTheEnd(await look()),
      byItsWord,
      () => setUnreachable(true),
    );
  }, [timeUp, over, venue, look, toQuestions, form]);

  const onTimeUp = useCallback(() => setTimeUp(true), []);
  return { timing, awake, timeUp, onTimeUp, unreachable, notSent };
}
