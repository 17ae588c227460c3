import { ErrorSummary } from "./error-summary";
import type { FieldBinding } from "./form-field";
import type { FormOutcome } from "./form-outcome";
import { useLanguage } from "./language";
import { Notice } from "./notice";

/** Above a form that was not accepted: the rule that refused it, or the entries that need another look. */
export function FormProblem({
  outcome,
  fields,
}: {
  outcome: FormOutcome | undefined;
  fields: readonly { field: FieldBinding; label: string }[];
}) {
  const language = useLanguage();
  if (!outcome) return null;
  if (!outcome.rejection) return <ErrorSummary fields={fields} formErrors={outcome.errors[""]} answer={outcome} />;
  return (
    <div className="mb-5">
      <Notice tone="danger" urgent>
        {outcome.rejection.sentence[language]}
      </Notice>
    </div>
  );
}
