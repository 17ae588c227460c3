import type { StaffRole } from "~/people/appoint-staff.server";

/** The accounts that the demo prints and offers; they exist only in a demo world. */
export const demoPassword = "three seats filled";

interface DemoAccount {
  readonly email: string;
  readonly en: string;
  readonly de: string;
}

export const demoStaff: readonly (DemoAccount & { readonly fullName: string; readonly roles: readonly StaffRole[] })[] =
  [
    {
      email: "training@ionos.example",
      fullName: "Sabine Adler",
      roles: ["training_manager"],
      en: "IONOS training manager",
      de: "IONOS-Schulungsleitung",
    },
    {
      email: "exam@ionos.example",
      fullName: "Philipp Kraus",
      roles: ["exam_manager"],
      en: "IONOS exam manager",
      de: "IONOS-Prüfungsleitung",
    },
    {
      email: "audit@ionos.example",
      fullName: "Claire Fontaine",
      roles: ["auditor"],
      en: "IONOS auditor",
      de: "IONOS-Revision",
    },
    {
      email: "portal@ionos.example",
      fullName: "Nils Bergmann",
      roles: ["portal_admin"],
      en: "IONOS portal admin",
      de: "IONOS-Portal-Administration",
    },
  ];

/** A second trainer, so that training can run side by side; signs in like the others, but is not offered. */
export const secondTrainer = {
  email: "trainer@ionos.example",
  fullName: "Owen Hartley",
  roles: ["training_manager"] as const,
};

/** A second exam manager, so that items have a reviewer who did not write them; signs in like the others, but is not offered. */
export const secondExaminer = {
  email: "examiner@ionos.example",
  fullName: "Ingrid Solberg",
  roles: ["exam_manager"] as const,
};

/** A third, so that there is somebody for a ticket that two markings do not settle. */
export const thirdExaminer = {
  email: "examiner2@ionos.example",
  fullName: "Mateo Quiroga",
  roles: ["exam_manager"] as const,
};

const partners: readonly DemoAccount[] = [
  { email: "admin@rheinwerk.example", en: "Partner admin (distributor)", de: "Partner-Admin (Distributor)" },
  { email: "admin@nordlicht.example", en: "Partner admin (Platinum partner)", de: "Partner-Admin (Platinum-Partner)" },
  { email: "engineer@nordlicht.example", en: "Engineer, renewal due", de: "Technik, Erneuerung steht an" },
];

export const demoAccounts = {
  password: demoPassword,
  accounts: [...partners, ...demoStaff].map(({ email, en, de }) => ({ email, en, de })),
};
