import { unstable_usePrompt as usePrompt, useSubmit } from "@remix-run/react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { BallotProgress } from "~/examination/cut-score/ballot-progress";
import { itemOfField } from "~/examination/cut-score/rating-field";
import { paths } from "~/web/paths";
import { type FieldState, RatingKeeper, type Sent, type Typed } from "./rating-keeper";

const typingPauseMs = 1_000;

function typedIn(form: HTMLFormElement | null): Typed[] {
  const fields = [...(form?.elements ?? [])].filter((field) => field instanceof HTMLInputElement);
  return fields
    .filter(({ name }) => itemOfField(name) !== null)
    .map(({ name, value, validity }) => ({ name, value, valid: validity.valid }));
}

async function send(studyId: string, entries: readonly (readonly [string, string])[], last = false): Promise<Sent> {
  const body = new URLSearchParams(entries.map(([name, value]) => [name, value]));
  try {
    const init = { method: "POST", body, redirect: "manual", keepalive: last } as const;
    const response = await fetch(paths.keepRatings(studyId), init);
    if (response.ok) return { outcome: "kept", progress: (await response.json()) as BallotProgress };
    return { outcome: response.status >= 500 ? "unreachable" : "refused" };
  } catch {
    return { outcome: "unreachable" };
  }
}

interface Ballot {
  readonly studyId: string;
  /** What stands in each field by the page itself, by its name. */
  readonly start: Readonly<Record<string, string>>;
  /** Asked before the page is left with what could not be kept. */
  readonly leave: string;
  readonly counted: (progress: BallotProgress) => void;
}

/** Keeps what a judge types without being asked: after a pause, when a field is left, and when the page is. For the form of one section. */
export function useKeptRatings({ studyId, start, leave, counted }: Ballot) {
  const form = useRef<HTMLFormElement>(null);
  const submit = useSubmit();
  const timer = useRef<number>();
  const [states, setStates] = useState<Readonly<Record<string, FieldState>>>({});
  const latestCounted = useRef(counted);
  latestCounted.current = counted;
  const made = useRef<RatingKeeper>();
  made.current ??= new RatingKeeper({
    typed: () => typedIn(form.current),
    send: (entries) => send(studyId, entries),
    show: (shown, progress) => {
      setStates(shown);
      if (progress) latestCounted.current(progress);
    },
    wait: (milliseconds, then) => void window.setTimeout(then, milliseconds),
  });
  const keeper = made.current;
  const keep = () => {
    clearTimeout(timer.current);
    void keeper.keep();
  };

  useEffect(() => {
    keeper.holds(start);
    // Also what was typed before any of this had taken hold of the page.
    void keeper.keep();
  }, [keeper, start]);

  useEffect(() => {
    const shown = form.current;
    const leaving = () => {
      const owed = keeper.owed(typedIn(shown));
      if (owed.length > 0) void send(studyId, owed, true);
    };
    const again = () => void keeper.keep();
    const ask = (event: BeforeUnloadEvent) => {
      if (keeper.endangered) event.preventDefault();
    };
    addEventListener("pagehide", leaving);
    addEventListener("online", again);
    addEventListener("beforeunload", ask);
    return () => {
      removeEventListener("pagehide", leaving);
      removeEventListener("online", again);
      removeEventListener("beforeunload", ask);
      leaving();
    };
  }, [keeper, studyId]);

  usePrompt({
    message: leave,
    when: ({ currentLocation, nextLocation }) =>
      keeper.endangered && currentLocation.pathname !== nextLocation.pathname,
  });

  return {
    states,
    bindings: {
      ref: form,
      onInput: ({ target }: FormEvent<HTMLFormElement>) => {
        clearTimeout(timer.current);
        keeper.note((target as HTMLInputElement).name);
        timer.current = window.setTimeout(keep, typingPauseMs);
      },
      onBlur: keep,
      /** The form waits for what is under way: what was typed before must not come after it. */
      onSubmit: (event: FormEvent<HTMLFormElement>) => {
        clearTimeout(timer.current);
        const underWay = keeper.stop();
        if (!underWay) return;
        event.preventDefault();
        const { submitter } = event.nativeEvent as SubmitEvent;
        const target = (submitter as HTMLButtonElement | null) ?? event.currentTarget;
        void underWay.then(() => submit(target));
      },
    },
  };
}
