import { admin, member, type OrganisationStory, passed } from "./organisation-story";

const british = { entity: "ionos_ltd", zone: "Europe/London", language: "en", names: "british" } as const;

export const thames: OrganisationStory = {
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
};

export const albion: OrganisationStory = {
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
};

export const kestrel: OrganisationStory = {
  ...british,
  key: "kestrel",
  name: "Kestrel Managed Services Ltd",
  domain: "kestrel.example",
  levels: [[500, "platinum"]],
  applied: 6,
  people: [admin("admin", { joined: 490 }), { ...passed(110), joined: 300 }, member],
};

export const cumbria: OrganisationStory = {
  ...british,
  key: "cumbria",
  name: "Cumbria Platforms Ltd",
  domain: "cumbria.example",
  levels: [[300, "partner"]],
  people: [admin("admin", { joined: 290 }), member],
};
