import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // The browser that answers a mock examination; whatever is under way is claimed by the next window that opens it.
    `alter table practice_round add column active_client text check (active_client is null or kind = 'mock')`,
    // One window answers, so that a mark comes with its answer again, under its number.
    `alter table practice_item drop column flag_sequence`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
