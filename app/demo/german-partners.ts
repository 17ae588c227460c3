import { admin, member, type OrganisationStory, passed, ready } from "./organisation-story";

const german = { entity: "ionos_se", zone: "Europe/Berlin", language: "de", names: "german" } as const;

export const rheinwerk: OrganisationStory = {
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
};

export const moselnetz: OrganisationStory = {
  ...german,
  key: "moselnetz",
  name: "Moselnetz IT",
  domain: "moselnetz.example",
  levels: [[700, "reseller"]],
  distributor: "rheinwerk",
  people: [member, member, { joined: 90, silent: true }],
};

export const lahntal: OrganisationStory = {
  ...german,
  key: "lahntal",
  name: "Lahntal Systeme",
  domain: "lahntal.example",
  levels: [[500, "reseller"]],
  distributor: "rheinwerk",
  people: [{ ...passed(330), joined: 420 }, member],
};

export const nordlicht: OrganisationStory = {
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
};

export const alpenblick: OrganisationStory = {
  ...german,
  key: "alpenblick",
  name: "Alpenblick IT GmbH",
  domain: "alpenblick.example",
  zone: "Europe/Vienna",
  levels: [[650, "platinum"]],
  optedIn: 640,
  optedOut: 170,
  people: [admin("admin"), passed(560), passed(540, 200), member],
};

export const hafenstadt: OrganisationStory = {
  ...german,
  key: "hafenstadt",
  name: "Hafenstadt Hosting",
  domain: "hafenstadt.example",
  levels: [[600, "partner"]],
  people: [admin("admin", { joined: 590 }), member, { ...passed(150), joined: 300 }],
};

export const elbufer: OrganisationStory = {
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
};

export const bodensee: OrganisationStory = {
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
};

export const oderland: OrganisationStory = {
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
};
