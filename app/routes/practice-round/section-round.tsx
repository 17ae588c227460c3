import { Form, useLocation } from "@remix-run/react";
import { useEffect } from "react";
import { SubmitButton } from "~/components/button";
import { useMessages } from "~/components/language";
import { AnswerForm } from "./answer-form";
import { AnsweredQuestion } from "./answered-question";
import type { ShownQuestion } from "./load-round.server";
import { messages } from "./messages";
import type { Returned } from "./route";

/** One question after the other, each with its answer as soon as one's own is given. */
export function SectionRound({ question, returned }: { question: ShownQuestion; returned: Returned | undefined }) {
  const words = useMessages(messages);
  const { hash, key } = useLocation();
  // The button that was pressed is gone, and focus with it. Browsers follow an anchor by themselves only where the whole page is loaded.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is not read, it is new with each step
  useEffect(() => {
    if (hash && !returned) document.getElementById(hash.slice(1))?.focus();
  }, [hash, key, returned]);
  const heading = words.question(question.item.ordinal);
  if (!question.feedback) {
    return (
      <div className="card max-w-4xl p-4 sm:p-6">
        <AnswerForm question={question} returned={returned} heading={heading} go="check">
          <SubmitButton name="go" value="check">
            {words.check}
          </SubmitButton>
        </AnswerForm>
      </div>
    );
  }
  return (
    <div className="card max-w-4xl p-4 sm:p-6">
      <AnsweredQuestion question={question} feedback={question.feedback} heading={heading} id="feedback" />
      <Form method="post" className="mt-5 flex flex-wrap gap-3 border-t border-line pt-4">
        <SubmitButton name="go" value="next">
          {words.nextQuestion}
        </SubmitButton>
        <SubmitButton look="quiet" name="go" value="finish">
          {words.finish}
        </SubmitButton>
      </Form>
    </div>
  );
}
