import { recordEvents } from "~/audit/record-events.server";
import { conflict, notFound } from "~/kernel/rejection";
import { type Db, inTransaction } from "~/platform/database/handle";
import type { ItemStep } from "~/platform/schema/item-bank-tables";
import { retireActiveVersion, updateItem } from "../item-queries.server";
import { authorsOfWork, statusAfter, stepRefusal } from "./item-review";
import { lockItem, selectVersions } from "./version-queries.server";
import { insertComment, insertStep, updateVersionStatus } from "./write-queries.server";

export interface ReviewItem {
  readonly actorId: string;
  readonly itemId: string;
  readonly version: number;
  readonly step: ItemStep;
  readonly remark: string | null;
}

/**
 * Moves a version on its way: into review, back to its authors, into use, out of use. Approved, it is what forms draw from now on, and the
 * version before it is retired; attempts keep the versions they have. Throws `changed_meanwhile` when the version stands elsewhere by now or
 * has been overtaken by a later one, `item_review_by_author`, `not_found`.
 */
export async function reviewItem(db: Db, command: ReviewItem, now: Date): Promise<void> {
  const { actorId, itemId, version, step, remark } = command;
  await inTransaction(db, async (trx) => {
    const { code, enemyGroup } = await lockItem(trx, itemId);
    const versions = await selectVersions(trx, itemId);
    const own = versions.find((row) => row.version === version);
    if (!own) throw notFound();
    const standing = {
      status: own.status,
      isLatest: versions[0] === own,
      workedOnBy: authorsOfWork(versions, version),
    };
    const refusal = stepRefusal(step, standing, actorId);
    if (refusal) throw conflict(refusal === "own_work" ? "item_review_by_author" : "changed_meanwhile");
    if (step === "approved") {
      await retireActiveVersion(trx, itemId);
      await updateItem(trx, itemId, { enemyGroup, withdrawnAt: null });
    }
    const reviewer = step === "approved" ? { reviewerId: actorId } : {};
    await updateVersionStatus(trx, own.versionId, { status: statusAfter[step], ...reviewer });
    await insertStep(trx, { itemVersionId: own.versionId, step, personId: actorId, remark, recordedAt: now });
    const subject = { subjectType: "item", subjectId: itemId };
    const [before, after] = [own.status, statusAfter[step]].map((status) => ({ code, version, status }));
    await recordEvents(
      trx,
      [{ actorId, action: `item.${step}`, ...subject, before: before ?? null, after: after ?? null, reason: remark }],
      now,
    );
  });
}

export interface CommentOnItem {
  readonly actorId: string;
  readonly itemId: string;
  readonly version: number;
  readonly body: string;
}

/** Adds a remark to a version; remarks stay. Throws `not_found`. */
export async function commentOnItem(db: Db, command: CommentOnItem, now: Date): Promise<void> {
  const { actorId, itemId, version, body } = command;
  await inTransaction(db, async (trx) => {
    const own = (await selectVersions(trx, itemId)).find((row) => row.version === version);
    if (!own) throw notFound();
    await insertComment(trx, { itemVersionId: own.versionId, personId: actorId, body, recordedAt: now });
    const subject = { subjectType: "item", subjectId: itemId };
    await recordEvents(trx, [{ actorId, action: "item.commented", ...subject, after: { version, body } }], now);
  });
}
