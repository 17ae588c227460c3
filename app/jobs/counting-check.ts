import { verifyCounting } from "~/eligibility/verify-counting.server";
import type { Job } from "./job";

/** Holds what is kept of who counts when against the facts. A difference is a fault of the portal: the run fails and names the people. */
export const countingCheck: Job = {
  name: "counting-check",
  schedule: { dailyAt: "03:20" },
  async run({ portal }) {
    const { people } = await verifyCounting(portal.db);
    if (people.length > 0) throw new Error(`Who counts when is not kept as the facts give it: ${people.join(", ")}.`);
    return { different: people.length };
  },
};
