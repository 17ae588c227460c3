import { sweepEligibility } from "~/eligibility/sweep-organisations.server";
import { remindOfMarking } from "~/examination/marking/remind-of-marking.server";
import type { Job } from "./job";

/** Plans the warnings that the calendar alone brings about, of certificates, counts and tickets to be marked. Every hour, because midnight comes to each organisation's zone in its turn. */
export const eligibilitySweep: Job = {
  name: "eligibility-sweep",
  schedule: { everyMinutes: 60 },
  async run({ portal, now, failed }) {
    const { organisations, certificates, planned, failures } = await sweepEligibility(portal.db, now);
    for (const { subject, error } of failures) failed(subject, error);
    const markingReminders = await remindOfMarking(portal.db, now, (id, error) =>
      failed(`report of attempt ${id}`, error),
    );
    const notices = Object.values(planned).reduce((sum, count) => sum + count, 0);
    return {
      organisationsDue: organisations,
      certificatesDue: certificates,
      notices,
      ...planned,
      markingReminders,
    };
  },
};
