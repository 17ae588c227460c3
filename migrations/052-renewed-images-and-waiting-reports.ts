import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // Whoever uploads a picture again keeps it for as long as a new one: only that instant moves, and only onwards. The bytes are held by their hash.
    `drop trigger item_image_frozen on item_image`,
    `create trigger item_image_frozen before update on item_image for each row
      when ((old.sha256, old.type, old.width, old.height, old.kept_by) is distinct from (new.sha256, new.type, new.width, new.height, new.kept_by)
        or new.kept_at < old.kept_at)
      execute function refuse_change()`,
    // The few attempts whose result waits, among all that have ever been sat: queue and reminders ask for them again and again.
    `create index attempt_result_waits on attempt (id) where finished_at is not null and graded_at is null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
