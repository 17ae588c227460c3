import { planStaffDigest } from "~/eligibility/plan-staff-digest.server";
import type { Job } from "./job";

/** Before work begins in Europe, so that the list lies in the morning's mail. */
export const staffDigest: Job = {
  name: "staff-digest",
  schedule: { dailyAt: "05:30" },
  async run({ portal, now }) {
    return { ...(await planStaffDigest(portal.db, now)) };
  },
};
