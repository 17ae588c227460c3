import { type Kysely, sql } from "kysely";

/** A mock examination is kept as the examination is: answers and notes by their sequence numbers, and what was marked to look at again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table practice_item
    add column response_sequence bigint not null default 0,
    add column flagged boolean not null default false,
    add column note text not null default '' check (length(note) <= 2000),
    add column note_sequence bigint not null default 0
  `.execute(db);
}
