import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // One row in a database that was filled with the demo world, so that an interrupted filling is recognised.
  await sql`create table demo_world (
    "only" boolean primary key default true check ("only"),
    seed text not null,
    started_at timestamptz not null,
    finished_at timestamptz
  )`.execute(db);
}
