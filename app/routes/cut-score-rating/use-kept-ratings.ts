import { useSubmit } from "@remix-run/react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useLeaveQuestion } from "~/components/use-leave-question";
import { itemOfField } from "~/examination/cut-score/rating-field";
import { paths } from "~/web/paths";
import { type FieldState, RatingKeeper, type Sent, type Typed } from "./rating-keeper";

/** In the address of what is sent by itself: nothing of the page is wanted in answer. */
export const onlyKeep = "keep";

const typingPauseMs = 1_000;
/** A connection that hangs is as good as none. */
const patienceMs = 10_000;

function typedIn(form: HTMLFormElement | null): Typed[] {
  const fields = [...(form?.elements ?? [])].filter((field) => field instanceof HTMLInputElement);
  return fields
    .filter(({ name }) => itemOfField(name) !== null)
    .map(({ name, value, validity }) => ({ name, value, valid: validity.valid }));
}

async function send(studyId: string, entries: readonly (readonly [string, string])[], last = false): Promise<Sent> {
  const body = new URLSearchParams(entries.map(([name, value]) => [name, value]));
  try {
    // Whoever is signed out is sent elsewhere: that is no answer.
    const signal = AbortSignal.timeout(patienceMs);
    const init = { method: "POST", body, redirect: "manual", keepalive: last, signal } as const;
    const { ok, status } = await fetch(`${paths.rateItems(studyId)}?${onlyKeep}=1`, init);
    if (ok) return "kept";
    return status >= 500 ? "unreachable" : "refused";
  } catch {
    return "unreachable";
  }
}

interface Ballot {
  readonly studyId: string;
  /** What stands in each field by the page itself, by its name. */
  readonly start: Readonly<Record<string, string>>;
  /** Asked before the page is left with what could not be kept. */
  readonly leave: string;
}

/** Keeps what a judge types without being asked: after a pause, when a field is left, and when the page is. For the form of one section. */
export function useKeptRatings({ studyId, start, leave }: Ballot) {
  const form = useRef<HTMLFormElement>(null);
  const submit = useSubmit();
  const timer = useRef<number>();
  const isHeld = useRef(false);
  const [states, setStates] = useState<Readonly<Record<string, FieldState>>>({});
  const made = useRef<RatingKeeper>();
  made.current ??= new RatingKeeper({
    typed: () => typedIn(form.current),
    send: (entries) => send(studyId, entries),
    show: setStates,
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
    const owed = () => keeper.owed(typedIn(shown));
    const leaving = () => {
      if (owed().length > 0) void send(studyId, owed(), true);
    };
    const again = () => void keeper.keep();
    addEventListener("pagehide", leaving);
    addEventListener("online", again);
    return () => {
      removeEventListener("pagehide", leaving);
      removeEventListener("online", again);
      const last = owed();
      if (last.length > 0) keeper.afterwards(() => void send(studyId, last, true));
    };
  }, [keeper, studyId]);

  useLeaveQuestion(() => keeper.endangered, leave);

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
        if (isHeld.current) return event.preventDefault();
        const underWay = keeper.stop();
        if (!underWay) return;
        event.preventDefault();
        isHeld.current = true;
        const { submitter } = event.nativeEvent as SubmitEvent;
        const target = (submitter as HTMLButtonElement | null) ?? event.currentTarget;
        void underWay.then((mayGo) => {
          isHeld.current = false;
          if (mayGo) submit(target);
        });
      },
    },
  };
}
