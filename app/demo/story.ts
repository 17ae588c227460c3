/**
 * The demo world as a story told in days before today: who belongs where, since when, and what became of their exams. Nothing here writes:
 * `build-demo-world.server.ts` lets it happen through the workflows, day by day. All organisations and people are invented.
 */
import type { ReadinessPoint } from "~/organisations/support-access";
import type { ContractingEntity, Language } from "~/platform/schema/people-tables";

/** Days before today; negative lies ahead. */
export type DaysAgo = number;

export interface PersonStory {
  /** Part of the address before the @; demo accounts have fixed ones, the others are made from the name. */
  readonly mailbox?: string;
  readonly partnerAdmin?: boolean;
  /** Counts towards the three once certified; so unless said otherwise. */
  readonly administrator?: boolean;
  readonly joined?: DaysAgo;
  readonly left?: DaysAgo;
  /** Days on which the exam was passed: the first, then each renewal. */
  readonly passed?: readonly DaysAgo[];
  /** Days on which it was not. */
  readonly failed?: readonly DaysAgo[];
  /** Day on which the exam was handed in with a result that the ticket decides: it waits for marking. */
  readonly close?: DaysAgo;
  /** Took part in a second-level training this long ago without an exam since. */
  readonly trained?: DaysAgo;
  /** Has a place in the next training. */
  readonly enrolled?: boolean;
  readonly suspended?: { readonly from: DaysAgo; readonly until?: DaysAgo };
  readonly revoked?: DaysAgo;
  /** Planned absence, first and last day; both lie ahead. */
  readonly away?: readonly [DaysAgo, DaysAgo];
  /** What the partner admin has attested of the access to support (clause 2.5). */
  readonly support?: readonly ReadinessPoint[];
  /** Has not answered the invitation. */
  readonly silent?: boolean;
}

export interface OrganisationStory {
  readonly key: string;
  readonly name: string;
  readonly domain: string;
  readonly entity: ContractingEntity;
  readonly zone: string;
  readonly language: Language;
  readonly names: "german" | "american" | "british";
  /** First level, then changes: `[days ago, level]`. */
  readonly levels: readonly (readonly [DaysAgo, "partner" | "platinum" | "distributor" | "reseller"])[];
  readonly distributor?: string;
  /** Has applied for second-level support and waits for IONOS. */
  readonly applied?: DaysAgo;
  /** An application was approved from that day on. */
  readonly optedIn?: DaysAgo;
  readonly optedOut?: DaysAgo;
  readonly selfEnrolment?: boolean;
  readonly people: readonly PersonStory[];
}

const admin = (mailbox: string | undefined, story: PersonStory = {}): PersonStory => ({
  ...(mailbox ? { mailbox } : {}),
  partnerAdmin: true,
  administrator: false,
  joined: 780,
  ...story,
});
const passed = (...days: DaysAgo[]): PersonStory => ({ passed: days });
const member: PersonStory = { joined: 400 };
const ready = ["dcd_access", "support_pin"] as const;

const german = { entity: "ionos_se", zone: "Europe/Berlin", language: "de", names: "german" } as const;
const american = { entity: "ionos_inc", language: "en", names: "american" } as const;
const british = { entity: "ionos_ltd", zone: "Europe/London", language: "en", names: "british" } as const;

export const story: readonly OrganisationStory[] = [
  {
    ...german,
    key: "rheinwerk",
    name: "Rheinwerk Distribution GmbH",
    domain: "rheinwerk.example",
    levels: [[790, "distributor"]],
    people: [
      admin("admin"),
      { ...passed(700, 365, 20), support: ready },
      { ...passed(560, 230), support: ready, away: [-26, -40] },
      { ...passed(250), support: ready, away: [-30, -37] },
      passed(160),
      { ...passed(640, 300), left: 120 },
      { failed: [40], trained: 50 },
      { close: 2, joined: 90 },
      { enrolled: true, joined: 60 },
      member,
    ],
  },
  {
    ...german,
    key: "moselnetz",
    name: "Moselnetz IT",
    domain: "moselnetz.example",
    levels: [[700, "reseller"]],
    distributor: "rheinwerk",
    people: [member, member, { joined: 90, silent: true }],
  },
  {
    ...german,
    key: "lahntal",
    name: "Lahntal Systeme",
    domain: "lahntal.example",
    levels: [[500, "reseller"]],
    distributor: "rheinwerk",
    people: [{ ...passed(330), joined: 420 }, member],
  },
  {
    ...german,
    key: "nordlicht",
    name: "Nordlicht Systemhaus AG",
    domain: "nordlicht.example",
    levels: [
      [760, "partner"],
      [600, "platinum"],
    ],
    optedIn: 590,
    selfEnrolment: true,
    people: [
      admin("admin"),
      { mailbox: "engineer", ...passed(320), support: ready },
      { ...passed(420, 100), support: ready, away: [-12, -19] },
      { ...passed(190), support: ["dcd_access"] },
      { trained: 60, joined: 200 },
      { enrolled: true, joined: 45 },
      member,
    ],
  },
  {
    ...american,
    key: "atlantic",
    name: "Atlantic Bridge Distribution Inc.",
    domain: "atlantic-bridge.example",
    zone: "America/New_York",
    levels: [[780, "distributor"]],
    people: [
      admin("admin"),
      passed(540, 210),
      passed(275),
      { ...passed(450, 130), left: 12 },
      { failed: [70, 62], trained: 90 },
      { enrolled: true, joined: 30 },
      { joined: 20, silent: true },
    ],
  },
  {
    ...american,
    key: "harbor",
    name: "Harbor Point Hosting",
    domain: "harbor-point.example",
    zone: "America/New_York",
    levels: [[600, "reseller"]],
    distributor: "atlantic",
    people: [member, { ...passed(200), joined: 300 }],
  },
  {
    ...british,
    key: "thames",
    name: "Thames Valley Cloud Ltd",
    domain: "thames-valley.example",
    levels: [[770, "platinum"]],
    optedIn: 740,
    people: [
      admin("admin"),
      passed(690, 352, 8),
      passed(560, 205),
      passed(400, 70),
      passed(330, 5),
      { close: 3, joined: 100 },
      member,
    ],
  },
  {
    ...british,
    key: "albion",
    name: "Albion Data Distribution Ltd",
    domain: "albion-data.example",
    levels: [[140, "distributor"]],
    people: [
      admin("admin", { joined: 138 }),
      { ...passed(40), joined: 130 },
      { failed: [30], trained: 45, joined: 130 },
      { trained: 45, joined: 120 },
      { enrolled: true, joined: 60 },
      { joined: 10, silent: true },
    ],
  },
  {
    ...american,
    key: "prairie",
    name: "Prairie Compute LLC",
    domain: "prairie-compute.example",
    zone: "America/Chicago",
    levels: [[720, "platinum"]],
    optedIn: 700,
    people: [
      admin("admin"),
      passed(480, 150),
      { ...passed(290), suspended: { from: 200, until: 150 } },
      { ...passed(260), suspended: { from: 25 } },
      { enrolled: true, joined: 200 },
    ],
  },
  {
    ...german,
    key: "alpenblick",
    name: "Alpenblick IT GmbH",
    domain: "alpenblick.example",
    zone: "Europe/Vienna",
    levels: [[650, "platinum"]],
    optedIn: 640,
    optedOut: 170,
    people: [admin("admin"), passed(560), passed(540, 200), member],
  },
  {
    ...german,
    key: "hafenstadt",
    name: "Hafenstadt Hosting",
    domain: "hafenstadt.example",
    levels: [[600, "partner"]],
    people: [admin("admin", { joined: 590 }), member, { ...passed(150), joined: 300 }],
  },
  {
    ...british,
    key: "kestrel",
    name: "Kestrel Managed Services Ltd",
    domain: "kestrel.example",
    levels: [[500, "platinum"]],
    applied: 6,
    people: [admin("admin", { joined: 490 }), { ...passed(110), joined: 300 }, member],
  },
  {
    ...german,
    key: "elbufer",
    name: "Elbufer Consulting GmbH",
    domain: "elbufer.example",
    levels: [[300, "platinum"]],
    optedIn: 150,
    people: [
      admin("admin", { joined: 298 }),
      { ...passed(60), joined: 200 },
      { ...passed(35), joined: 200 },
      { trained: 30, joined: 180 },
      { enrolled: true, joined: 100 },
    ],
  },
  {
    ...american,
    key: "sierra",
    name: "Sierra Norte Systems Inc.",
    domain: "sierra-norte.example",
    zone: "America/Denver",
    levels: [[700, "platinum"]],
    optedIn: 690,
    people: [admin("admin"), passed(620, 270), passed(600, 255), passed(410, 85), passed(180), passed(95)],
  },
  {
    ...german,
    key: "bodensee",
    name: "Bodensee Datentechnik GmbH",
    domain: "bodensee-daten.example",
    levels: [[680, "platinum"]],
    optedIn: 300,
    people: [
      admin("admin"),
      { ...passed(286), joined: 400 },
      { ...passed(284), joined: 400 },
      { ...passed(283), joined: 400 },
      { trained: 20, joined: 120 },
    ],
  },
  {
    ...german,
    key: "oderland",
    name: "Oderland Systeme GmbH",
    domain: "oderland.example",
    levels: [
      [740, "platinum"],
      [110, "partner"],
    ],
    optedIn: 730,
    people: [admin("admin"), passed(640, 310), passed(630, 300), passed(500, 170), member],
  },
  {
    ...american,
    key: "lonestar",
    name: "Lone Star Infrastructure LLC",
    domain: "lone-star.example",
    zone: "America/Chicago",
    levels: [[690, "platinum"]],
    optedIn: 680,
    people: [
      admin("admin"),
      passed(500, 160),
      passed(240),
      { ...passed(220), revoked: 33 },
      { ...passed(520, 170), left: 140 },
      { trained: 15, joined: 90 },
    ],
  },
  {
    ...british,
    key: "cumbria",
    name: "Cumbria Platforms Ltd",
    domain: "cumbria.example",
    levels: [[300, "partner"]],
    people: [admin("admin", { joined: 290 }), member],
  },
];
