import { planTrainingReminders } from "~/training/plan-training-reminders.server";
import type { Job } from "./job";

/** Every hour, because each session's day begins in its own zone. */
export const trainingReminders: Job = {
  name: "training-reminders",
  schedule: { everyMinutes: 60 },
  async run({ portal, now, failed }) {
    return planTrainingReminders(portal.db, now, (id, error) => failed(`training session ${id}`, error));
  },
};
