import { sql } from "kysely";
import type { Reader } from "~/platform/database/handle";
import type { ItemKind, ItemStatus } from "~/platform/schema/examination-tables";
import { type Section, sections } from "../section-names";
import { type BankQuestion, itemKinds, itemStatuses } from "./bank-question";
import type { OutdatedTexts, TranslationState } from "./outdated-texts";
import { openRemarksOf } from "./remark-queries.server";

export interface BankRow extends TranslationState {
  readonly itemId: string;
  readonly code: string;
  readonly pool: "certification" | "practice";
  readonly section: Section;
  readonly kind: ItemKind;
  /** Of the latest version. */
  readonly status: ItemStatus;
  readonly version: number;
  /** The version that forms draw; null when none is. */
  readonly versionInUse: number | null;
  readonly changedAt: Date;
  readonly authorName: string | null;
  readonly stemEn: string | null;
  readonly stemDe: string | null;
  readonly generator: string | null;
  /** On whichever of its versions. */
  readonly openRemarks: number;
}

/** The version that every item stands at (see `currentOf`), with what stands beside it. */
const latestVersions = (db: Reader) =>
  db
    .with("latest", (query) =>
      query
        .selectFrom("itemVersion")
        .select(["id", "itemId", "version", "status", "kind", "clauses", "content", "authorId", "recordedAt"])
        .select(["englishRevised", "germanRevised", "outdatedTexts"])
        .distinctOn("itemId")
        .orderBy("itemId")
        .orderBy(sql`status = 'discarded'`)
        .orderBy("version", "desc"),
    )
    .selectFrom("latest")
    .innerJoin("item", "item.id", "latest.itemId");

/** Letters that a pattern would read as more than themselves. */
const literally = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

function asked(db: Reader, question: BankQuestion) {
  const { text, section, kind, status, clause, pool, outdated, remarked } = question;
  let query = latestVersions(db);
  if (section) query = query.where("item.section", "=", section);
  if (pool) query = query.where("item.pool", "=", pool);
  if (kind) query = query.where("latest.kind", "=", kind);
  if (status) query = query.where("latest.status", "=", status);
  if (clause) query = query.where(sql<boolean>`${clause} = any(latest.clauses)`);
  if (outdated) {
    const byStamp = sql`latest.english_revised <> latest.german_revised`;
    query = query.where(sql<boolean>`coalesce(latest.outdated_texts <> '{}', ${byStamp})`);
  }
  if (remarked) query = query.where(openRemarksOf("item.id"), ">", 0);
  if (text !== "") {
    const pattern = `%${literally(text)}%`;
    query = query.where(
      sql<boolean>`(item.code ilike ${pattern} or exists (
        select from jsonb_path_query(latest.content, 'strict $.**') as word
        where jsonb_typeof(word) = 'string' and word #>> '{}' ilike ${pattern}))`,
    );
  }
  return query;
}

const inOrderOf = (column: string, values: readonly string[]) =>
  sql<number>`array_position(${values}::text[], ${sql.ref(column)})`;

const sortExpressions: Readonly<Record<BankQuestion["sort"], ReturnType<typeof sql>>> = {
  code: sql`item.code`,
  section: inOrderOf("item.section", sections),
  kind: inOrderOf("latest.kind", itemKinds),
  status: inOrderOf("latest.status", itemStatuses),
  changed: sql`latest.recorded_at`,
};

/** One page of the items that match, and how many match in all. */
export async function selectBankPage(db: Reader, question: BankQuestion): Promise<{ rows: BankRow[]; total: number }> {
  const { total } = await asked(db, question).select(sql<number>`count(*)::int`.as("total")).executeTakeFirstOrThrow();
  const rows = await asked(db, question)
    .leftJoin("itemVersion as inUse", (join) =>
      join.onRef("inUse.itemId", "=", "item.id").on("inUse.status", "=", "active"),
    )
    .leftJoin("person as author", "author.id", "latest.authorId")
    .select(["item.id as itemId", "item.code", "item.pool", "item.section", "latest.kind", "latest.status"])
    .select(["latest.version", "inUse.version as versionInUse"])
    .select(["latest.englishRevised", "latest.germanRevised", "latest.outdatedTexts"])
    .select(["latest.recordedAt as changedAt", "author.fullName as authorName"])
    .select([
      sql<string | null>`latest.content #>> '{stem,en}'`.as("stemEn"),
      sql<string | null>`latest.content #>> '{stem,de}'`.as("stemDe"),
      sql<string | null>`latest.content ->> 'generator'`.as("generator"),
      openRemarksOf("item.id").as("openRemarks"),
    ])
    .orderBy(sortExpressions[question.sort], question.direction)
    .orderBy("item.code")
    .limit(question.perPage)
    .offset((question.page - 1) * question.perPage)
    .execute();
  const shown = rows.map((row) => ({
    ...row,
    section: row.section as Section,
    outdatedTexts: row.outdatedTexts as OutdatedTexts | null,
  }));
  return { rows: shown, total };
}

/** The codes of the items that match, in their order: for taking them away as a file. */
export async function selectCodes(db: Reader, question: BankQuestion): Promise<string[]> {
  const rows = await asked(db, question).select("item.code").orderBy("item.code").execute();
  return rows.map(({ code }) => code);
}

export interface SectionCount {
  readonly section: Section;
  /** Items in use, in each pool. */
  readonly certification: number;
  readonly practice: number;
  /** Items whose latest version is a draft or in review. */
  readonly underWay: number;
}

/** How many items each section has; sections without any are left out. */
export async function selectSectionCounts(db: Reader): Promise<SectionCount[]> {
  const rows = await latestVersions(db)
    .leftJoin("itemVersion as inUse", (join) =>
      join.onRef("inUse.itemId", "=", "item.id").on("inUse.status", "=", "active"),
    )
    .select([
      "section",
      sql<number>`count(in_use.id) filter (where pool = 'certification')::int`.as("certification"),
      sql<number>`count(in_use.id) filter (where pool = 'practice')::int`.as("practice"),
      sql<number>`count(*) filter (where latest.status in ('draft', 'in_review'))::int`.as("underWay"),
    ])
    .groupBy("section")
    .execute();
  return rows.map((row) => ({ ...row, section: row.section as Section }));
}
