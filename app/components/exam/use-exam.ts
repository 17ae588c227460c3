import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { keptUnder } from "~/examination/given-answer";
import { imageAddress } from "~/examination/images/image-address";
import type { ShownItem } from "~/examination/shown-item";
import { AnswerKeeper, type KeeperState } from "./answer-keeper";
import { atTheEnd, clientName, fetchItems, type HearClock, lookAtSitting, postAnswer } from "./exam-connection";
import type { ExamPage } from "./exam-page";
import { keptAnswers } from "./kept-answers";
import type { Venue } from "./venue";
import { clockOffset, pageClockOffset, wallClock } from "./wall-clock";

export const lookEveryMs = 30_000;
const itemsAgainMs = 5_000;

export interface Timing {
  readonly deadlineAt: string;
  /** Milliseconds by which the server's clock is ahead of the browser's. */
  readonly offset: number;
}

/** So that they are in the browser before the connection drops. */
function fetchPictures(items: readonly ShownItem[]): void {
  for (const exhibit of items.flatMap(({ exhibits }) => exhibits)) {
    if (exhibit.kind === "image") new Image().src = imageAddress(exhibit.image.sha256);
  }
}

const asleep: KeeperState = {
  status: "quiet",
  waiting: [],
  overtaken: [],
  late: [],
  outdated: false,
  savedAt: {},
  faults: {},
};
const never = () => () => undefined;

/**
 * The exam once JavaScript runs: keeps answers, follows the server's clock, fetches the items so that a candidate can go on without a
 * connection. `keeper` is null until then. `isGoingOn` asks the portal whether there is time left.
 */
export function useExam(page: ExamPage, venue: Venue) {
  const [keeper, setKeeper] = useState<AnswerKeeper | null>(null);
  const [items, setItems] = useState<readonly ShownItem[]>([page.item]);
  const [timing, setTiming] = useState<Timing>({ deadlineAt: page.deadlineAt, offset: 0 });
  const begun = useRef(false);
  const hear = useCallback<HearClock>(
    (heard) => setTiming((known) => ({ deadlineAt: heard.deadlineAt ?? known.deadlineAt, offset: clockOffset(heard) })),
    [],
  );
  const askAtEnd = useCallback(async () => {
    const found = await lookAtSitting(venue.answer, clientName(), hear);
    if (found.outcome === "elsewhere" || found.outcome === "finished") keeper?.tell(found.outcome);
    return atTheEnd(found);
  }, [venue, hear, keeper]);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const { lastSequence, turn, deadlineAt, now } = page;
    setTiming({ deadlineAt, offset: pageClockOffset(now) });
    const client = clientName();
    const made = new AnswerKeeper({
      store: keptAnswers(localStorage, keptUnder(venue.id), client),
      post: postAnswer(venue.answer, client, hear),
      clock: wallClock,
      wait: (milliseconds, then) => void setTimeout(then, milliseconds),
      lastSequence,
      turn,
    });
    setKeeper(made);
    // Another window may be sending its last answers: after the end its place is taken only for what would be lost otherwise.
    if (page.over && made.leftOver.length === 0) {
      made.end();
      return;
    }
    void made.send();
    const look = async () => {
      if (made.state.status !== "quiet") return made.send();
      const { outcome } = await lookAtSitting(venue.answer, client, hear);
      if (outcome === "elsewhere" || outcome === "finished") made.tell(outcome);
    };
    const fetchAll = async () => {
      const all = await fetchItems(venue.items);
      if (all) {
        setItems(all);
        fetchPictures(all);
      } else setTimeout(() => void fetchAll(), itemsAgainMs);
    };
    void fetchAll();
    setInterval(() => void look(), lookEveryMs);
    addEventListener("online", () => void look());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && void look());
    addEventListener("beforeunload", (event) => made.state.waiting.length > 0 && event.preventDefault());
  }, [page, venue, hear]);

  const state = useSyncExternalStore(
    keeper?.subscribe ?? never,
    () => keeper?.state ?? asleep,
    () => asleep,
  );
  return { keeper, state, items, timing, askAtEnd };
}
