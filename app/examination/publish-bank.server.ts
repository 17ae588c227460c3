import { isDeepStrictEqual } from "node:util";
import { type AuditEntry, recordEvents } from "~/audit/record-events.server";
import { type Db, inTransaction, type Trx } from "~/platform/database/handle";
import { hashesIn } from "./authoring/item-images";
import type { BankItem } from "./bank/author-item";
import { firstBank } from "./bank/first-bank";
import { pictureData } from "./bank/pictures";
import { secondLevelAdministrator } from "./blueprint";
import { insertImages, namedImage, selectReferences } from "./images/image-queries.server";
import { readImage } from "./images/read-image";
import { parseItemContent } from "./item";
import {
  insertActiveVersion,
  insertItem,
  type LatestVersion,
  lockDeliveredItems,
  retireActiveVersion,
  selectDeliveredBeside,
  selectLatestVersions,
  updateItem,
} from "./item-queries.server";
import { insertProgramme, type NewProgramme } from "./programme-queries.server";

export interface Bank {
  readonly programme: Omit<NewProgramme, "activeFrom">;
  readonly items: readonly BankItem[];
  /** The pictures that the items show: base64 by the hash of the bytes. */
  readonly pictures?: ReadonlyMap<string, string>;
}

const deliveredBank: Bank = { programme: secondLevelAdministrator, items: firstBank, pictures: pictureData };

export interface Publication {
  readonly newItems: number;
  readonly newVersions: number;
  readonly withdrawn: number;
}

/**
 * Writes what the portal is delivered with: the programme's version and the items that are new or read differently from their latest
 * version. What is delivered no longer is withdrawn: no form draws it any more, attempts keep it, and it comes back if it is delivered
 * again. A second run changes nothing. An item whose latest version has an author is the staff's and left alone, and so is one that staff
 * have retired. Throws before it writes anything when an item is faulty.
 */
export async function publishBank(db: Db, now: Date, bank: Bank = deliveredBank): Promise<Publication> {
  const { programme, items } = bank;
  for (const { content } of items) parseItemContent(content);
  return inTransaction(db, async (trx) => {
    const versionId = await insertProgramme(trx, { ...programme, activeFrom: now });
    await lockDeliveredItems(trx);
    const { code, version } = programme;
    const events: AuditEntry[] = versionId
      ? [
          {
            ...byDelivery,
            action: "programme.published",
            subjectType: "programme",
            subjectId: versionId,
            after: { code, version },
          },
        ]
      : [];
    await publishPictures(trx, bank, now);
    const published = await publishItems(trx, items, now);
    const withdrawn = await withdrawOthers(trx, items, now);
    await recordEvents(trx, [...events, ...published.events, ...withdrawn], now);
    return {
      newItems: published.newItems,
      newVersions: published.events.length - published.newItems,
      withdrawn: withdrawn.length,
    };
  });
}

const byDelivery = { actorId: null };

/** Those that are not there yet; no version can show a picture before. */
async function publishPictures(trx: Trx, { items, pictures }: Bank, now: Date): Promise<void> {
  const hashes = hashesIn(items);
  const kept = await selectReferences(trx, hashes);
  const images = hashes
    .filter((sha256) => !kept.has(sha256))
    .map((sha256) => {
      const read = readImage(Buffer.from(pictures?.get(sha256) ?? "", "base64"));
      if ("fault" in read) throw new Error(`the picture ${sha256} of the bank cannot be used: ${read.fault}`);
      return namedImage(read);
    });
  await insertImages(trx, images, { keptBy: null, keptAt: now });
}

async function publishItems(trx: Trx, items: readonly BankItem[], now: Date) {
  const latest = await selectLatestVersions(
    trx,
    items.map(({ code }) => code),
  );
  const events: AuditEntry[] = [];
  let newItems = 0;
  for (const item of items) {
    const before = latest.get(item.code);
    if (before && !isOpenToDelivery(before)) continue;
    if (before && !before.withdrawnAt && readsAs(before, item)) continue;
    const { code, pool, section, kind, clauses, points, content, difficultyGuess, enemyGroup } = asStored(item);
    const itemId =
      before?.itemId ??
      (await insertItem(trx, { code, pool, section, origin: "delivered", enemyGroup, createdAt: now }));
    if (before) await updateItem(trx, itemId, { enemyGroup, withdrawnAt: null });
    const version = (before?.lastVersion ?? 0) + 1;
    const row = { itemId, version, kind, clauses, points, content, difficultyGuess };
    await insertActiveVersion(trx, { ...row, authorId: null, recordedAt: now });
    newItems += before ? 0 : 1;
    const after = { code, version };
    events.push({ ...byDelivery, action: "item.published", subjectType: "item", subjectId: itemId, after });
  }
  return { newItems, events };
}

/** Not what staff have made their own, nor what they have taken out of use. */
const isOpenToDelivery = ({ authorId, status, withdrawnAt }: LatestVersion): boolean =>
  authorId === null && (status === "active" || withdrawnAt !== null);

/** As the database gives it back: without `undefined`. */
const asStored = ({ content, enemyGroup, ...item }: BankItem) => ({
  ...item,
  kind: content.kind,
  content: JSON.parse(JSON.stringify(content)) as Record<string, unknown>,
  enemyGroup: enemyGroup ?? null,
});

function readsAs(before: LatestVersion, item: BankItem): boolean {
  const { points, clauses, content, difficultyGuess, enemyGroup } = asStored(item);
  return isDeepStrictEqual(
    [before.points, before.clauses, before.content, before.difficultyGuess, before.enemyGroup],
    [points, clauses, content, difficultyGuess, enemyGroup],
  );
}

async function withdrawOthers(trx: Trx, items: readonly BankItem[], now: Date): Promise<AuditEntry[]> {
  const others = await selectDeliveredBeside(
    trx,
    items.map(({ code }) => code),
  );
  const events: AuditEntry[] = [];
  for (const { itemId, code, version, enemyGroup } of others) {
    await retireActiveVersion(trx, itemId);
    await updateItem(trx, itemId, { enemyGroup, withdrawnAt: now });
    const before = { code, version };
    events.push({ ...byDelivery, action: "item.withdrawn", subjectType: "item", subjectId: itemId, before });
  }
  return events;
}
