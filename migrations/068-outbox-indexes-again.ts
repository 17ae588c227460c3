import { type Kysely, sql } from "kysely";

/**
 * A morning's first mails come between two looks of the planner, which then takes those that wait for none at all. An index of all that is unsettled looked
 * as good to it as the others, and each claim read every mail that waits once for each of them: with these there is nothing to confuse.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `drop index outbox_message_unsettled`,
    `create index outbox_message_parked on outbox_message (created_at) where state = 'parked'`,
    `drop index outbox_message_in_flight`,
    `create index outbox_message_in_flight on outbox_message (leased_until) where state = 'pending' and leased_until is not null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
