import { useEffect, useState } from "react";
import { keptUnder } from "~/examination/given-answer";
import { AnswerKeeper } from "./answer-keeper";
import { clientName, postAnswer } from "./exam-connection";
import { keptAnswers } from "./kept-answers";
import { wallClock } from "./wall-clock";

/**
 * Sends what this browser still keeps of an exam that has been handed in: the server says of each answer whether it counts, and keeps a trace of those that
 * do not. Of these, the questions' numbers.
 * @param address takes the answers of the attempt; null where it is another person's
 */
export function useLeftOver(attemptId: string, address: string | null): readonly number[] {
  const [late, setLate] = useState<readonly number[]>([]);
  useEffect(() => {
    if (!address) return;
    const client = clientName();
    const keeper = new AnswerKeeper({
      store: keptAnswers(localStorage, keptUnder(attemptId), client),
      post: postAnswer(address, client, () => undefined),
      clock: wallClock,
      wait: (milliseconds, then) => void setTimeout(then, milliseconds),
      lastSequence: 0,
      turn: 0,
    });
    const leave = keeper.subscribe(() => setLate(keeper.state.late.map(({ ordinal }) => ordinal)));
    keeper.end();
    return leave;
  }, [attemptId, address]);
  return late;
}
