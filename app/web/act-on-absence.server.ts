import { redirect } from "@remix-run/node";
import { z } from "zod";
import { dropAbsence, planAbsence } from "~/organisations/plan-absence.server";
import { dayField } from "./day-field.server";
import { submitted } from "./form.server";
import type { Admitted } from "./gate.server";
import { isId } from "./params.server";

const personId = z.string().refine(isId, "invalid");

const planSchema = z
  .object({ personId, from: dayField, through: dayField })
  .refine(({ from, through }) => from <= through, { path: ["through"], message: "end_before_start" });
const dropSchema = z.object({ personId, absenceId: z.string().refine(isId, "invalid") });

/** Plans or takes back an absence in the organisation, as `form` says, and goes `back`; whether the actor may is asked before. */
export function actOnAbsence(
  form: FormData,
  { portal, actor, now }: Admitted,
  { organisationId, back }: { organisationId: string; back: string },
) {
  const who = { actorId: actor.personId, organisationId };
  if (form.get("intent") === "drop_absence") {
    return submitted(form, dropSchema, async (value) => {
      await dropAbsence(portal.db, { ...who, ...value }, now);
      return redirect(back);
    });
  }
  return submitted(form, planSchema, async (value) => {
    await planAbsence(portal.db, { ...who, ...value }, now);
    return redirect(back);
  });
}
