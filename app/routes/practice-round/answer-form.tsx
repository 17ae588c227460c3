import { Form } from "@remix-run/react";
import { type ReactNode, useEffect, useState } from "react";
import { ErrorSummary } from "~/components/error-summary";
import { FieldError } from "~/components/form-field";
import { ItemView } from "~/components/item/item-view";
import { useLanguage, useMessages } from "~/components/language";
import { sectionNames } from "~/examination/section-names";
import type { ShownQuestion } from "./load-round.server";
import { messages } from "./messages";
import type { Returned } from "./route";

interface AnswerFormProps {
  question: ShownQuestion;
  returned: Returned | undefined;
  heading: string;
  /** What the enter key presses. */
  go: string;
  children: ReactNode;
}

/** One question with the fields of its answer; the buttons are the caller's. */
export function AnswerForm({ question, returned, heading, go, children }: AnswerFormProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  const { item } = question;
  const own = returned?.ordinal === item.ordinal ? returned : undefined;
  const fault = own?.fault && words.faults[own.fault];
  const field = { name: "answer", id: "answer", ...(fault && { errors: [`said:${fault}`] }) };
  const answer = own?.given ?? question.given;
  return (
    <Form method="post" autoComplete="off" className="min-w-0">
      {/* The first button of a form is what Enter presses. */}
      <button type="submit" name="go" value={go} tabIndex={-1} aria-hidden="true" className="sr-only">
        {words.check}
      </button>
      <input type="hidden" name="ordinal" value={item.ordinal} />
      <p className="mb-1 flex max-w-none flex-wrap justify-between gap-x-4 text-sm text-muted">
        <span>{sectionNames[language][item.section]}</span>
        <span>{words.points(item.points)}</span>
      </p>
      <h2 id="question" tabIndex={-1} className="mb-4 text-xl">
        {heading}
      </h2>
      <ErrorSummary fields={[{ field, label: heading }]} answer={returned} />
      {/* A group, so that the summary's link has somewhere to lead. */}
      <fieldset
        id={field.id}
        tabIndex={-1}
        aria-labelledby="question"
        aria-describedby={fault ? "answer-error" : undefined}
        className="mb-4 min-w-0"
      >
        <ItemView
          key={`${item.ordinal}/${JSON.stringify(own?.given ?? null)}`}
          item={item}
          answer={answer}
          onChange={awake ? () => undefined : undefined}
        />
      </fieldset>
      <FieldError field={field} />
      <div className="mt-5 flex flex-wrap gap-3 border-t border-line pt-4">{children}</div>
    </Form>
  );
}
