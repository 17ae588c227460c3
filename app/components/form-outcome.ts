import type { FieldBinding } from "./form-field";
import type { WordedRejection } from "./rejection-message";

/** What the server says of a form that it did not accept: faults by field, what was typed, or the rule that refused. */
export interface FormOutcome {
  readonly initialValue: Readonly<Record<string, unknown>>;
  /** Codes by field name, `""` for the form as a whole; see `field-fault.ts`. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly rejection: WordedRejection | null;
}

const isOutcome = (data: unknown): data is FormOutcome =>
  typeof data === "object" && data !== null && "initialValue" in data && "errors" in data;

/** The outcome in `useActionData()`, if there is one. */
export const formOutcome = (actionData: unknown): FormOutcome | undefined =>
  isOutcome(actionData) ? actionData : undefined;

/** The named fields of a form with what the outcome says of each; fields whose name ends in `?` are optional. */
export function formFields<const Name extends string>(outcome: FormOutcome | undefined, ...names: readonly Name[]) {
  type Bare = Name extends `${infer Base}?` ? Base : Name;
  const bindings = names.map((name): [string, FieldBinding] => {
    const bare = name.replace(/\?$/, "");
    return [
      bare,
      {
        name: bare,
        required: bare === name,
        errors: outcome?.errors[bare],
        initialValue: outcome ? (outcome.initialValue[bare] ?? "") : undefined,
      },
    ];
  });
  return Object.fromEntries(bindings) as unknown as Record<Bare, FieldBinding>;
}
