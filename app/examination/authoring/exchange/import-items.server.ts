import { createHash } from "node:crypto";
import { recordEvents } from "~/audit/record-events.server";
import { conflict } from "~/kernel/rejection";
import { type Db, inTransaction, type Reader } from "~/platform/database/handle";
import { insertImages, referenceOf, type StoredImage, selectReferences } from "../../images/image-queries.server";
import { hashesIn, withImages } from "../item-images";
import { draftSaved, readsAs, writeNewItem, writeNextDraft } from "../save-item.server";
import { lockItemsByCode, selectCodesOnceInUse, selectLatestByCode } from "../version-queries.server";
import type { WrittenItem } from "../written-item";
import { planImport } from "./import-plan";

/** What reading these items in, with the pictures that come with them, would do to the bank as it stands. */
export async function foreseeImport(db: Reader, items: readonly WrittenItem[], images: readonly StoredImage[] = []) {
  const kept = await selectReferences(db, hashesIn(items));
  const pictures = new Map([...kept, ...images.map((image) => [image.sha256, referenceOf(image)] as const)]);
  const codes = items.map(({ code }) => code);
  const onceInUse = new Set(await selectCodesOnceInUse(db, codes));
  const latest = [...(await selectLatestByCode(db, codes))];
  const known = new Map(latest.map(([code, stored]) => [code, { ...stored, wasInUse: onceInUse.has(code) }]));
  return planImport(
    items.map((item) => withImages(item, pictures)),
    known,
    readsAs,
    pictures,
  );
}

/** Keeps the pictures of a file that could be read in, until somebody agrees; see `keepImage`. */
export async function keepImages(
  db: Db,
  { actorId, images }: { readonly actorId: string; readonly images: readonly StoredImage[] },
  now: Date,
): Promise<void> {
  await insertImages(db, images, { keptBy: actorId, keptAt: now });
}

/**
 * What was foreseen, in short: of each item what becomes of it, and all that the bank said of it. The number of its version would not do: what an item
 * is kept apart with stays when the draft that set it is discarded.
 */
export const fingerprintOf = ({ planned }: Pick<Awaited<ReturnType<typeof foreseeImport>>, "planned">): string =>
  createHash("sha256")
    .update(JSON.stringify(planned.map(({ item, fate, known }) => [item.code, fate, known])))
    .digest("hex");

export interface ImportItems {
  readonly actorId: string;
  readonly items: readonly WrittenItem[];
  /** `fingerprintOf` what the reader of the file has agreed to. */
  readonly foreseen: string;
}

/**
 * Reads items in: new ones, and new versions of those that read differently, all as drafts; all of them or none. Throws `changed_meanwhile`
 * when the bank has moved since the reader saw what would happen.
 */
export async function importItems(
  db: Db,
  { actorId, items, foreseen }: ImportItems,
  now: Date,
): Promise<{ written: number }> {
  return inTransaction(db, async (trx) => {
    await lockItemsByCode(
      trx,
      items.map(({ code }) => code),
    );
    const plan = await foreseeImport(trx, items);
    if (plan.faults.length > 0 || fingerprintOf(plan) !== foreseen) throw conflict("changed_meanwhile");
    const events: ReturnType<typeof draftSaved>[] = [];
    for (const { item, fate, known } of plan.planned) {
      if (fate === "unchanged") continue;
      if (known) {
        const { itemId, version: basedOn } = known;
        const { version } = await writeNextDraft(trx, { actorId, itemId, basedOn, item, agree: false }, now);
        events.push(draftSaved(actorId, itemId, item.code, version));
      } else {
        events.push(draftSaved(actorId, await writeNewItem(trx, { actorId, item }, now), item.code, 1));
      }
    }
    await recordEvents(trx, events, now);
    return { written: events.length };
  });
}
