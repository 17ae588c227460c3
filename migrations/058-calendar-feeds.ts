import { type Kysely, sql } from "kysely";

/**
 * The address at which a person's calendar program fetches the trainings (domain rules §5). Kept as it is, not as a hash: people need it again for the
 * next device, and who can read it here can read the trainings themselves.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table calendar_feed (
        person_id uuid primary key references person (id),
        token text not null unique check (token ~ '^[A-Za-z0-9_-]{32}$'),
        created_at timestamptz not null
      )`,
    )
    .execute(db);
}
