import { type Actor, allows } from "~/people/permissions";
import type { PortalMode } from "~/platform/env";
import { paths } from "./paths";
import { homeOrganisation } from "./start-page";

type NavigationKey =
  | "overview"
  | "organisation"
  | "people"
  | "training"
  | "exam"
  | "practice"
  | "items"
  | "forms"
  | "statistics"
  | "me"
  | "notices"
  | "jobs"
  | "audit"
  | "mailbox";

export interface NavigationEntry {
  readonly key: NavigationKey;
  readonly to: string;
}

/** The menu a person sees: only what they may open, what they need most first. */
export function navigationFor(actor: Actor, mode: PortalMode): NavigationEntry[] {
  const home = homeOrganisation(actor);
  const entries: (NavigationEntry | false)[] = [
    allows(actor, "organisation.list") && { key: "overview", to: paths.organisations() },
    home !== "" && { key: "organisation", to: paths.organisation(home) },
    home !== "" && { key: "people", to: paths.people(home) },
    { key: "training", to: paths.training() },
    actor.memberOf !== null && { key: "me", to: paths.myRecord() },
    actor.memberOf !== null && { key: "exam", to: paths.exam() },
    { key: "practice", to: paths.practice() },
    allows(actor, "item_bank.read") && { key: "items", to: paths.items() },
    allows(actor, "item_bank.read") && { key: "forms", to: paths.formOutlook() },
    allows(actor, "exam_statistics.read") && { key: "statistics", to: paths.examStatistics() },
    allows(actor, "notice.read") && { key: "notices", to: paths.notices() },
    allows(actor, "job.read") && { key: "jobs", to: paths.jobs() },
    allows(actor, "audit.read") && { key: "audit", to: paths.audit() },
    mode !== "production" && { key: "mailbox", to: paths.mailbox() },
  ];
  return entries.filter((entry) => entry !== false);
}
