import { parseWithZod } from "@conform-to/zod/v4";
import { json, type TypedResponse } from "@remix-run/node";
import type { z } from "zod";
import type { FormOutcome } from "~/components/form-outcome";
import { worded } from "~/components/rejection-message";
import { Rejection } from "~/kernel/rejection";
import { faultCode } from "./fault-code.server";

/** Never sent back into a page. */
const secret = new Set(["password", "again"]);

const limits = { fields: 2_000, index: 500, depth: 6, nameLength: 200 } as const;

/**
 * Refuses names that would make whoever builds an object from them work for ever (`staff[100000].name`, deep nesting), or reach a prototype.
 * @returns whether every name is harmless
 */
export function harmlessNames(form: FormData): boolean {
  let fields = 0;
  for (const name of form.keys()) {
    fields += 1;
    if (fields > limits.fields || name.length > limits.nameLength) return false;
    if (/(^|[.[\]])(__proto__|constructor|prototype)([.[\]]|$)/.test(name)) return false;
    const steps = name.split(/[.[]/);
    if (steps.length > limits.depth) return false;
    if (steps.some((step) => /^\d+\]?$/.test(step) && Number.parseInt(step, 10) > limits.index)) return false;
  }
  return true;
}

/** The request's form; a body that is no form, or a hostile one, is a 400 before anything else looks at it. */
export async function readForm(request: Request): Promise<FormData> {
  const form = await request.formData().catch(() => undefined);
  if (!form || !harmlessNames(form)) throw json({ code: "bad_request", facts: {}, requestId: "" }, { status: 400 });
  return form;
}

/**
 * Parses the form and runs the workflow. Faults come back as 400 with the fields marked and what was typed; a conflict as 409, too
 * many tries as 429, on the same page, also with what was typed. Refusals of other kinds go on to `answering`.
 */
export async function submitted<S extends z.ZodType, T>(
  form: FormData,
  schema: S,
  run: (value: z.output<S>) => Promise<T>,
): Promise<T | TypedResponse<FormOutcome>> {
  const submission = parseWithZod(form, { schema, error: faultCode });
  const reply = submission.reply({ hideFields: [...secret] });
  const outcome = { initialValue: reply.initialValue ?? {}, errors: notNull(reply.error), rejection: null };
  if (submission.status !== "success") return json<FormOutcome>(outcome, { status: 400 });
  try {
    return await run(submission.value);
  } catch (error) {
    if (!(error instanceof Rejection) || error.kind !== "conflict") throw error;
    const { code, facts } = error;
    const refused = { ...outcome, initialValue: typed(form), errors: {}, rejection: worded(error) };
    if (code !== "too_many_sign_ins") return json<FormOutcome>(refused, { status: 409 });
    const headers = { "Retry-After": String(Number(facts.minutes) * 60) };
    return json<FormOutcome>(refused, { status: 429, headers });
  }
}

const notNull = (errors: Record<string, string[] | null> | null | undefined): Record<string, string[]> =>
  Object.fromEntries(Object.entries(errors ?? {}).flatMap(([name, codes]) => (codes ? [[name, codes]] : [])));

/** What was typed, for showing it again; never a password. */
function typed(form: FormData): Record<string, unknown> {
  const names = [...new Set(form.keys())].filter((name) => !secret.has(name));
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name).filter((value) => typeof value === "string");
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}
