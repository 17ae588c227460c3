import { type Kysely, sql } from "kysely";

/** Where somebody reads mails, when that is not the zone of the organisation (domain rules §4: 08:00 to 10:00 of the recipient); null: as there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table person add column mail_time_zone text check (mail_time_zone <> '')`.execute(db);
}
