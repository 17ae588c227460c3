import { useSubmit } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { Confirm } from "~/components/confirm";
import { useMessages } from "~/components/language";
import { AnswerForm } from "./answer-form";
import type { ShownQuestion } from "./load-round.server";
import { messages } from "./messages";
import { MockClock } from "./mock-clock";
import type { Returned } from "./route";

const formId = "mock-answer";

interface MockRoundProps {
  roundId: string;
  question: ShownQuestion;
  answered: readonly boolean[];
  returned: Returned | undefined;
  deadlineAt: string;
  now: string;
  zone: string;
}

/** A mock examination under way: the clock, one question, all the others a press away; whatever is pressed saves the answer first. */
export function MockRound({ roundId, question, answered, returned, deadlineAt, now, zone }: MockRoundProps) {
  const words = useMessages(messages);
  const submit = useSubmit();
  const { ordinal } = question.item;
  const count = answered.length;
  const finish = () => {
    const form = document.getElementById(formId);
    const fields = form instanceof HTMLFormElement ? new FormData(form) : new FormData();
    fields.set("go", "finish");
    submit(fields, { method: "post" });
  };
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_16rem]">
      <div className="card min-w-0 p-4 sm:p-6">
        <AnswerForm
          key={`${roundId}/${ordinal}`}
          id={formId}
          question={question}
          returned={returned}
          heading={words.questionOf(ordinal, count)}
          go={String(ordinal)}
        >
          {ordinal > 1 && (
            <SubmitButton look="quiet" name="go" value={ordinal - 1}>
              {words.previous}
            </SubmitButton>
          )}
          <SubmitButton name="go" value={Math.min(ordinal + 1, count)}>
            {ordinal === count ? words.save : words.next}
          </SubmitButton>
        </AnswerForm>
      </div>
      <aside className="contents flex-col gap-5 lg:flex" aria-label={words.overview}>
        <div className="card order-first px-4 py-2">
          <MockClock deadlineAt={deadlineAt} now={now} zone={zone} onTimeUp={finish} />
        </div>
        <div className="card flex flex-col gap-4 p-4">
          <ul className="flex flex-wrap gap-1.5">
            {answered.map((isAnswered, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a question keeps its number
              <li key={index}>
                <button
                  type="submit"
                  form={formId}
                  name="go"
                  value={index + 1}
                  aria-label={words.goTo(index + 1, isAnswered)}
                  aria-current={index + 1 === ordinal ? "step" : undefined}
                  className={`size-9 rounded border tabular-nums ${isAnswered ? "border-good bg-good-soft font-semibold" : "border-edge bg-surface"} aria-[current]:outline-2 aria-[current]:outline-accent`}
                >
                  {index + 1}
                </button>
              </li>
            ))}
          </ul>
          <Confirm label={words.handIn} title={words.handInQuestion} completes>
            <p>{words.open(answered.filter((isAnswered) => !isAnswered).length)}</p>
            <SubmitButton look="primary" form={formId} name="go" value="finish">
              {words.handInNow}
            </SubmitButton>
          </Confirm>
        </div>
      </aside>
    </div>
  );
}
