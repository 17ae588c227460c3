import { reviewItem } from "~/examination/authoring/review-item.server";
import { createItem, saveItem } from "~/examination/authoring/save-item.server";
import { selectLatestByCode } from "~/examination/authoring/version-queries.server";
import type { WrittenItem } from "~/examination/authoring/written-item";
import type { BankItem } from "~/examination/bank/author-item";
import type { Db } from "~/platform/database/handle";
import { aPerson } from "./mails";

const words = (en: string, de: string) => ({ en, de });

/** A single choice with two options; the second is right. */
export const aWrittenItem = (change: Partial<WrittenItem> = {}): WrittenItem => ({
  code: "TST-001",
  pool: "certification",
  section: "storage",
  clauses: ["2.2-storage-latency"],
  points: 2,
  difficultyGuess: 60,
  enemyGroup: null,
  sources: ["Support agreement, clause 2.2"],
  content: {
    kind: "single_choice",
    stem: words("What does `await` of iostat say?", "Was sagt `await` von iostat?"),
    exhibits: [],
    options: [
      { id: "depth", text: words("How many requests wait", "Wie viele Anfragen warten") },
      { id: "time", text: words("How long a request takes", "Wie lange eine Anfrage dauert") },
    ],
    key: { optionIds: ["time"] },
    rationale: words("It is a mean time in milliseconds.", "Es ist eine mittlere Zeit in Millisekunden."),
  },
  ...change,
});

/** An item of the delivered bank as it is exchanged. */
export const asWritten = ({ enemyGroup, ...item }: BankItem): WrittenItem => ({
  ...item,
  enemyGroup: enemyGroup ?? null,
  sources: [],
  content: JSON.parse(JSON.stringify(item.content)),
});

/** Two people of the staff, the one to write and the other to review. */
export async function twoStaff(db: Db, name = "item"): Promise<{ authorId: string; reviewerId: string }> {
  return {
    authorId: await aPerson(db, `${name}.author@ionos.example`),
    reviewerId: await aPerson(db, `${name}.reviewer@ionos.example`),
  };
}

interface Way {
  readonly itemId: string;
  readonly version: number;
  readonly authorId: string;
  readonly reviewerId: string;
}

/** From draft into use. */
export async function approve(db: Db, { itemId, version, authorId, reviewerId }: Way, now: Date): Promise<void> {
  await reviewItem(db, { actorId: authorId, itemId, version, step: "submitted", remark: null }, now);
  await reviewItem(db, { actorId: reviewerId, itemId, version, step: "approved", remark: null }, now);
}

/** A new item of the staff, in use. */
export async function anItemInUse(db: Db, item: WrittenItem, staff: Omit<Way, "itemId" | "version">, now: Date) {
  const { itemId } = await createItem(db, { actorId: staff.authorId, item }, now);
  await approve(db, { itemId, version: 1, ...staff }, now);
  return itemId;
}

/** A later version of an item that exists, written and approved by staff made for it. */
export async function anItemRevised(db: Db, code: string, change: Partial<WrittenItem>, now: Date) {
  const latest = (await selectLatestByCode(db, [code])).get(code);
  if (!latest) throw new Error(`no item ${code}`);
  const staff = await twoStaff(db, `revised.${code.toLowerCase()}`);
  const { itemId, version: basedOn, item } = latest;
  const save = { actorId: staff.authorId, itemId, basedOn, item: { ...item, ...change }, agree: true };
  const { version } = await saveItem(db, save, now);
  await approve(db, { itemId, version, ...staff }, now);
  return { itemId, version, ...staff };
}
