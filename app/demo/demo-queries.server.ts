import { sql } from "kysely";
import type { Db } from "~/platform/database/handle";

/** The token of the person's latest invitation that has not left yet: what the person would find in the mail. */
export async function selectInvitationToken(db: Db, personId: string): Promise<string> {
  const row = await db
    .selectFrom("outboxMessage")
    .select(sql<string>`facts->>'token'`.as("token"))
    .where("recipientId", "=", personId)
    .where("template", "=", "invitation")
    .orderBy("createdAt", "desc")
    .executeTakeFirstOrThrow();
  return row.token;
}

export async function selectEnrolmentIds(db: Db, trainingSessionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("enrolment")
    .select("id")
    .where("trainingSessionId", "=", trainingSessionId)
    .where("state", "=", "enrolled")
    .execute();
  return rows.map((row) => row.id);
}

/** How far the filling of this database with the demo world has come. */
export async function selectDemoState(db: Db): Promise<"empty" | "begun" | "finished" | "other"> {
  const world = await db.selectFrom("demoWorld").select("finishedAt").executeTakeFirst();
  if (world) return world.finishedAt ? "finished" : "begun";
  const { people } = await db
    .selectFrom("person")
    .select((eb) => eb.fn.countAll<number>().as("people"))
    .executeTakeFirstOrThrow();
  return people === 0 ? "empty" : "other";
}

export async function insertDemoWorld(db: Db, seed: string, startedAt: Date): Promise<void> {
  await db.insertInto("demoWorld").values({ seed, startedAt, finishedAt: null }).execute();
}

export async function updateDemoWorldFinished(db: Db, finishedAt: Date): Promise<void> {
  await db.updateTable("demoWorld").set({ finishedAt }).execute();
}

/** Empties a database whose filling was interrupted: nothing in it but the demo. */
export async function dropEverything(db: Db): Promise<void> {
  await sql`drop schema public cascade`.execute(db);
  await sql`create schema public`.execute(db);
}

/** While the demo is filled, a commit need not wait for the disk: an interrupted filling starts over anyway. */
export async function setDurableCommits(db: Db, durable: boolean): Promise<void> {
  await sql.raw(`set synchronous_commit = ${durable ? "on" : "off"}`).execute(db);
}
