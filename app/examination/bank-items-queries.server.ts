import { sql } from "kysely";
import type { Reader } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
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
  /** Where the item stands among all items, in the order of their ids, from 0 on. */
  readonly place: number;
}

export interface BankItems {
  /** Another one whenever an item has changed. */
  readonly version: string;
  readonly items: readonly BankItemRow[];
}

/** The items in use, and the version of the bank that they are of: one statement, so that neither is newer than the other. */
export async function selectBankItems(db: Reader): Promise<BankItems> {
  const { rows } = await sql<BankItemRow & { version: string }>`
    with numbered as (
      select item_id, row_number() over (order by item_id)::int - 1 as place from item_exposure
    ), in_use as (
      select item_version.id as item_version_id, item.id as item_id, section, clauses, points, difficulty_guess, enemy_group, generated, place
      from item_version
      join item on item.id = item_version.item_id
      join numbered on numbered.item_id = item.id
      where status = 'active' and pool = 'certification'
    )
    select bank_state.version::text, in_use.* from bank_state left join in_use on true
  `.execute(db);
  const [first] = rows;
  if (!first) throw new Error("the bank has no version");
  // A bank without items in use is one row without an item.
  return { version: first.version, items: rows.filter(({ itemId }) => itemId !== null) };
}

export interface Drawings {
  readonly version: string;
  /** How often each item has been drawn by anybody, by its place. */
  readonly exposures: readonly number[];
  /** Items that the person has had, or has judged in a study of the cut score. */
  readonly seen: readonly string[];
}

/** What has been drawn so far, and the version of the bank at that moment. The figures come as one text: a start asks for thousands. */
export async function selectDrawings(db: Reader, personId: string | null): Promise<Drawings> {
  const [row] = await drawings(db, { personId });
  if (!row) throw new Error("the bank has no version");
  return { ...row, exposures: row.exposures?.split(" ").map(Number) ?? [] };
}

const drawings = keptQuery(
  (_db, { personId }: { personId: string | null }) => sql<{
    version: string;
    exposures: string | null;
    seen: string[];
  }>`
    select version::text,
      (select string_agg(drawn::text, ' ' order by item_id) from item_exposure) as exposures,
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
