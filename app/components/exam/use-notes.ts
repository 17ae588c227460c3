import { useEffect, useState, useSyncExternalStore } from "react";
import { AnswerKeeper, type KeeperState } from "./answer-keeper";
import { clientName, postNote } from "./exam-connection";
import type { ExamPage } from "./exam-page";
import { keptAnswers, notesUnder } from "./kept-answers";
import type { Venue } from "./venue";
import { wallClock } from "./wall-clock";

const asleep: KeeperState<string> = {
  status: "quiet",
  waiting: [],
  overtaken: [],
  late: [],
  outdated: false,
  savedAt: {},
  faults: {},
};
const never = () => () => undefined;

export interface Notes {
  readonly textOf: (ordinal: number) => string;
  /** Whether the server has what was written here; undefined while nothing was. */
  readonly storedOf: (ordinal: number) => boolean | undefined;
  readonly write: ((ordinal: number, text: string) => void) | undefined;
  /** Sends what waits, and resolves when it has arrived or cannot. */
  readonly settle: () => Promise<unknown>;
}

/** The notes of the exam, kept in the browser until the server has them, as the answers are and apart from them. */
export function useNotes({ answers, lastNote }: ExamPage, venue: Venue): Notes {
  const [keeper, setKeeper] = useState<AnswerKeeper<string> | null>(null);
  const [written, setWritten] = useState<Readonly<Record<number, string>>>({});

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when JavaScript has taken hold
  useEffect(() => {
    const client = clientName();
    const made = new AnswerKeeper<string>({
      store: keptAnswers<string>(localStorage, notesUnder(venue.id), client),
      post: postNote(venue.note, client),
      clock: wallClock,
      wait: (milliseconds, then) => void setTimeout(then, milliseconds),
      lastSequence: lastNote,
      turn: 0,
    });
    setWritten(Object.fromEntries(made.leftOver.map(({ ordinal, given }) => [ordinal, given])));
    setKeeper(made);
    void made.send();
    addEventListener("online", () => void made.send());
  }, []);

  const state = useSyncExternalStore(
    keeper?.subscribe ?? never,
    () => keeper?.state ?? asleep,
    () => asleep,
  );
  return {
    textOf: (ordinal) => written[ordinal] ?? answers[ordinal - 1]?.note ?? "",
    storedOf: (ordinal) =>
      written[ordinal] === undefined ? undefined : !state.waiting.some((kept) => kept.ordinal === ordinal),
    write: keeper
      ? (ordinal, text) => {
          setWritten((before) => ({ ...before, [ordinal]: text }));
          keeper.keep(ordinal, text, false);
        }
      : undefined,
    settle: async () => keeper?.settle(),
  };
}
