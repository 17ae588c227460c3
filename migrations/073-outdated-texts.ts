import { type Kysely, sql } from "kysely";

/**
 * Which texts of a version did not change with their other half: the language that is behind, by the name of the text. Null in versions whose writer knew
 * of the two languages as wholes only; `english_revised` and `german_revised` hold there.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `alter table item_version add column outdated_texts jsonb check (jsonb_typeof(outdated_texts) = 'object')`,
    `create trigger item_version_outdated_frozen before update on item_version for each row
      when (old.outdated_texts is distinct from new.outdated_texts) execute function refuse_change()`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
