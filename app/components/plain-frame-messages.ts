import { defineMessages } from "./messages";

/** The frame of pages that need no sign-in. */
export const plainFrameMessages = defineMessages({
  en: { name: "Partner Certification Portal", demo: "Demo: known accounts, invented organisations" },
  de: { name: "Partner-Zertifizierungsportal", demo: "Demo: bekannte Konten, erfundene Organisationen" },
});
