import { sql } from "kysely";
import { notFound } from "~/kernel/rejection";
import type { Reader, Trx } from "~/platform/database/handle";
import type { Language } from "~/platform/schema/people-tables";

/** The secret part of the address; undefined where the person has none. */
export async function selectOptionalFeedToken(db: Reader, personId: string): Promise<string | undefined> {
  const row = await db.selectFrom("calendarFeed").select("token").where("personId", "=", personId).executeTakeFirst();
  return row?.token;
}

/** Whose address it is. Throws `not_found`, also for accounts that have been closed. */
export async function selectFeedOwner(db: Reader, token: string): Promise<{ personId: string; language: Language }> {
  const row = await db
    .selectFrom("calendarFeed")
    .innerJoin("person", "person.id", "calendarFeed.personId")
    .select(["person.id as personId", "language"])
    .where("token", "=", token)
    .where("deactivatedAt", "is", null)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

export async function replaceFeed(trx: Trx, feed: { personId: string; token: string; createdAt: Date }): Promise<void> {
  const { token, createdAt } = feed;
  await trx
    .insertInto("calendarFeed")
    .values(feed)
    .onConflict((conflict) => conflict.column("personId").doUpdateSet({ token, createdAt }))
    .execute();
}

/** Whether there was one. */
export async function deleteFeed(trx: Trx, personId: string): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom("calendarFeed").where("personId", "=", personId).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** What stands in the person's calendar: the ids of the trainings that end after `since`, with the seat in them, or null for who gives them. */
export async function selectTrainingsOf(db: Reader, personId: string, since: Date) {
  const { rows } = await sql<{ trainingSessionId: string; enrolment: { id: string; calendarSequence: number } | null }>`
    select training_session.id as training_session_id,
      (
        select json_build_object('id', enrolment.id, 'calendarSequence', enrolment.calendar_sequence) from enrolment
        where enrolment.training_session_id = training_session.id and enrolment.person_id = ${personId} and enrolment.state = 'enrolled'
      ) as enrolment
    from training_session
    where state = 'scheduled'
      and (trainer_id = ${personId} or id in (
        select training_session_id from enrolment where person_id = ${personId} and enrolment.state = 'enrolled'))
      and exists (select from training_part where training_session_id = training_session.id and upper(during) > ${since})
    order by id
  `.execute(db);
  return rows;
}
