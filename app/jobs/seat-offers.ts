import { expireSeatOffers } from "~/training/expire-seat-offers.server";
import type { Job } from "./job";

/** Ends seat offers that nobody took and offers the seats to the next on the waiting list. */
export const seatOffers: Job = {
  name: "seat-offers",
  schedule: { everyMinutes: 5 },
  async run({ portal, now, failed }) {
    return { ...(await expireSeatOffers(portal.db, now, (id, error) => failed(`training session ${id}`, error))) };
  },
};
