import type { ReactNode } from "react";
import type { FieldBinding } from "~/components/form-field";
import { useMessages } from "~/components/language";
import { InputField, TextAreaField } from "~/components/text-field";
import { messages } from "./messages";

interface BothLanguagesProps {
  label: string;
  hint?: ReactNode;
  en: FieldBinding;
  de: FieldBinding;
  values: readonly [en: string, de: string];
  /** One line when left out. */
  rows?: number;
  monospace?: boolean;
}

/** The same part in English and German, side by side where there is room. */
export function BothLanguages({ label, hint, en, de, values, rows, monospace = false }: BothLanguagesProps) {
  const words = useMessages(messages);
  const halves = [
    { field: en, label: words.inEnglish(label), value: values[0] },
    { field: de, label: words.inGerman(label), value: values[1] },
  ];
  return (
    <div className="flex flex-col gap-1">
      {hint && <p className="text-sm text-muted">{hint}</p>}
      <div className={`grid gap-3 md:grid-cols-2 ${monospace ? "[&_textarea]:font-mono [&_textarea]:text-sm" : ""}`}>
        {halves.map(({ field, label: halfLabel, value }) =>
          rows ? (
            <TextAreaField
              key={field.name}
              field={field}
              label={halfLabel}
              rows={rows}
              defaultValue={value}
              hideOptional
              spellCheck={!monospace}
            />
          ) : (
            <InputField key={field.name} field={field} label={halfLabel} defaultValue={value} hideOptional />
          ),
        )}
      </div>
    </div>
  );
}
