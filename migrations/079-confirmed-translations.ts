import { type Kysely, sql } from "kysely";

/** Who approves a version may confirm that both languages say the same: its outdated texts are none from then on. Nothing else changes them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `drop trigger item_version_outdated_frozen on item_version`,
    `create trigger item_version_outdated_frozen before update on item_version for each row
      when (old.outdated_texts is distinct from new.outdated_texts
        and not (old.status = 'in_review' and new.status = 'active' and new.outdated_texts is not distinct from '{}'::jsonb))
      execute function refuse_change()`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
