import type { ReactNode } from "react";
import { controlMessages } from "./control-messages";
import { fieldFault } from "./field-fault";
import { useLanguage, useMessages } from "./language";

/**
 * What a field needs to know of its form. The field metadata of Conform has this shape (`fields.email`), and a form
 * without Conform writes `{ name: "email" }`.
 */
export interface FieldBinding {
  readonly name: string;
  readonly id?: string;
  readonly key?: string | undefined;
  readonly errors?: readonly string[] | undefined;
  readonly initialValue?: unknown;
  readonly required?: boolean | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
}

export interface FieldProps {
  field: FieldBinding;
  label: string;
  hint?: ReactNode;
  /** Wins over the value that the form remembers, e.g. to prefill a new form. */
  defaultValue?: string;
  /** Without it a field that is not required says "optional" beside its label. */
  hideOptional?: boolean;
}

export const fieldId = (field: FieldBinding): string => field.id ?? `field-${field.name}`;
const hintId = (field: FieldBinding): string => `${fieldId(field)}-hint`;
const errorId = (field: FieldBinding): string => `${fieldId(field)}-error`;

/** Text the field starts with: what was typed before a refusal, else `defaultValue`. */
export function startValue(field: FieldBinding, defaultValue?: string): string | undefined {
  return typeof field.initialValue === "string" ? field.initialValue : defaultValue;
}

/** The attributes that tie a control to its label, hint and fault. */
export function controlAttributes({ field, hint }: Pick<FieldProps, "field" | "hint">) {
  const faulty = (field.errors?.length ?? 0) > 0;
  const described = [hint ? hintId(field) : "", faulty ? errorId(field) : ""].filter(Boolean).join(" ");
  return {
    id: fieldId(field),
    name: field.name,
    required: field.required,
    "aria-invalid": faulty || undefined,
    "aria-describedby": described || undefined,
  } as const;
}

export function FieldHint({ field, children }: { field: FieldBinding; children: ReactNode }) {
  return children ? (
    <p id={hintId(field)} className="text-sm text-muted">
      {children}
    </p>
  ) : null;
}

/** What is wrong, in words, with a mark that does not need its colour. */
export function FieldError({ field }: { field: FieldBinding }) {
  const language = useLanguage();
  const [first] = field.errors ?? [];
  if (first === undefined) return null;
  return (
    <p id={errorId(field)} className="flex items-start gap-1.5 text-sm font-medium text-bad">
      <svg viewBox="0 0 16 16" className="mt-0.5 size-4 flex-none fill-current" aria-hidden="true">
        <path d="M8 1.2 15.4 14.6H.6zM7.2 6v4.2h1.6V6zm0 5.4V13h1.6v-1.6z" fillRule="evenodd" />
      </svg>
      {fieldFault(first, language)}
    </p>
  );
}

export function OptionalMark({ field, hidden }: { field: FieldBinding; hidden?: boolean | undefined }) {
  const words = useMessages(controlMessages);
  return field.required || hidden ? null : <span className="ml-1.5 font-normal text-muted">({words.optional})</span>;
}

/** Label, hint and fault around one control. */
export function FieldFrame({ field, label, hint, hideOptional, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={fieldId(field)} className="text-sm font-semibold">
        {label}
        <OptionalMark field={field} hidden={hideOptional} />
      </label>
      <FieldHint field={field}>{hint}</FieldHint>
      {children}
      <FieldError field={field} />
    </div>
  );
}
