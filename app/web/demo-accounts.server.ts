/** The accounts the demo prints and offers; they exist only in a demo database. */
export const demoAccounts = {
  password: "three seats filled",
  accounts: [
    { email: "admin@rheinwerk.example", en: "Partner admin (distributor)", de: "Partner-Admin (Distributor)" },
    {
      email: "admin@nordlicht.example",
      en: "Partner admin (Platinum partner)",
      de: "Partner-Admin (Platinum-Partner)",
    },
    { email: "engineer@nordlicht.example", en: "Engineer", de: "Technikerin" },
    { email: "training@ionos.example", en: "IONOS training manager", de: "IONOS Schulungsleitung" },
    { email: "exam@ionos.example", en: "IONOS exam manager", de: "IONOS Prüfungsleitung" },
    { email: "audit@ionos.example", en: "IONOS auditor", de: "IONOS Revision" },
    { email: "portal@ionos.example", en: "IONOS portal admin", de: "IONOS Portal-Administration" },
  ],
} as const;
