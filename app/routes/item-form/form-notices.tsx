import { ErrorSummary } from "~/components/error-summary";
import { DifferenceList } from "~/components/item-bank/difference-list";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import type { FormAnswer } from "./answer-form.server";
import { messages } from "./messages";

/** Above the form: what was refused, and by what. */
export function FormNotices({ answer }: { answer: FormAnswer | undefined }) {
  const words = useMessages(messages);
  const language = useLanguage();
  if (!answer) return null;
  const { faults, places, conflict, rejection } = answer;
  const fields = Object.entries(faults).map(([name, fault]) => ({
    field: { name, errors: [fault] },
    label: places[name] ?? "",
  }));
  return (
    <>
      <ErrorSummary fields={fields} answer={answer} />
      {rejection && (
        <div className="mb-5">
          <Notice tone="danger" urgent>
            {rejection.sentence[language]}
          </Notice>
        </div>
      )}
      {conflict && (
        <div className="mb-5">
          <Notice tone="warning" title={words.conflict(conflict.version)} urgent>
            <p>{words.conflictText}</p>
            <p className="mt-1">{words.conflictTheirs}</p>
            <DifferenceList differences={conflict.difference} />
          </Notice>
        </div>
      )}
    </>
  );
}
