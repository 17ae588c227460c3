import type { ReactNode } from "react";
import { controlMessages } from "./control-messages";
import {
  controlAttributes,
  FieldError,
  FieldFrame,
  FieldHint,
  type FieldProps,
  fieldId,
  OptionalMark,
  startValue,
} from "./form-field";
import { useMessages } from "./language";

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** One line on what the choice means (radio groups and checkbox groups). */
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

interface ChoicesProps extends FieldProps {
  choices: readonly Choice[];
}

/** Where there is room: beside each other, for a few short ones, or in two columns, for many. Below each other without it. */
type Arrangement = "row" | "columns";

const arrangements: Record<Arrangement, string> = {
  row: "flex flex-col gap-x-6 gap-y-1 sm:flex-row sm:flex-wrap",
  columns: "gap-x-6 sm:columns-2",
};

/** One of many, folded; `emptyLabel` names the answer "none", without it a choice must be made. */
export function SelectField({
  field,
  label,
  hint,
  hideOptional,
  defaultValue,
  choices,
  emptyLabel,
}: ChoicesProps & { emptyLabel?: string }) {
  const words = useMessages(controlMessages);
  return (
    <FieldFrame {...{ field, label, hint, hideOptional }}>
      <select
        key={field.key}
        {...controlAttributes({ field, hint })}
        defaultValue={startValue(field, defaultValue) ?? ""}
        className="control"
      >
        <option value="">{emptyLabel ?? words.choose}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** One of a few, all in sight. */
export function RadioGroup(props: ChoicesProps & { arranged?: Arrangement }) {
  const start = startValue(props.field, props.defaultValue);
  return <ChoiceGroup {...props} type="radio" chosen={(value) => value === start} />;
}

/** Any of a few; the server reads `name` as a list. */
export function CheckboxGroup({
  defaultValues = [],
  ...props
}: ChoicesProps & { defaultValues?: readonly string[]; arranged?: Arrangement }) {
  const { initialValue } = props.field;
  const start = Array.isArray(initialValue)
    ? initialValue
    : typeof initialValue === "string"
      ? [initialValue]
      : defaultValues;
  return <ChoiceGroup {...props} type="checkbox" chosen={(value) => start.includes(value)} />;
}

function ChoiceGroup({
  field,
  label,
  hint,
  hideOptional,
  choices,
  type,
  chosen,
  arranged,
}: ChoicesProps & { type: "radio" | "checkbox"; chosen: (value: string) => boolean; arranged?: Arrangement }) {
  const { id, name, required, ...described } = controlAttributes({ field, hint });
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className="flex min-w-0 flex-col gap-1"
      aria-describedby={described["aria-describedby"]}
    >
      <legend className="mb-1 text-sm font-semibold">
        {label}
        <OptionalMark field={field} hidden={hideOptional} />
      </legend>
      <FieldHint field={field}>{hint}</FieldHint>
      <div className={arranged ? arrangements[arranged] : "flex flex-col gap-1"}>
        {choices.map((choice) => (
          <label
            key={`${field.key}-${choice.value}`}
            className="flex break-inside-avoid items-start gap-2.5 py-1 has-disabled:text-muted coarse:min-h-11 coarse:py-2.5"
          >
            <input
              type={type}
              name={name}
              value={choice.value}
              required={type === "radio" ? required : undefined}
              disabled={choice.disabled}
              defaultChecked={chosen(choice.value)}
              aria-invalid={described["aria-invalid"]}
              className="tick"
            />
            <span>
              {choice.label}
              {choice.hint && <span className="block text-sm text-muted">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError field={field} />
    </fieldset>
  );
}

/** Yes or no; sends "on" or nothing. */
export function CheckboxField({
  field,
  label,
  hint,
  defaultChecked,
}: Omit<FieldProps, "defaultValue"> & { defaultChecked?: boolean }) {
  const start =
    field.initialValue === undefined ? defaultChecked : field.initialValue === "on" || field.initialValue === true;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={fieldId(field)} className="flex items-start gap-2.5 py-1 coarse:min-h-11 coarse:py-2.5">
        <input
          key={field.key}
          type="checkbox"
          {...controlAttributes({ field, hint })}
          value="on"
          defaultChecked={start}
          className="tick"
        />
        <span>{label}</span>
      </label>
      {hint && (
        <div className="-mt-1 pl-7 coarse:-mt-2.5 coarse:pl-8.5">
          <FieldHint field={field}>{hint}</FieldHint>
        </div>
      )}
      <FieldError field={field} />
    </div>
  );
}
