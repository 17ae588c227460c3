import { dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { planNotices } from "~/notices/plan-notices.server";
import { selectPeopleWithRole } from "~/people/person-queries.server";
import { type Db, inTransaction } from "~/platform/database/handle";
import { selectLastDigestAt, selectToldNearEnds } from "./digest-queries.server";

const dayMilliseconds = 86_400_000;
/** A mail that nobody reads to its end helps nobody. */
const mostEntries = 100;

/**
 * Tells IONOS portal admins in one mail whose certificates have come near their end since the last such mail (domain rules §4: from 30 days
 * on). Nothing to tell, no mail; at most one a day. What a missed day left out, the next one brings.
 */
export async function planStaffDigest(db: Db, now: Date): Promise<{ certificates: number; mails: number }> {
  return inTransaction(db, async (trx) => {
    const longestBack = new Date(now.getTime() - policy.digestLooksBackDays * dayMilliseconds);
    const after = (await selectLastDigestAt(trx)) ?? longestBack;
    const ends = await selectToldNearEnds(trx, { after, until: now, stageDays: policy.staffStage });
    if (ends.length === 0) return { certificates: 0, mails: 0 };
    const facts = { entries: ends.slice(0, mostEntries), more: Math.max(0, ends.length - mostEntries) };
    const staff = await selectPeopleWithRole(trx, ["portal_admin"]);
    const mails = await planNotices(
      trx,
      staff.map(({ personId }) => ({
        kind: "staff_digest",
        subjectId: personId,
        cycle: dayIn("UTC", now),
        stage: "0",
        recipientId: personId,
        organisationId: null,
        facts,
      })),
      now,
    );
    return { certificates: ends.length, mails };
  });
}
