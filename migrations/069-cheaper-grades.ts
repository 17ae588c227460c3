import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // In SQL its body was parsed and planned again for each of the two sums of each attempt that began or was graded; and where there is no result yet, there is
    // nothing to do.
    `create or replace function result_sum(result jsonb, figure text) returns float8 language plpgsql immutable strict parallel safe as $$
      begin
        return (select sum((section ->> figure)::float8) from jsonb_array_elements(result -> 'sections') as section);
      end $$`,
    // The first points of an item come before its attempt is graded, or in the statement that grades it, and the attempt's own trigger looks after the month then.
    // Asked of each item, an unanswered one cost more than its points.
    `drop trigger attempt_item_changes_its_month on attempt_item`,
    `create trigger attempt_item_changes_its_month after update on attempt_item for each row when (old.points is not null)
      execute function item_changes_exam_month()`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
