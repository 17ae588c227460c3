import { sql } from "kysely";
import type { Reader, Trx } from "~/platform/database/handle";
import type { ItemKind, ItemTable } from "~/platform/schema/examination-tables";
import type { FormCandidate } from "./assemble-form";
import type { Section } from "./section-names";

export interface ItemVersion {
  readonly itemId: string;
  readonly code: string;
  readonly version: number;
  readonly kind: ItemKind;
  readonly clauses: readonly string[];
  readonly points: number;
  readonly content: Record<string, unknown>;
  /** Null for what is delivered with the portal. */
  readonly authorId: string | null;
}

/** The latest version of every item that has one, by the item's code. */
export async function selectLatestVersions(db: Reader, codes: readonly string[]): Promise<Map<string, ItemVersion>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .selectFrom("item")
    .innerJoin("itemVersion", "itemVersion.itemId", "item.id")
    .select(["itemId", "code", "version", "kind", "clauses", "points", "content", "authorId"])
    .distinctOn("item.id")
    .where("code", "in", [...codes])
    .orderBy("item.id")
    .orderBy("version", "desc")
    .execute();
  return new Map(rows.map((row) => [row.code, row]));
}

export async function insertItem(
  trx: Trx,
  item: Pick<ItemTable, "code" | "pool" | "section" | "createdAt">,
): Promise<string> {
  return (await trx.insertInto("item").values(item).returning("id").executeTakeFirstOrThrow()).id;
}

/** The version becomes the one that forms draw; the one before it is retired and stays with the attempts that have it. */
export async function insertActiveVersion(
  trx: Trx,
  version: Omit<ItemVersion, "code"> & { readonly recordedAt: Date },
): Promise<void> {
  const { clauses, content, ...row } = version;
  await trx
    .updateTable("itemVersion")
    .set({ status: "retired" })
    .where("itemId", "=", version.itemId)
    .where("status", "=", "active")
    .execute();
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

/** Every item that a certification attempt may draw, with what decides whose turn it is. */
export async function selectFormCandidates(db: Reader, personId: string): Promise<FormCandidate[]> {
  const rows = await db
    .with("drawn", (query) =>
      query
        .selectFrom("attemptItem")
        .innerJoin("itemVersion", "itemVersion.id", "attemptItem.itemVersionId")
        .innerJoin("attempt", "attempt.id", "attemptItem.attemptId")
        .select([
          "itemVersion.itemId",
          sql<number>`count(*)::int`.as("exposure"),
          sql<boolean>`bool_or(attempt.person_id = ${personId}::uuid)`.as("seenByPerson"),
        ])
        .groupBy("itemVersion.itemId"),
    )
    .selectFrom("itemVersion")
    .innerJoin("item", "item.id", "itemVersion.itemId")
    .leftJoin("drawn", "drawn.itemId", "item.id")
    .select([
      "itemVersion.id as itemVersionId",
      "item.id as itemId",
      "section",
      "clauses",
      sql<number>`coalesce(drawn.exposure, 0)`.as("exposure"),
      sql<boolean>`coalesce(drawn.seen_by_person, false)`.as("seenByPerson"),
    ])
    .where("itemVersion.status", "=", "active")
    .where("pool", "=", "certification")
    .execute();
  return rows.map((row) => ({ ...row, section: row.section as Section }));
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
