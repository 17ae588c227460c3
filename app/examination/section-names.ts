import type { Language } from "~/platform/schema/people-tables";

/** The sections of the second-level examination (clause 2.2), in the order in which a form runs through them. */
export const sections = [
  "components",
  "network",
  "storage",
  "compute",
  "error_pattern",
  "setup_details",
  "reporting",
] as const;
export type Section = (typeof sections)[number];

/** What people read for a section, in short. */
export const sectionNames: Readonly<Record<Language, Readonly<Record<Section, string>>>> = {
  en: {
    components: "Components involved",
    network: "Network",
    storage: "Storage",
    compute: "Compute",
    error_pattern: "Error pattern",
    setup_details: "Set-up details",
    reporting: "Reporting and the interface to support",
  },
  de: {
    components: "Beteiligte Komponenten",
    network: "Netzwerk",
    storage: "Storage",
    compute: "Rechenleistung",
    error_pattern: "Fehlerbild",
    setup_details: "Angaben zum Aufbau",
    reporting: "Meldung und Schnittstelle zum Support",
  },
};
