import { type Kysely, sql } from "kysely";

/** The next mail to send is the first of an index, and whether its recipient has one in flight is a look into another: a morning may have thousands. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `drop index outbox_message_due`,
    `create index outbox_message_due on outbox_message (next_try_at, created_at, id) where state = 'pending'`,
    `create index outbox_message_in_flight on outbox_message (recipient_id) where state = 'pending' and leased_until is not null`,
    `create index outbox_message_unsettled on outbox_message (state) where state in ('pending', 'parked')`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
