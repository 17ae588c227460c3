import type { Actor } from "~/people/permissions";
import { paths } from "./paths";

/** The page a person comes for: staff the overview, a partner admin the organisation, an engineer the own record. */
export function startPage(actor: Actor): string {
  if (actor.roles.some((role) => role === "auditor" || role === "portal_admin" || role === "exam_manager"))
    return paths.organisations();
  if (actor.roles.includes("training_manager")) return paths.training();
  if (actor.administered.length > 0) return paths.organisation(homeOrganisation(actor));
  return paths.myRecord();
}

/** A distributor's admin reaches resellers too; home is where the person is a member. */
export const homeOrganisation = (actor: Actor): string =>
  actor.memberOf && actor.administered.includes(actor.memberOf) ? actor.memberOf : (actor.administered[0] ?? "");
