import { type Actor, allows } from "~/people/permissions";
import type { PortalMode } from "~/platform/env";
import { paths } from "./paths";
import { homeOrganisation } from "./start-page";

type NavigationKey =
  | "overview"
  | "organisation"
  | "applications"
  | "people"
  | "training"
  | "exam"
  | "practice"
  | "judging"
  | "items"
  | "forms"
  | "programme"
  | "marking"
  | "statistics"
  | "me"
  | "contacts"
  | "notices"
  | "jobs"
  | "audit"
  | "mailbox";

/** Whose menu is long finds rooms of one kind behind one button. */
type NavigationGroupKey = "examinations" | "operation";

export interface Room {
  readonly key: NavigationKey;
  readonly to: string;
  readonly group?: NavigationGroupKey;
}

interface NavigationGroup {
  readonly group: NavigationGroupKey;
  readonly rooms: readonly Room[];
}

const mostInOneRow = 8;

/** The menu a person sees: only what they may open, what they need most first; `judged` is the open study of which they are a judge. */
export function navigationFor(actor: Actor, mode: PortalMode, judged?: string): (Room | NavigationGroup)[] {
  const rooms = roomsFor(actor, mode, judged);
  if (rooms.length <= mostInOneRow) return rooms;
  const inGroup = (group: NavigationGroupKey) => rooms.filter((room) => room.group === group);
  return rooms.flatMap((room): (Room | NavigationGroup)[] => {
    if (!room.group) return [room];
    const group = inGroup(room.group);
    return group[0] === room ? [{ group: room.group, rooms: group }] : [];
  });
}

function roomsFor(actor: Actor, mode: PortalMode, judged: string | undefined): Room[] {
  const home = homeOrganisation(actor);
  const group = { examinations: { group: "examinations" }, operation: { group: "operation" } } as const;
  const rooms: (Room | false)[] = [
    allows(actor, "organisation.list") && { key: "overview", to: paths.organisations() },
    allows(actor, "second_level.decide") && { key: "applications", to: paths.applications() },
    home !== "" && { key: "organisation", to: paths.organisation(home) },
    home !== "" && { key: "people", to: paths.people(home) },
    { key: "training", to: paths.training() },
    actor.memberOf !== null && { key: "me", to: paths.myRecord() },
    actor.memberOf !== null && { key: "exam", to: paths.exam() },
    { key: "practice", to: paths.practice() },
    judged !== undefined && { key: "judging", to: paths.cutScore(judged), ...group.examinations },
    allows(actor, "item_bank.read") && { key: "items", to: paths.items(), ...group.examinations },
    allows(actor, "item_bank.read") && { key: "forms", to: paths.formOutlook(), ...group.examinations },
    allows(actor, "programme.read") && { key: "programme", to: paths.programme(), ...group.examinations },
    allows(actor, "report.read_marking") && { key: "marking", to: paths.marking(), ...group.examinations },
    allows(actor, "exam_statistics.read") && { key: "statistics", to: paths.examStatistics(), ...group.examinations },
    { key: "contacts", to: paths.supportContacts(), ...group.operation },
    allows(actor, "notice.read") && { key: "notices", to: paths.notices(), ...group.operation },
    allows(actor, "job.read") && { key: "jobs", to: paths.jobs(), ...group.operation },
    allows(actor, "audit.read") && { key: "audit", to: paths.audit(), ...group.operation },
    mode !== "production" && { key: "mailbox", to: paths.mailbox(), ...group.operation },
  ];
  return rooms.filter((room) => room !== false);
}
