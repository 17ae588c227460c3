import type { DecisionOutcome } from "~/platform/schema/staff-tables";
import type { DaysAgo } from "./organisation-story";

/** Decisions of IONOS staff, by the keys of the story, each organisation's in order; a remediation gives `timeInDays`. */
export const staffDecisions: readonly {
  readonly organisation: string;
  readonly daysAgo: DaysAgo;
  readonly outcome: DecisionOutcome;
  readonly timeInDays?: number;
  readonly reason: string;
}[] = [
  { organisation: "rheinwerk", daysAgo: 560, outcome: "granted", reason: "Drei zertifizierte Administratoren." },
  { organisation: "nordlicht", daysAgo: 420, outcome: "granted", reason: "Drei zertifizierte Administratoren." },
  { organisation: "thames", daysAgo: 540, outcome: "granted", reason: "Three certified administrators." },
  { organisation: "atlantic", daysAgo: 270, outcome: "granted", reason: "Three certified administrators." },
  {
    organisation: "atlantic",
    daysAgo: 10,
    outcome: "remediation",
    timeInDays: 60,
    reason: "A replacement is named and enrolled; agreed on the phone.",
  },
  { organisation: "lonestar", daysAgo: 200, outcome: "granted", reason: "Three certified administrators." },
  {
    organisation: "lonestar",
    daysAgo: 31,
    outcome: "remediation",
    timeInDays: 28,
    reason: "One certificate revoked; a successor is trained and to sit the exam.",
  },
  { organisation: "prairie", daysAgo: 250, outcome: "granted", reason: "Three certified administrators." },
  { organisation: "prairie", daysAgo: 24, outcome: "suspended", reason: "A certificate is under investigation." },
  { organisation: "oderland", daysAgo: 500, outcome: "granted", reason: "Drei zertifizierte Administratoren." },
  { organisation: "oderland", daysAgo: 108, outcome: "withdrawn", reason: "Wechsel in die Stufe Partner." },
];

/** Views of the overview that staff have saved. */
export const overviewViews: readonly {
  readonly email: string;
  readonly name: string;
  readonly query: string;
  readonly opensFirst: boolean;
}[] = [
  {
    email: "portal@ionos.example",
    name: "Gefährdet, IONOS SE",
    query: "status=at_risk&entity=ionos_se",
    opensFirst: false,
  },
  { email: "portal@ionos.example", name: "In Nachbesserung", query: "decision=remediation", opensFirst: false },
  { email: "audit@ionos.example", name: "Nicht erfüllt", query: "status=not_met", opensFirst: false },
  { email: "audit@ionos.example", name: "Nach Namen", query: "sort=name", opensFirst: false },
];
