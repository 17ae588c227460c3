import { stillDueTogether } from "~/eligibility/still-due.server";
import { tellOfRefusal } from "~/eligibility/tell-of-refusal.server";
import { deliverOutbox } from "~/notices/deliver-outbox.server";
import { countWaitingForMorning } from "~/notices/ledger-queries.server";
import type { Job } from "./job";

/** The most mails a run looks at; the next minute takes the rest. */
const limit = 2_000;

export const outboxDelivery: Job = {
  name: "outbox-delivery",
  schedule: { everyMinutes: 1 },
  async run({ portal, stopping, failed }) {
    const { db, mail, baseUrl, clock, random } = portal;
    const now = () => clock.now();
    const counts = await deliverOutbox({
      db,
      mail,
      baseUrl,
      now,
      random,
      limit,
      stopping,
      stillDue: stillDueTogether(db, now),
      tellOfRefusal,
      failed: (id, error) => failed(`mail ${id}`, error),
    });
    return { ...counts, waitingForMorning: await countWaitingForMorning(db, now()) };
  },
};
