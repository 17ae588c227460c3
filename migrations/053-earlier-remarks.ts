import { type Kysely, sql } from "kysely";

/**
 * Remarks from before they could be settled were settled without a word, by whoever approved the item next. Those that no approval has followed
 * stay open, and so does what has been turned since.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into item_comment_turn (item_comment_id, turn, person_id, recorded_at)
    select remark.id, 'resolved', approval.person_id, approval.recorded_at
    from item_comment as remark
    join item_version as remarked on remarked.id = remark.item_version_id
    join lateral (
      select item_step.person_id, item_step.recorded_at
      from item_step join item_version as approved on approved.id = item_step.item_version_id
      where approved.item_id = remarked.item_id and approved.version >= remarked.version and item_step.step = 'approved'
        and item_step.recorded_at >= remark.recorded_at
        and item_step.recorded_at < (select timestamp::timestamptz from kysely_migration where name = '051-item-remarks')
      order by item_step.recorded_at, item_step.id
      limit 1
    ) as approval on true
    where remark.replies_to is null
      and not exists (select from item_comment_turn where item_comment_turn.item_comment_id = remark.id)
    order by remark.id
  `.execute(db);
}
