import { sql } from "kysely";
import { notFound } from "~/kernel/rejection";
import type { Reader, Trx } from "~/platform/database/handle";
import type { ItemStatus } from "~/platform/schema/examination-tables";
import type { ItemStep } from "~/platform/schema/item-bank-tables";
import type { ClauseTag } from "../clause-tags";
import { parseItemContent } from "../item";
import type { Section } from "../section-names";
import type { OutdatedTexts, TranslationState } from "./outdated-texts";
import type { WrittenItem } from "./written-item";

export interface ItemHead {
  readonly itemId: string;
  readonly code: string;
  readonly pool: "certification" | "practice";
  readonly section: Section;
  readonly enemyGroup: string | null;
  readonly origin: "delivered" | "staff";
  readonly withdrawnAt: Date | null;
}

const headColumns = ["item.id as itemId", "code", "pool", "section", "enemyGroup", "origin", "withdrawnAt"] as const;
const asHead = (row: Omit<ItemHead, "section"> & { section: string }): ItemHead => ({
  ...row,
  section: row.section as Section,
});

/** Throws `not_found`. */
export async function selectItemHead(db: Reader, itemId: string): Promise<ItemHead> {
  const row = await db.selectFrom("item").select(headColumns).where("id", "=", itemId).executeTakeFirst();
  if (!row) throw notFound();
  return asHead(row);
}

/** The item, held until the end of the transaction: whoever saves, reviews or publishes it takes turns. Throws `not_found`. */
export async function lockItem(trx: Trx, itemId: string): Promise<ItemHead> {
  const row = await trx.selectFrom("item").select(headColumns).where("id", "=", itemId).forUpdate().executeTakeFirst();
  if (!row) throw notFound();
  return asHead(row);
}

/** The ids of the items of these codes, held in the order of the codes; codes that nobody has are left out. */
export async function lockItemsByCode(trx: Trx, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await trx
    .selectFrom("item")
    .select(["id", "code"])
    .where(sql<boolean>`code = any(${codes}::text[])`)
    .orderBy("code")
    .forUpdate()
    .execute();
  return new Map(rows.map(({ id, code }) => [code, id]));
}

export interface VersionSummary {
  readonly versionId: string;
  readonly version: number;
  readonly status: ItemStatus;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly reviewerName: string | null;
  readonly recordedAt: Date;
}

/** Every version of the item, the latest first. */
export async function selectVersions(db: Reader, itemId: string): Promise<VersionSummary[]> {
  return db
    .selectFrom("itemVersion as version")
    .leftJoin("person as author", "author.id", "version.authorId")
    .leftJoin("person as reviewer", "reviewer.id", "version.reviewerId")
    .select(["version.id as versionId", "version.version", "version.status", "version.authorId"])
    .select(["author.fullName as authorName", "reviewer.fullName as reviewerName", "version.recordedAt"])
    .where("version.itemId", "=", itemId)
    .orderBy("version.version", "desc")
    .execute();
}

export interface StoredVersion extends TranslationState {
  readonly itemId: string;
  readonly version: number;
  readonly status: ItemStatus;
  readonly item: WrittenItem;
}

const storedVersions = (db: Reader) =>
  db
    .selectFrom("itemVersion")
    .innerJoin("item", "item.id", "itemVersion.itemId")
    .select(["itemId", "version", "status", "englishRevised", "germanRevised", "outdatedTexts"])
    .select(["code", "pool", "section", "enemyGroup", "clauses", "points", "difficultyGuess", "sources", "content"]);

type StoredRow = Awaited<ReturnType<ReturnType<typeof storedVersions>["executeTakeFirstOrThrow"]>>;

function asStored({ itemId, version, status, englishRevised, germanRevised, ...rest }: StoredRow): StoredVersion {
  const { outdatedTexts, ...row } = rest;
  const item: WrittenItem = {
    ...row,
    section: row.section as Section,
    clauses: row.clauses as ClauseTag[],
    content: parseItemContent(row.content),
  };
  const stamp = { englishRevised, germanRevised };
  return { itemId, version, status, ...stamp, outdatedTexts: outdatedTexts as OutdatedTexts | null, item };
}

/** What stands in these versions of the item, in no order; those that do not exist are left out. */
export async function selectStoredVersions(
  db: Reader,
  itemId: string,
  versions: readonly number[],
): Promise<StoredVersion[]> {
  const rows = await storedVersions(db)
    .where("itemId", "=", itemId)
    .where("version", "in", [...versions])
    .execute();
  return rows.map(asStored);
}

/** What stands in one version of each of these items, in no order; those that do not exist are left out. */
export async function selectEarlierVersions(
  db: Reader,
  asked: readonly { readonly itemId: string; readonly version: number }[],
): Promise<StoredVersion[]> {
  if (asked.length === 0) return [];
  const [itemIds, numbers] = [asked.map(({ itemId }) => itemId), asked.map(({ version }) => version)];
  const rows = await storedVersions(db)
    .where(sql<boolean>`(item_id, version) in (select * from unnest(${itemIds}::uuid[], ${numbers}::int[]))`)
    .execute();
  return rows.map(asStored);
}

/** The version that each of these items stands at (see `currentOf`), by code. */
export async function selectLatestByCode(db: Reader, codes: readonly string[]): Promise<Map<string, StoredVersion>> {
  const rows = await storedVersions(db)
    .where(sql<boolean>`code = any(${codes}::text[])`)
    .distinctOn("itemId")
    .orderBy("itemId")
    .orderBy(sql`status = 'discarded'`)
    .orderBy("version", "desc")
    .execute();
  return new Map(rows.map(asStored).map((stored) => [stored.item.code, stored]));
}

export interface ItemHappening {
  readonly version: number;
  readonly kind: ItemStep;
  readonly personName: string;
  readonly words: string | null;
  readonly at: Date;
}

/** The steps of all versions, the newest first. */
export async function selectHappenings(db: Reader, itemId: string): Promise<ItemHappening[]> {
  return db
    .selectFrom("itemStep")
    .innerJoin("itemVersion", "itemVersion.id", "itemVersionId")
    .innerJoin("person", "person.id", "personId")
    .select(["version", "step as kind", "fullName as personName", "remark as words", "itemStep.recordedAt as at"])
    .where("itemId", "=", itemId)
    .orderBy("itemStep.id", "desc")
    .execute();
}

/** Those of the codes whose items are, or were, drawn by forms. */
export async function selectCodesOnceInUse(db: Reader, codes: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom("item")
    .innerJoin("itemVersion", "itemVersion.itemId", "item.id")
    .select("code")
    .distinct()
    .where("status", "in", ["active", "retired"])
    .where(sql<boolean>`code = any(${codes}::text[])`)
    .execute();
  return rows.map(({ code }) => code);
}
