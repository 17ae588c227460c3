import { recordEvents } from "~/audit/record-events.server";
import { notFound } from "~/kernel/rejection";
import { type Db, inTransaction } from "~/platform/database/handle";
import { insertRemark, insertTurn, selectRemarks } from "./remark-queries.server";
import { lockItem, selectVersions } from "./version-queries.server";

export interface RemarkOnItem {
  readonly actorId: string;
  readonly itemId: string;
  readonly version: number;
  readonly body: string;
  /** The remark that is answered; null opens a conversation of its own. */
  readonly repliesTo: number | null;
}

/**
 * Adds a remark to a version, or answers one on the item. Remarks stay, and one that opens a conversation is open until somebody settles it.
 * Throws `not_found`.
 */
export async function remarkOnItem(db: Db, command: RemarkOnItem, now: Date): Promise<void> {
  const { actorId, itemId, version, body, repliesTo } = command;
  await inTransaction(db, async (trx) => {
    await lockItem(trx, itemId);
    const own = (await selectVersions(trx, itemId)).find((row) => row.version === version);
    const answered = (await selectRemarks(trx, itemId)).find(({ id }) => id === repliesTo);
    if (!own || (repliesTo !== null && (!answered || answered.repliesTo !== null))) throw notFound();
    await insertRemark(trx, { itemVersionId: own.versionId, personId: actorId, body, repliesTo, recordedAt: now });
    const after = { version, body, ...(answered && { answers: answered.body }) };
    await recordEvents(trx, [{ actorId, action: "item.commented", ...about(itemId), after }], now);
  });
}

export interface TurnRemark {
  readonly actorId: string;
  readonly itemId: string;
  readonly remarkId: number;
  readonly turn: "resolved" | "reopened";
}

/** Settles a remark, or opens it again. One that stands there already stays as it is. Throws `not_found`. */
export async function turnRemark(db: Db, { actorId, itemId, remarkId, turn }: TurnRemark, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    await lockItem(trx, itemId);
    const remark = (await selectRemarks(trx, itemId)).find(
      ({ id, repliesTo }) => id === remarkId && repliesTo === null,
    );
    if (!remark) throw notFound();
    if ((remark.settled !== null) === (turn === "resolved")) return;
    await insertTurn(trx, { itemCommentId: remarkId, turn, personId: actorId, recordedAt: now });
    const { version, body } = remark;
    const action = turn === "resolved" ? "item.comment_resolved" : "item.comment_reopened";
    await recordEvents(trx, [{ actorId, action, ...about(itemId), after: { version, body } }], now);
  });
}

const about = (itemId: string) => ({ subjectType: "item", subjectId: itemId });
