import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `alter table notice drop constraint notice_kind_check`,
    `alter table notice add constraint notice_kind_check check (kind in (
      'certificate_lapsing', 'certificate_lapsed', 'below_three_ahead', 'below_three_now', 'restored',
      'training_enrolled', 'training_waiting', 'training_seat_offered', 'training_changed', 'training_cancelled',
      'training_reminder', 'training_withdrawn', 'exam_available', 'exam_passed', 'exam_not_passed',
      'certificate_issued', 'certificate_revoked', 'certificate_suspended', 'certificate_reinstated',
      'address_refused', 'staff_digest'))`,
    // The address that a mail server has refused for good; gone as soon as it accepts a mail again or the person has another address.
    `create table refused_address (
      person_id uuid primary key references person (id),
      address text not null,
      since timestamptz not null,
      answer text not null
    )`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
