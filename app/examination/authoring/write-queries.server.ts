/** What the workflows of the item bank write; all of it under the item's lock. */
import { sql } from "kysely";
import type { Trx } from "~/platform/database/handle";
import type { ItemStatus } from "~/platform/schema/examination-tables";
import type { ItemStep } from "~/platform/schema/item-bank-tables";
import type { OutdatedTexts, TranslationStamp } from "./outdated-texts";
import type { WrittenItem } from "./written-item";

export interface NewDraft extends TranslationStamp {
  readonly itemId: string;
  readonly version: number;
  readonly item: WrittenItem;
  readonly authorId: string;
  readonly recordedAt: Date;
  readonly outdatedTexts: OutdatedTexts;
}

/** A version that was in review goes back to being a draft: there can be one in review, and it is the latest. */
export async function insertDraft(trx: Trx, { item, outdatedTexts, ...draft }: NewDraft): Promise<string> {
  const { clauses, points, difficultyGuess, sources, content } = item;
  await trx
    .updateTable("itemVersion")
    .set({ status: "draft" })
    .where("itemId", "=", draft.itemId)
    .where("status", "=", "in_review")
    .execute();
  const row = await trx
    .insertInto("itemVersion")
    .values({
      ...draft,
      kind: content.kind,
      clauses: [...clauses],
      points,
      difficultyGuess,
      sources: [...sources],
      content: JSON.stringify(content),
      outdatedTexts: JSON.stringify(outdatedTexts),
      status: "draft",
      reviewerId: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Where an item is drawn and what it is kept apart from; the pool and section of one that was in use are not changed. */
export async function updateItemPlace(
  trx: Trx,
  itemId: string,
  { pool, section, enemyGroup }: Pick<WrittenItem, "pool" | "section" | "enemyGroup">,
): Promise<void> {
  await trx.updateTable("item").set({ pool, section, enemyGroup }).where("id", "=", itemId).execute();
}

export async function updateVersionsStatus(
  trx: Trx,
  versionIds: readonly string[],
  change: { readonly status: ItemStatus; readonly reviewerId?: string; readonly outdatedTexts?: string },
): Promise<void> {
  await trx.updateTable("itemVersion").set(change).where(sql<boolean>`id = any(${versionIds}::uuid[])`).execute();
}

export async function insertStep(
  trx: Trx,
  step: { itemVersionId: string; step: ItemStep; personId: string; remark: string | null; recordedAt: Date },
): Promise<void> {
  await trx.insertInto("itemStep").values(step).execute();
}
