import { defineMessages } from "./messages";

/** The frame of pages that need no sign-in. */
export const plainFrameMessages = defineMessages({
  en: { name: "Partner Certification Portal" },
  de: { name: "Partner-Zertifizierungsportal" },
});
