import { sql } from "kysely";
import type { Reader, Trx } from "~/platform/database/handle";
import type { ItemCommentTurnTable } from "~/platform/schema/item-bank-tables";

/** Whether a remark (its alias given) still waits to be settled: it opens a conversation, and the last turn does not close it. */
const isOpen = (alias: string) => sql<boolean>`${sql.ref(`${alias}.repliesTo`)} is null and coalesce(
  (select turn from item_comment_turn where item_comment_id = ${sql.ref(`${alias}.id`)} order by id desc limit 1), 'reopened') = 'reopened'`;

/** How many remarks on the item, on whichever version, nobody has settled. */
export async function countOpenRemarks(db: Reader, itemId: string): Promise<number> {
  const { open } = await db
    .selectFrom("itemComment")
    .innerJoin("itemVersion", "itemVersion.id", "itemVersionId")
    .select(({ fn }) => fn.countAll<number>().as("open"))
    .where("itemId", "=", itemId)
    .where(isOpen("itemComment"))
    .executeTakeFirstOrThrow();
  return open;
}

/** The same for each item of a list whose id stands in `itemIdRef`. */
export const openRemarksOf = (itemIdRef: string) => sql<number>`(
  select count(*)::int from item_comment join item_version on item_version.id = item_comment.item_version_id
  where item_version.item_id = ${sql.ref(itemIdRef)} and ${isOpen("itemComment")})`;

export interface Remark {
  readonly id: number;
  readonly version: number;
  readonly personName: string;
  readonly body: string;
  readonly at: Date;
  readonly repliesTo: number | null;
  /** Of one that opens a conversation: who settled it, and when; null while it is open. */
  readonly settled: { readonly byName: string; readonly at: Date } | null;
}

/** Every remark on the item and every reply, the oldest first. */
export async function selectRemarks(db: Reader, itemId: string): Promise<Remark[]> {
  const rows = await db
    .selectFrom("itemComment")
    .innerJoin("itemVersion", "itemVersion.id", "itemComment.itemVersionId")
    .innerJoin("person", "person.id", "itemComment.personId")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("itemCommentTurn")
          .select(["turn", "personId", "recordedAt"])
          .whereRef("itemCommentTurn.itemCommentId", "=", "itemComment.id")
          .orderBy("itemCommentTurn.id", "desc")
          .limit(1)
          .as("last"),
      (join) => join.onTrue(),
    )
    .leftJoin("person as settler", "settler.id", "last.personId")
    .select(["itemComment.id", "version", "person.fullName as personName", "body", "itemComment.recordedAt as at"])
    .select(["repliesTo", "last.turn", "settler.fullName as settlerName", "last.recordedAt as settledAt"])
    .where("itemId", "=", itemId)
    .orderBy("itemComment.id")
    .execute();
  return rows.map(({ turn, settlerName, settledAt, ...remark }) => ({
    ...remark,
    settled: turn === "resolved" && settlerName && settledAt ? { byName: settlerName, at: settledAt } : null,
  }));
}

export async function insertRemark(
  trx: Trx,
  remark: { itemVersionId: string; personId: string; body: string; repliesTo: number | null; recordedAt: Date },
): Promise<void> {
  await trx.insertInto("itemComment").values(remark).execute();
}

export async function insertTurn(
  trx: Trx,
  turn: Pick<ItemCommentTurnTable, "itemCommentId" | "turn" | "personId" | "recordedAt">,
): Promise<void> {
  await trx.insertInto("itemCommentTurn").values(turn).execute();
}
