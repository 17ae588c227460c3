import { type Kysely, sql } from "kysely";

/** A mark of a mock examination comes without the answer beside it, and so has a number of its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table practice_item add column flag_sequence bigint not null default 0`.execute(db);
  // What is marked came with its answer until now.
  await sql`update practice_item set flag_sequence = response_sequence where response_sequence > 0`.execute(db);
}
