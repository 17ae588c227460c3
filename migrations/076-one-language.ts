import { type Kysely, sql } from "kysely";

/** An item may come with words in one language only: the other one has been up to date in no version yet, which 0 says. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `alter table item_version drop constraint item_version_check1`,
    `alter table item_version drop constraint item_version_check2`,
    `alter table item_version add constraint english_revised_before check (english_revised between 0 and version)`,
    `alter table item_version add constraint german_revised_before check (german_revised between 0 and version)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
