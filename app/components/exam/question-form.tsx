import { type ComponentProps, type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { ItemView } from "~/components/item/item-view";
import { useLanguage, useMessages } from "~/components/language";
import { Button } from "~/components/plain-button";
import { type GivenAnswer, givenFrom } from "~/examination/given-answer";
import type { ResponseFault } from "~/examination/save-answer.server";
import { sectionNames } from "~/examination/section-names";
import type { ShownItem } from "~/examination/shown-item";
import type { KeeperState } from "./answer-keeper";
import type { PageAnswer } from "./exam-page";
import { messages } from "./messages";
import { NoteField } from "./note-field";
import { SaveState } from "./save-state";
import { Watermark } from "./watermark";

const typingPauseMs = 600;

interface QuestionFormProps {
  id: string;
  /** Where the form goes as a page. */
  action: string;
  item: ShownItem;
  count: number;
  answer: PageAnswer;
  status: KeeperState["status"];
  /** The answer is one that the server did not take: to be looked at, not changed. */
  notTaken: boolean;
  fault: ResponseFault | undefined;
  zone: string;
  candidate: string;
  note: ComponentProps<typeof NoteField>;
  /** Stands at the answer, so that on a phone, too, both are in sight. */
  calculator: ReactNode;
  /** What to do with an answer and a press when JavaScript runs; without them the form is sent as a page. */
  live: { keep: (given: GivenAnswer, flagged: boolean) => void; go: (where: string) => void } | null;
}

/** One question with its answer: a form that works by itself, and that keeps every change at once where it can. */
export function QuestionForm({
  id,
  action,
  item,
  count,
  answer,
  status,
  notTaken,
  fault,
  zone,
  candidate,
  note,
  calculator,
  live,
}: QuestionFormProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const typing = useRef<number>();
  const stored = useRef("");
  const { ordinal } = item;

  const read = (element: HTMLFormElement) => {
    const fields = new FormData(element);
    const given = givenFrom(item.kind, fields);
    const flagged = fields.has("flagged");
    return { given, flagged, text: JSON.stringify([given, flagged]) };
  };

  /** The answer in the form goes to the keeper if it is another one than before. */
  const keepNow = () => {
    clearTimeout(typing.current);
    if (!live || !form.current || notTaken) return;
    const { given, flagged, text } = read(form.current);
    if (text === stored.current) return;
    stored.current = text;
    live.keep(given, flagged);
  };

  const awake = live !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when JavaScript has taken hold of this form
  useEffect(() => {
    if (!awake || !form.current) return;
    // What was entered before JavaScript ran is a change like any other.
    const untouched = form.current.cloneNode(true) as HTMLFormElement;
    untouched.reset();
    stored.current = read(untouched).text;
    keepNow();
    return () => clearTimeout(typing.current);
  }, [awake]);

  const changed = ({ target }: FormEvent) => {
    clearTimeout(typing.current);
    if (target instanceof HTMLInputElement && target.inputMode === "decimal") {
      typing.current = window.setTimeout(keepNow, typingPauseMs);
    } else keepNow();
  };

  const sent = (event: FormEvent) => {
    if (!live) return;
    event.preventDefault();
    keepNow();
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (submitter instanceof HTMLButtonElement && submitter.name === "go") live.go(submitter.value);
  };

  return (
    <form
      ref={form}
      id={id}
      method="post"
      autoComplete="off"
      action={action}
      onChange={changed}
      onBlur={() => typing.current && keepNow()}
      onSubmit={sent}
      className="min-w-0"
    >
      {/* The first button of a form is what Enter presses. */}
      <button type="submit" name="go" value={ordinal} tabIndex={-1} aria-hidden="true" className="sr-only">
        {words.save}
      </button>
      <fieldset disabled={status === "elsewhere" || status === "over"} className="min-w-0">
        <legend className="sr-only">{words.question(ordinal, count)}</legend>
        <input type="hidden" name="ordinal" value={ordinal} />
        <p className="mb-1 flex max-w-none flex-wrap justify-between gap-x-4 text-sm text-muted">
          <span>{sectionNames[language][item.section]}</span>
          <span>{words.points(item.points)}</span>
        </p>
        <h1 id="question" tabIndex={-1} className="mb-4 text-xl">
          {words.question(ordinal, count)}
        </h1>
        <Watermark name={candidate}>
          <ItemView item={item} answer={answer.given} onChange={live ? keepNow : undefined} readOnly={notTaken} />
        </Watermark>
        <div className="mt-5 flex flex-col gap-3">
          <SaveState {...{ status, zone, fault, notTaken }} savedAt={answer.savedAt} />
          {calculator}
          <label className="flex items-center gap-2.5 self-start py-1">
            <input
              type="checkbox"
              name="flagged"
              defaultChecked={answer.flagged}
              disabled={notTaken}
              className="tick"
            />
            {words.flag}
          </label>
          <NoteField {...note} />
          <div className="flex flex-wrap gap-3 border-t border-line pt-4">
            <Button type="submit" name="go" value={ordinal - 1} aria-disabled={ordinal === 1 || undefined}>
              {words.previous}
            </Button>
            <Button look="primary" type="submit" name="go" value={ordinal === count ? "hand-in" : ordinal + 1}>
              {ordinal === count ? words.handIn : words.next}
            </Button>
          </div>
        </div>
      </fieldset>
    </form>
  );
}
