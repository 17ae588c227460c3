import { sql } from "kysely";
import type { Reader } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import type { DrawnEntry, DrawnItem } from "./drawn-figures";
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
  /** Another one whenever entries have been added up. */
  readonly addedUp: string;
  /** How often items had been drawn by all before `since`; null where the caller knows. */
  readonly drawn: readonly DrawnItem[] | null;
  /** What has been drawn since then, or since the caller has asked. */
  readonly entries: readonly DrawnEntry[];
  /** The oldest transaction that was under way: what those before it have drawn is counted. */
  readonly since: string;
  /** Items that the person has had, or has judged in a study of the cut score. */
  readonly seen: readonly string[];
}

/** What the caller remembers: of which version, added up when, and since when it asks for entries. */
export type KnownDrawings = Pick<Drawings, "version" | "addedUp" | "since">;

/**
 * What has been drawn so far, and the version of the bank at that moment. While both are as they are `known`, only entries of transactions from `known.since`
 * on, most often the last forms. A number beyond the snapshot is of another server, from which the rows were restored: those are counted whenever all is read.
 */
export async function selectDrawings(
  db: Reader,
  personId: string | null,
  known: KnownDrawings | undefined,
): Promise<Drawings> {
  const { version = null, addedUp = null, since = null } = known ?? {};
  const [row] = await drawings(db, { personId, version, addedUp, since });
  if (!row) throw new Error("the bank has no version");
  return row;
}

type Asked = { readonly personId: string | null } & { readonly [Field in keyof KnownDrawings]: string | null };

const drawings = keptQuery(
  (_db, { personId, version, addedUp, since }: Asked) => sql<Drawings>`
    select version::text, added_up::text, pg_snapshot_xmin(pg_current_snapshot())::text as since,
      case when anew then (
        select coalesce(json_agg(json_build_array(item_id, times)), '[]')
        from (
          select item_id, sum(times) as times
          from (
            select item_id, drawn as times from item_exposure
            union all
            select unnest(item_ids), 1 from exposure_entry
            where drawn_in < pg_snapshot_xmin(pg_current_snapshot())
              or (drawn_in >= pg_snapshot_xmax(pg_current_snapshot()) and drawn_in is distinct from pg_current_xact_id_if_assigned())
          ) as every_time
          group by item_id
        ) as added
      ) end as drawn,
      (
        select coalesce(json_agg(json_build_array(id, drawn_in::text, drawn_in = pg_current_xact_id_if_assigned(), item_ids)), '[]')
        from exposure_entry
        where drawn_in >= case when anew then pg_snapshot_xmin(pg_current_snapshot()) else ${since}::xid8 end
          and (drawn_in < pg_snapshot_xmax(pg_current_snapshot()) or drawn_in = pg_current_xact_id_if_assigned())
      ) as entries,
      array(
        select distinct item_id::text from (
          select item_version_id from attempt join attempt_item on attempt_item.attempt_id = attempt.id where person_id = ${personId}::uuid
          union all
          select item_version_id from cut_score_judge join cut_score_item using (study_id) where person_id = ${personId}::uuid
        ) as shown join item_version on item_version.id = item_version_id
      ) as seen
    from bank_state
    cross join lateral (
      select version is distinct from ${version}::uuid or added_up is distinct from ${addedUp}::uuid as anew
    ) as asked
  `,
);

/** Adds up what has been drawn since the last time; how many entries that were. */
export async function addUpDrawings(db: Reader): Promise<number> {
  const { rows } = await sql<{ entries: number }>`
    with taken as (
      delete from exposure_entry returning item_ids
    ), counted as (
      select item_id, count(*)::integer as times from taken cross join unnest(item_ids) as item_id group by item_id
    ), added as (
      update item_exposure set drawn = drawn + times from counted where counted.item_id = item_exposure.item_id
    ), told as (
      update bank_state set added_up = gen_random_uuid() where exists (select from taken)
    )
    select count(*)::int as entries from taken
  `.execute(db);
  return rows[0]?.entries ?? 0;
}
