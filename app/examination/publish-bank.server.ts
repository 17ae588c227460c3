import { isDeepStrictEqual } from "node:util";
import { type AuditEntry, recordEvents } from "~/audit/record-events.server";
import { type Db, inTransaction, type Trx } from "~/platform/database/handle";
import type { BankItem } from "./bank/author-item";
import { firstBank } from "./bank/first-bank";
import { secondLevelAdministrator } from "./blueprint";
import { type ItemContent, parseItemContent } from "./item";
import { insertActiveVersion, insertItem, selectLatestVersions } from "./item-queries.server";
import { insertProgramme, type NewProgramme } from "./programme-queries.server";

export interface Bank {
  readonly programme: Omit<NewProgramme, "activeFrom">;
  readonly items: readonly BankItem[];
}

const deliveredBank: Bank = { programme: secondLevelAdministrator, items: firstBank };

export interface Publication {
  readonly newItems: number;
  readonly newVersions: number;
}

/**
 * Writes what the portal is delivered with: the programme's version and the items that are new or read differently from their latest
 * version. A second run changes nothing. An item whose latest version has an author is the staff's and left alone, and so is one that is no
 * longer delivered.
 * Throws before it writes anything when an item is faulty.
 */
export async function publishBank(db: Db, now: Date, bank: Bank = deliveredBank): Promise<Publication> {
  const { programme, items } = bank;
  for (const { content } of items) parseItemContent(content);
  return inTransaction(db, async (trx) => {
    const versionId = await insertProgramme(trx, { ...programme, activeFrom: now });
    const published = await publishItems(trx, items, now);
    const { code, version } = programme;
    const subject = { actorId: null, subjectType: "programme" };
    const events: AuditEntry[] = versionId
      ? [{ ...subject, action: "programme.published", subjectId: versionId, after: { code, version } }]
      : [];
    await recordEvents(trx, [...events, ...published.events], now);
    return { newItems: published.newItems, newVersions: published.events.length - published.newItems };
  });
}

async function publishItems(trx: Trx, items: readonly BankItem[], now: Date) {
  const latest = await selectLatestVersions(
    trx,
    items.map(({ code }) => code),
  );
  const events: AuditEntry[] = [];
  let newItems = 0;
  for (const { code, pool, section, clauses, points, content } of items) {
    const before = latest.get(code);
    if (before?.authorId) continue;
    if (
      before &&
      isDeepStrictEqual([before.points, before.clauses, before.content], [points, clauses, plain(content)])
    ) {
      continue;
    }
    const itemId = before?.itemId ?? (await insertItem(trx, { code, pool, section, createdAt: now }));
    const version = (before?.version ?? 0) + 1;
    await insertActiveVersion(trx, {
      itemId,
      version,
      kind: content.kind,
      clauses,
      points,
      content: plain(content),
      authorId: null,
      recordedAt: now,
    });
    newItems += before ? 0 : 1;
    events.push({
      actorId: null,
      action: "item.published",
      subjectType: "item",
      subjectId: itemId,
      after: { code, version },
    });
  }
  return { newItems, events };
}

/** As the database gives it back: without `undefined`. */
const plain = (content: ItemContent): Record<string, unknown> => JSON.parse(JSON.stringify(content));
