import { isDeepStrictEqual } from "node:util";
import { recordEvents } from "~/audit/record-events.server";
import { conflict } from "~/kernel/rejection";
import { violates } from "~/platform/database/errors";
import { type Db, inTransaction, type Trx } from "~/platform/database/handle";
import { insertItem } from "../item-queries.server";
import { canonicalItem } from "./canonical-item";
import { outdatedInFile } from "./exchange/translation-in-files";
import { currentOf } from "./item-review";
import { nextOutdated, nextStamp } from "./outdated-texts";
import { readOutdatedTexts } from "./read-outdated-texts.server";
import { translatedTexts } from "./translated-texts";
import { lockItem, selectStoredVersions, selectVersions } from "./version-queries.server";
import { insertDraft, updateItemPlace } from "./write-queries.server";
import type { WrittenItem } from "./written-item";

/** Writes the first draft of a new item. Throws `item_code_taken`. */
export async function createItem(
  db: Db,
  { actorId, item }: { actorId: string; item: WrittenItem },
  now: Date,
): Promise<{ itemId: string }> {
  return inTransaction(db, async (trx) => {
    const itemId = await writeNewItem(trx, { actorId, item }, now);
    await recordEvents(trx, [draftSaved(actorId, itemId, item.code, 1)], now);
    return { itemId };
  });
}

/** The same inside a transaction of the caller, who records the event. */
export async function writeNewItem(
  trx: Trx,
  { actorId, item }: { actorId: string; item: WrittenItem },
  now: Date,
): Promise<string> {
  const { code, pool, section, enemyGroup } = item;
  const itemId = await insertItem(trx, { code, pool, section, origin: "staff", enemyGroup, createdAt: now }).catch(
    (error: unknown) => {
      throw violates(error, "item_code_key") ? conflict("item_code_taken", { code }) : error;
    },
  );
  const outdatedTexts = outdatedInFile(item);
  const stamp = nextStamp({ englishRevised: 0, germanRevised: 0 }, outdatedTexts, 1);
  await insertDraft(trx, { itemId, version: 1, item, authorId: actorId, recordedAt: now, outdatedTexts, ...stamp });
  return itemId;
}

export interface SaveItem {
  readonly actorId: string;
  readonly itemId: string;
  /** The version that the author had before them. */
  readonly basedOn: number;
  /** The code stays as it is. */
  readonly item: WrittenItem;
  /** The author's word that both languages say the same, in the texts changed and in those that were outdated. */
  readonly agree: boolean;
}

/**
 * Saves the item as a new version, a draft; what forms draw stays until the draft is approved. A draft that would read like the one before it
 * is not saved again. Throws `changed_meanwhile` when somebody has saved since `basedOn`, `item_place_fixed`, `not_found`.
 * @returns the version that holds what was to be saved
 */
export async function saveItem(db: Db, command: SaveItem, now: Date): Promise<{ version: number }> {
  return inTransaction(db, async (trx) => {
    const { version, isNew } = await writeNextDraft(trx, command, now);
    if (isNew) await recordEvents(trx, [draftSaved(command.actorId, command.itemId, command.item.code, version)], now);
    return { version };
  });
}

/** The same inside a transaction of the caller, who records the event. */
export async function writeNextDraft(
  trx: Trx,
  { actorId, itemId, basedOn, item, agree }: SaveItem,
  now: Date,
): Promise<{ version: number; isNew: boolean }> {
  await lockItem(trx, itemId);
  const versions = await selectVersions(trx, itemId);
  const current = currentOf(versions)?.version ?? 0;
  const [before] = await selectStoredVersions(trx, itemId, [current]);
  if (!before || current !== basedOn) throw conflict("changed_meanwhile");
  const wasInUse = versions.some(({ status }) => status === "active" || status === "retired");
  if (wasInUse && (item.pool !== before.item.pool || item.section !== before.item.section)) {
    throw conflict("item_place_fixed");
  }
  const version = (versions[0]?.version ?? 0) + 1;
  const outdated = await readOutdatedTexts(trx, before);
  const texts = translatedTexts(item.content);
  const outdatedTexts = nextOutdated(outdated, translatedTexts(before.item.content), texts, {
    agree,
    said: outdatedInFile(item),
  });
  const unchanged = readsAs(before.item, item) && isDeepStrictEqual(outdatedTexts, outdated);
  if (before.status === "draft" && unchanged) return { version: current, isNew: false };
  await updateItemPlace(trx, itemId, item);
  const stamp = nextStamp(before, outdatedTexts, version);
  await insertDraft(trx, { itemId, version, item, authorId: actorId, recordedAt: now, outdatedTexts, ...stamp });
  return { version, isNew: true };
}

/** Whether two items say the same; their code is their name, and what a file says of their translation is none of their words. */
export function readsAs(one: WrittenItem, other: WrittenItem): boolean {
  const plain = (item: WrittenItem) => ({
    ...JSON.parse(JSON.stringify(canonicalItem({ ...item, lacks: undefined, outdated: undefined }))),
    code: "",
  });
  return isDeepStrictEqual(plain(one), plain(other));
}

export const draftSaved = (actorId: string, itemId: string, code: string, version: number) => ({
  actorId,
  action: "item.draft_saved",
  subjectType: "item",
  subjectId: itemId,
  after: { code, version },
});
