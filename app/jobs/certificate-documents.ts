import { freezeMissingDocuments } from "~/certification/freeze-document.server";
import type { Job } from "./job";

/** Renders and freezes the documents of certificates issued since the last run, unless somebody has opened them before. */
export const certificateDocuments: Job = {
  name: "certificate-documents",
  schedule: { everyMinutes: 1 },
  async run({ portal, now }) {
    return freezeMissingDocuments(portal.db, portal.baseUrl, now);
  },
};
