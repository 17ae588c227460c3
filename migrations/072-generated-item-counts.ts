import { type Kysely, sql } from "kysely";

/**
 * Who chose what of an item that a generator makes anew for everybody. What an option stands for follows from the seed, which no statement can tell: a
 * job counts it for each version.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table generated_item_count (
      item_version_id uuid primary key references item_version (id) on delete cascade,
      counted_at timestamptz not null,
      responses integer not null check (responses > 0),
      rest float8 not null,
      rest_squares float8 not null,
      options jsonb not null check (jsonb_typeof(options) = 'array')
    )
  `.execute(db);
}
