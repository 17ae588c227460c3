import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // Kinds of notice that a person does not want by mail; only those that nobody has a duty to get (notices/unwanted.ts).
  await sql
    .raw(
      `create table unwanted_mail (
        person_id uuid not null references person (id),
        kind text not null check (kind in (
          'training_reminder', 'exam_available', 'exam_passed', 'certificate_issued', 'restored', 'staff_digest')),
        primary key (person_id, kind)
      )`,
    )
    .execute(db);
}
