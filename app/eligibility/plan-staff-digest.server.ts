import { type Day, dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { PlannedNotice } from "~/notices/mail-facts";
import { planNotices } from "~/notices/plan-notices.server";
import { selectPeopleWithRole } from "~/people/person-queries.server";
import { type Db, inTransaction, type Trx } from "~/platform/database/handle";
import {
  type DigestReader,
  insertDigestEntries,
  lockDigest,
  type NearEnd,
  selectLastDigests,
  selectUntoldNearEnds,
} from "./digest-queries.server";
import { groupedBy } from "./grouped-by";

const dayMilliseconds = 86_400_000;
/** A mail that nobody reads to its end helps nobody. */
const mostEntries = 100;

/**
 * Tells IONOS portal admins in one mail whose certificates have come near their end since the last such mail (domain rules §4: from 30 days
 * on). Nothing to tell, no mail; at most one a day. What a missed day left out, or a sweep that was still at it, the next one brings: what
 * counts is not when it was decided but whether the reader has been told.
 */
export async function planStaffDigest(db: Db, now: Date): Promise<{ certificates: number; mails: number }> {
  return inTransaction(db, async (trx) => {
    await lockDigest(trx);
    const today = dayIn("UTC", now);
    const readers = await selectReaders(trx, today, now);
    if (readers.length === 0) return { certificates: 0, mails: 0 };
    const ends = await selectUntoldNearEnds(trx, readers, policy.staffStage);
    if (ends.length === 0) return { certificates: 0, mails: 0 };
    const lists = groupedBy(ends, ({ recipientId }) => recipientId);
    const mails = await planNotices(
      trx,
      [...lists].map(
        ([recipientId, told]): PlannedNotice => ({
          kind: "staff_digest",
          subjectId: recipientId,
          cycle: today,
          stage: "0",
          recipientId,
          organisationId: null,
          facts: listed(told),
        }),
      ),
      now,
    );
    await insertDigestEntries(trx, ends, now, 4 * policy.digestLooksBackDays);
    return { certificates: new Set(ends.map(({ certificateId }) => certificateId)).size, mails };
  });
}

/** Portal admins who have not had the list of the day, and from when on each is to be told. */
async function selectReaders(trx: Trx, today: Day, now: Date): Promise<DigestReader[]> {
  const staff = (await selectPeopleWithRole(trx, ["portal_admin"])).map(({ personId }) => personId);
  const last = await selectLastDigests(trx, staff, today);
  return staff.flatMap((recipientId) => {
    const { at = now, hadThatOfTheDay = false } = last.get(recipientId) ?? {};
    const since = new Date(at.getTime() - policy.digestLooksBackDays * dayMilliseconds);
    return hadThatOfTheDay ? [] : [{ recipientId, since }];
  });
}

/** Each certificate once, also when several stages have been reached since. */
function listed(told: readonly NearEnd[]) {
  const entries = [...new Map(told.map((one) => [one.certificateId, one])).values()].map(
    ({ personName, organisationName, certificateNumber, validThrough }) => ({
      personName,
      organisationName,
      certificateNumber,
      validThrough,
    }),
  );
  return { entries: entries.slice(0, mostEntries), more: Math.max(0, entries.length - mostEntries) };
}
