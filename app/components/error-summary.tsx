import { useEffect, useRef } from "react";
import { controlMessages } from "./control-messages";
import { fieldFault } from "./field-fault";
import { type FieldBinding, fieldId } from "./form-field";
import { useLanguage, useMessages } from "./language";
import { Notice } from "./notice";

interface ErrorSummaryProps {
  /** The fields of the form in their order on the page, each with the label it carries there. */
  fields: readonly { field: FieldBinding; label: string }[];
  /** Faults of the form as a whole. */
  formErrors?: readonly string[] | undefined;
  /** The server's answer: a new one takes focus again, even when it finds the same faults. */
  answer?: unknown;
}

/** Stands above a refused form, takes focus, and leads to each entry that needs another look. Nothing without a fault. */
export function ErrorSummary({ fields, formErrors = [], answer }: ErrorSummaryProps) {
  const words = useMessages(controlMessages);
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const faulty = fields.filter(({ field }) => (field.errors?.length ?? 0) > 0);
  const count = faulty.length + formErrors.length;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer is not read, its arrival is the event
  useEffect(() => {
    if (count > 0) box.current?.focus();
  }, [count, answer]);

  if (count === 0) return null;
  return (
    <div ref={box} tabIndex={-1} className="mb-5">
      <Notice tone="danger" title={words.errorSummary(count)} urgent>
        <ul className="list-disc pl-5">
          {formErrors.map((fault) => (
            <li key={fault}>{fieldFault(fault, language)}</li>
          ))}
          {faulty.map(({ field, label }) => (
            <li key={field.name}>
              <a className="link" href={`#${fieldId(field)}`}>
                {label.replace(/[.?]$/, "")}
              </a>
              : {fieldFault(field.errors?.[0] ?? "invalid", language)}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
