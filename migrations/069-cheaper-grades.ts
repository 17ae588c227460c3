import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // In SQL its body was parsed and planned again for each of the two sums of each attempt that began or was graded; and where there is no result yet, there is
    // nothing to do.
    `create or replace function result_sum(result jsonb, figure text) returns float8 language plpgsql immutable strict parallel safe as $$
      begin
        return (select sum((section ->> figure)::float8) from jsonb_array_elements(result -> 'sections') as section);
      end $$`,
    // As before, and without the nothing that an item without an answer gets at the hand-in: to look after the month cost more there than the points. The
    // attempt's own trigger does, in the same statement.
    `drop trigger attempt_item_changes_its_month on attempt_item`,
    `create trigger attempt_item_changes_its_month after update on attempt_item for each row
      when (old.points is not null or (new.points is not null and (old.spent_seconds is not null or new.spent_seconds is null)
        and not (new.points = 0 and new.response is null)))
      execute function item_changes_exam_month()`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
