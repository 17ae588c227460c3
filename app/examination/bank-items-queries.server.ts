import { sql } from "kysely";
import type { Reader } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import type { DrawnItem } from "./drawn-figures";
import type { Section } from "./section-names";

/** An item in use in the certification pool, as far as it is the same whoever draws. */
export interface BankItemRow {
  readonly itemVersionId: string;
  readonly itemId: string;
  readonly section: Section;
  readonly clauses: readonly string[];
  readonly points: number;
  readonly difficultyGuess: number | null;
  readonly enemyGroup: string | null;
  readonly generated: boolean;
  /** Where the item stands among these, from 0 on. */
  readonly place: number;
}

export interface BankItems {
  /** Another one whenever an item has changed. */
  readonly version: string;
  readonly items: readonly BankItemRow[];
}

/** The items in use, and the version of the bank that they are of: one statement, so that neither is newer than the other. */
export async function selectBankItems(db: Reader): Promise<BankItems> {
  const { rows } = await sql<Omit<BankItemRow, "place"> & { version: string }>`
    with in_use as (
      select item_version.id as item_version_id, item.id as item_id, section, clauses, points, difficulty_guess, enemy_group, generated
      from item_version join item on item.id = item_version.item_id
      where status = 'active' and pool = 'certification'
    )
    select bank_state.version::text, in_use.* from bank_state left join in_use on true
  `.execute(db);
  const [first] = rows;
  if (!first) throw new Error("the bank has no version");
  // A bank without items in use is one row without an item.
  const items = rows.filter(({ itemId }) => itemId !== null).map((row, place) => ({ ...row, place }));
  return { version: first.version, items };
}

/** The first of these items by code, as many as asked for. */
export async function selectFirstCodes(
  db: Reader,
  itemIds: readonly string[],
  limit: number,
): Promise<{ itemId: string; code: string }[]> {
  if (itemIds.length === 0) return [];
  return db
    .selectFrom("item")
    .select(["id as itemId", "code"])
    .where("id", "=", sql<string>`any(${[...itemIds]}::uuid[])`)
    .orderBy("code")
    .limit(limit)
    .execute();
}

export interface Drawings {
  readonly version: string;
  /** How often items have been drawn by anybody: those whose figure has changed, or all of them. */
  readonly drawn: readonly DrawnItem[];
  /** The oldest transaction that was under way: what those before it have changed is counted. */
  readonly since: string;
  /** Items that the person has had, or has judged in a study of the cut score. */
  readonly seen: readonly string[];
}

/**
 * What has been drawn so far, and the version of the bank at that moment. While the bank is as it is `known`, only of items whose figure has been changed by
 * transactions from `known.since` on, most often the places of the last forms. A number beyond the snapshot is of another server, from which the rows
 * were restored.
 */
export async function selectDrawings(
  db: Reader,
  personId: string | null,
  known: { readonly version: string; readonly since: string } | undefined,
): Promise<Drawings> {
  const [row] = await drawings(db, { personId, version: known?.version ?? null, since: known?.since ?? null });
  if (!row) throw new Error("the bank has no version");
  return row;
}

const drawings = keptQuery(
  (
    _db,
    { personId, version, since }: { personId: string | null; version: string | null; since: string | null },
  ) => sql<Drawings>`
    select version::text, pg_snapshot_xmin(pg_current_snapshot())::text as since,
      (
        select coalesce(json_agg(json_build_array(item_id, drawn, changed_in = pg_current_xact_id_if_assigned())), '[]') from item_exposure
        where (changed_in >= ${since}::xid8 and changed_in < pg_snapshot_xmax(pg_current_snapshot()))
          or changed_in = pg_current_xact_id_if_assigned() or bank_state.version is distinct from ${version}::uuid
      ) as drawn,
      array(
        select distinct item_id::text from (
          select item_version_id from attempt join attempt_item on attempt_item.attempt_id = attempt.id where person_id = ${personId}::uuid
          union all
          select item_version_id from cut_score_judge join cut_score_item using (study_id) where person_id = ${personId}::uuid
        ) as shown join item_version on item_version.id = item_version_id
      ) as seen
    from bank_state
  `,
);
