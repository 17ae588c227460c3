import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // Drawing a form asks this of every item; the content itself, which is large, need not be read for it.
  await sql
    .raw(
      "alter table item_version add column generated boolean not null generated always as (content ? 'generator') stored",
    )
    .execute(db);
}
