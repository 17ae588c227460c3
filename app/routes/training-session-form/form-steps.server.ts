import { json, type TypedResponse } from "@remix-run/node";
import type { FormOutcome } from "~/components/form-outcome";
import { selectPeopleWithRole } from "~/people/person-queries.server";
import type { Reader } from "~/platform/database/handle";
import { mostParts } from "~/training/session-plan";
import { partCountOf } from "./session-schema.server";

/** The button "add a part": the same form with what was typed and one part more. Undefined for every other button. */
export function partAdded(form: FormData): TypedResponse<FormOutcome> | undefined {
  if (form.get("intent") !== "add_part") return undefined;
  const typed = [...form].filter(([name, value]) => name !== "intent" && typeof value === "string");
  const partCount = String(Math.min(mostParts, partCountOf(form) + 1));
  return json<FormOutcome>({
    initialValue: { ...Object.fromEntries(typed), partCount },
    errors: {},
    rejection: null,
  });
}

/** Whom a session can be given to. */
export const selectTrainerChoices = async (db: Reader) =>
  (await selectPeopleWithRole(db, ["training_manager"])).map(({ personId, fullName }) => ({
    value: personId,
    label: fullName,
  }));
