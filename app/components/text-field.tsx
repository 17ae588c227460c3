import type { InputHTMLAttributes, TextareaHTMLAttributes } from "react";
import { controlAttributes, FieldFrame, type FieldProps, startValue } from "./form-field";

type InputAttributes = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | "autoComplete"
  | "inputMode"
  | "min"
  | "max"
  | "step"
  | "placeholder"
  | "readOnly"
  | "disabled"
  | "list"
  | "autoFocus"
  | "spellCheck"
>;

interface InputFieldProps extends FieldProps, InputAttributes {
  type?: "text" | "email" | "password" | "tel" | "url" | "search" | "number" | "date" | "datetime-local" | "time";
  /** Characters the field is drawn for, where its length says something about the answer. */
  size?: number;
}

/** One line: text, e-mail, password, number, and the browser's own pickers for dates and times. */
export function InputField({
  field,
  label,
  hint,
  hideOptional,
  defaultValue,
  type = "text",
  size,
  ...rest
}: InputFieldProps) {
  return (
    <FieldFrame {...{ field, label, hint, hideOptional }}>
      <input
        key={field.key}
        {...controlAttributes({ field, hint })}
        type={type}
        size={size}
        minLength={field.minLength}
        maxLength={field.maxLength}
        // A password is never sent back into the page.
        defaultValue={type === "password" ? undefined : startValue(field, defaultValue)}
        className={size ? "control max-w-fit" : "control"}
        {...rest}
      />
    </FieldFrame>
  );
}

type AreaAttributes = Pick<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  "rows" | "placeholder" | "readOnly" | "spellCheck"
>;

export function TextAreaField({
  field,
  label,
  hint,
  hideOptional,
  defaultValue,
  rows = 4,
  ...rest
}: FieldProps & AreaAttributes) {
  return (
    <FieldFrame {...{ field, label, hint, hideOptional }}>
      <textarea
        key={field.key}
        {...controlAttributes({ field, hint })}
        rows={rows}
        minLength={field.minLength}
        maxLength={field.maxLength}
        defaultValue={startValue(field, defaultValue)}
        className="control"
        {...rest}
      />
    </FieldFrame>
  );
}
