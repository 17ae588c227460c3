import { policy } from "~/kernel/policy";
import type { Reader } from "~/platform/database/handle";
import { selectAnswers } from "./answer-queries.server";
import type { Attempt } from "./attempt-queries.server";
import { selectOptionalDeclaration } from "./declaration-queries.server";
import { focusSummary, withoutReloads } from "./focus-spans";
import { readForm } from "./form-queries.server";
import {
  selectDelayedAnswers,
  selectEvents,
  selectLateAnswers,
  selectOrigins,
  selectTakeOvers,
} from "./integrity-queries.server";
import { timeOnItems, timeQuantile } from "./statistics/spent-time";
import { numberedTakeOvers } from "./take-overs";

/** How an attempt was sat: what was accepted, from where, at what pace, in which windows, and what the page noticed. Holds nothing of items and answers. */
export async function readAttemptRecord(db: Reader, attempt: Pick<Attempt, "id" | "startedAt">) {
  const declaration = await selectOptionalDeclaration(db, attempt.id);
  const form = await readForm(db, attempt.id);
  const answers = await selectAnswers(db, attempt.id);
  const events = await selectEvents(db, attempt.id);
  const origins = await selectOrigins(db, attempt.id);
  const takeOvers = numberedTakeOvers(await selectTakeOvers(db, attempt.id));
  const delayed = await selectDelayedAnswers(db, attempt.id);
  const late = await selectLateAnswers(db, attempt.id);
  const seconds = timeOnItems(
    attempt.startedAt,
    answers.map(({ respondedAt }) => respondedAt),
  );
  const places = form.flatMap(({ ordinal, section }, index) => {
    const answeredAt = answers[index]?.respondedAt;
    return answeredAt ? [{ ordinal, section, answeredAt, seconds: seconds[index] ?? 0 }] : [];
  });
  const counts = places.map((place) => ({ seconds: place.seconds, n: 1 }));
  const pasted = events.filter(({ kind }) => kind === "pasted");
  return {
    declaration: declaration ?? null,
    origins,
    pace: {
      items: form.length,
      medianSeconds: timeQuantile(counts, 0.5),
      shortestSeconds: timeQuantile(counts, 0),
      places: places.toSorted((a, b) => a.answeredAt.getTime() - b.answeredAt.getTime() || a.ordinal - b.ordinal),
    },
    takeOvers,
    delayed: delayed.map(({ ordinal, arrivedAt, delayedSeconds }) => {
      // By the browser's word; before the start nobody gave an answer.
      const given = Math.max(arrivedAt.getTime() - delayedSeconds * 1000, attempt.startedAt.getTime());
      const seconds = Math.round((arrivedAt.getTime() - given) / 1000);
      return { ordinal, givenAt: new Date(given), arrivedAt, seconds };
    }),
    late: late.map(({ ordinal, givenAt, arrivedAt }) => {
      const seconds = Math.round((arrivedAt.getTime() - givenAt.getTime()) / 1000);
      return { ordinal, givenAt, arrivedAt, seconds };
    }),
    away: focusSummary(events),
    pasted: { times: pasted.length, characters: pasted.reduce((sum, { characters }) => sum + (characters ?? 0), 0) },
    events: withoutReloads(events),
    isFull: events.length >= policy.integrityEventsPerAttempt,
  };
}
