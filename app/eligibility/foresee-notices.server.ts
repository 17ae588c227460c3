import { remindOfMarking } from "~/examination/marking/remind-of-marking.server";
import { addDays, type Day, dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { selectNoticesOf } from "~/notices/ledger-queries.server";
import { type Database, type Db, inTransaction } from "~/platform/database/handle";
import { rehearse } from "~/platform/database/rehearse";
import { planTrainingReminders } from "~/training/plan-training-reminders.server";
import { planStandingNotices } from "./count-again.server";
import { instantsOf } from "./instants-of-day";
import { selectStandings } from "./standing-queries.server";
import { sweepEligibility } from "./sweep-organisations.server";
import { selectRepeatingEnds, selectTimeZones } from "./sweep-queries.server";

/**
 * Whom the calendar alone tells of what on that day, by the clock of each one's organisation: of a day that is over (in UTC) what the ledger says; of today
 * and later that and what would come, if nothing else happened before. The days until then are lived through in a rehearsal that is thrown
 * away. By organisation, kind and subject.
 */
export async function foreseeNotices(database: Database, on: Day, now: Date) {
  if (on < dayIn("UTC", now)) return selectNoticesOf(database.db, on);
  return rehearse(database, async ({ db }) => {
    const sweep = async (at: Date) => {
      await sweepEligibility(db, at);
      await planTrainingReminders(db, at);
      await remindOfMarking(db, at);
    };
    await sweep(now);
    await tellEarlierFalls(db, on, now);
    const zones = await selectTimeZones(db);
    // The day before takes what was due until then, so that only what becomes due on the day itself is left.
    // Where zones are a day apart its last instant comes after the first of the day itself.
    const instants = [...instantsOf(addDays(on, -1), zones), ...instantsOf(on, zones)];
    for (const at of instants.toSorted((one, other) => one.getTime() - other.getTime())) if (at > now) await sweep(at);
    return selectNoticesOf(db, on);
  });
}

/**
 * Tells each coming fall on its own day that would be repeated on `on`: the repeats are counted from that day. Whichever else has come by the day before may
 * as well be told then.
 */
async function tellEarlierFalls(db: Db, on: Day, now: Date): Promise<void> {
  for (const { day, at, organisationIds } of await selectRepeatingEnds(db, {
    on,
    now,
    every: policy.belowRepeatDays,
  })) {
    const question = { organisationIds, on: day, now: at, horizonDays: 0, falling: true };
    const fallen = (await selectStandings(db, question, policy)).filter(({ fallsOn }) => fallsOn === day);
    const ids = fallen.map(({ organisationId }) => organisationId);
    await inTransaction(db, (trx) => planStandingNotices(trx, ids, at));
  }
}
