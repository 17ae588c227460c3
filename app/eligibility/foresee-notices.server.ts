import { addDays, type Day } from "~/kernel/calendar";
import { selectDecidedNotices } from "~/notices/ledger-queries.server";
import type { Database } from "~/platform/database/handle";
import { rehearse } from "~/platform/database/rehearse";
import { planTrainingReminders } from "~/training/plan-training-reminders.server";
import { sweepEligibility } from "./sweep-organisations.server";

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`);
/** Noon in UTC is the same day wherever a contracting entity is. */
const noon = (day: Day): Date => new Date(`${day}T12:00:00Z`);

/**
 * Whom the calendar alone would have told of what on that day, if nothing else happened before: the days until then are lived through in a
 * rehearsal that is thrown away. For a day that is over or under way (in UTC) it is what the ledger says. By organisation, kind and subject.
 */
export async function foreseeNotices(database: Database, on: Day, today: Day) {
  if (on <= today) return selectDecidedNotices(database.db, midnight(on), midnight(addDays(on, 1)));
  return rehearse(database, async ({ db }) => {
    // The day before takes what was due until then, so that only what becomes due on the day itself is left.
    for (const now of [noon(addDays(on, -1)), noon(on)]) {
      await sweepEligibility(db, now);
      await planTrainingReminders(db, now);
    }
    return selectDecidedNotices(db, noon(on), midnight(addDays(on, 1)));
  });
}
