import { admin, member, type OrganisationStory, passed } from "./organisation-story";

const american = { entity: "ionos_inc", language: "en", names: "american" } as const;

export const atlantic: OrganisationStory = {
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
};

export const harbor: OrganisationStory = {
  ...american,
  key: "harbor",
  name: "Harbor Point Hosting",
  domain: "harbor-point.example",
  zone: "America/New_York",
  levels: [[600, "reseller"]],
  distributor: "atlantic",
  people: [member, { ...passed(200), joined: 300 }],
};

export const prairie: OrganisationStory = {
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
};

export const sierra: OrganisationStory = {
  ...american,
  key: "sierra",
  name: "Sierra Norte Systems Inc.",
  domain: "sierra-norte.example",
  zone: "America/Denver",
  levels: [[700, "platinum"]],
  optedIn: 690,
  people: [admin("admin"), passed(620, 270), passed(600, 255), passed(410, 85), passed(180), passed(95)],
};

export const lonestar: OrganisationStory = {
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
};
