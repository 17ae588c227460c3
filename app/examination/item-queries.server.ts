import { type Insertable, sql } from "kysely";
import type { Reader, Trx } from "~/platform/database/handle";
import type { ItemKind, ItemStatus, ItemTable } from "~/platform/schema/examination-tables";

export interface ItemVersion {
  readonly itemId: string;
  readonly code: string;
  readonly version: number;
  readonly kind: ItemKind;
  readonly clauses: readonly string[];
  readonly points: number;
  readonly content: Record<string, unknown>;
  readonly difficultyGuess: number | null;
  /** Null for what is delivered with the portal. */
  readonly authorId: string | null;
}

/** The version that an item stands at, the latest that is not discarded, and how the item stands. */
export interface LatestVersion extends ItemVersion {
  /** The number of the last version, discarded or not. */
  readonly lastVersion: number;
  readonly status: ItemStatus;
  readonly enemyGroup: string | null;
  readonly withdrawnAt: Date | null;
}

/** The latest version of every item that has one, by the item's code. */
export async function selectLatestVersions(db: Reader, codes: readonly string[]): Promise<Map<string, LatestVersion>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .selectFrom("item")
    .innerJoin("itemVersion", "itemVersion.itemId", "item.id")
    .select(["itemId", "code", "enemyGroup", "withdrawnAt"])
    .select(["version", "status", "kind", "clauses", "points", "content", "difficultyGuess", "authorId"])
    .select(sql<number>`max(version) over (partition by item.id)`.as("lastVersion"))
    .distinctOn("item.id")
    .where("code", "in", [...codes])
    .orderBy("item.id")
    .orderBy(sql`status = 'discarded'`)
    .orderBy("version", "desc")
    .execute();
  return new Map(rows.map((row) => [row.code, row]));
}

export async function insertItem(
  trx: Trx,
  item: Pick<Insertable<ItemTable>, "code" | "pool" | "section" | "origin" | "enemyGroup" | "createdAt">,
): Promise<string> {
  return (await trx.insertInto("item").values(item).returning("id").executeTakeFirstOrThrow()).id;
}

/** What is said of an item outside its versions. */
export async function updateItem(
  trx: Trx,
  itemId: string,
  change: Pick<ItemTable, "enemyGroup" | "withdrawnAt">,
): Promise<void> {
  await trx.updateTable("item").set(change).where("id", "=", itemId).execute();
}

/** Holds every delivered item until the end of the transaction, so that none is saved or reviewed beside it. */
export async function lockDeliveredItems(trx: Trx): Promise<void> {
  await trx.selectFrom("item").select("id").where("origin", "=", "delivered").orderBy("code").forUpdate().execute();
}

/** The delivered items in use that are not among `codes` and that no author of the staff has made their own. */
export async function selectDeliveredBeside(
  trx: Trx,
  codes: readonly string[],
): Promise<{ itemId: string; code: string; version: number; enemyGroup: string | null }[]> {
  return trx
    .selectFrom("item")
    .innerJoin("itemVersion", "itemVersion.itemId", "item.id")
    .select(["itemId", "code", "version", "enemyGroup"])
    .where("origin", "=", "delivered")
    .where("status", "=", "active")
    .where("authorId", "is", null)
    .where("code", "not in", [...codes])
    .orderBy("code")
    .execute();
}

/** No form draws the item from now on; attempts that have it keep it. */
export async function retireActiveVersion(trx: Trx, itemId: string): Promise<void> {
  await trx
    .updateTable("itemVersion")
    .set({ status: "retired" })
    .where("itemId", "=", itemId)
    .where("status", "=", "active")
    .execute();
}

/** The version becomes the one that forms draw; the one before it is retired and stays with the attempts that have it. */
export async function insertActiveVersion(
  trx: Trx,
  version: Omit<ItemVersion, "code"> & { readonly recordedAt: Date },
): Promise<void> {
  const { clauses, content, ...row } = version;
  await retireActiveVersion(trx, version.itemId);
  await trx
    .insertInto("itemVersion")
    .values({
      ...row,
      clauses: [...clauses],
      content: JSON.stringify(content),
      status: "active",
      reviewerId: null,
    })
    .execute();
}

/** The content of item versions, which never changes once an attempt has it. */
export async function selectContents(db: Reader, versionIds: readonly string[]): Promise<Map<string, unknown>> {
  if (versionIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("itemVersion")
    .select(["id", "content"])
    .where("id", "in", [...versionIds])
    .execute();
  return new Map(rows.map(({ id, content }) => [id, content]));
}
