import { stillDueTogether } from "~/eligibility/still-due.server";
import type { Db } from "~/platform/database/handle";
import type { NoticeKind } from "~/platform/schema/notice-tables";

/** The notices in the ledger whose mails would leave if delivery asked at `now`, in the order of planning. */
export async function noticesThatHold(db: Db, kinds: readonly NoticeKind[], now: Date) {
  const notices = await db
    .selectFrom("notice")
    .select(["kind", "subjectId", "cycle", "stage", "recipientId", "organisationId", "facts"])
    .where("kind", "in", [...kinds])
    .orderBy("decidedAt")
    .orderBy("kind")
    .execute();
  const answers = await Promise.all(notices.map(stillDueTogether(db, () => now)));
  return notices.filter((_, index) => answers[index]);
}
