import { verifyCounting } from "~/eligibility/verify-counting.server";
import type { Job } from "./job";

/** Holds what is kept of who counts when against the facts. A difference is a fault of the portal: the run fails and names the people and organisations. */
export const countingCheck: Job = {
  name: "counting-check",
  schedule: { dailyAt: "03:20" },
  async run({ portal }) {
    const { people, organisations } = await verifyCounting(portal.db);
    const different = [...people, ...organisations.map((id) => `organisation ${id}`)];
    if (different.length > 0)
      throw new Error(`Who counts when is not kept as the facts give it: ${different.join(", ")}.`);
    return { different: different.length };
  },
};
