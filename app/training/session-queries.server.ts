import { sql } from "kysely";
import { notFound } from "~/kernel/rejection";
import type { Reader, Trx } from "~/platform/database/handle";
import { instantRangeText } from "~/platform/database/ranges";
import type { Language } from "~/platform/schema/people-tables";
import type { CourseTable } from "~/platform/schema/training-tables";
import type { PartTime, SessionPlan } from "./session-plan";

interface TrainingPart extends PartTime {
  readonly id: string;
  /** 1 is the first. */
  readonly ordinal: number;
}

export interface TrainingSession {
  readonly id: string;
  readonly courseCode: string;
  readonly courseKind: CourseTable["kind"];
  readonly titleEn: string;
  readonly titleDe: string;
  readonly contentsEn: string;
  readonly contentsDe: string;
  readonly trainerId: string;
  readonly trainerName: string;
  readonly language: Language;
  readonly place: string | null;
  readonly link: string | null;
  readonly timeZone: string;
  readonly capacity: number;
  readonly enrolmentClosesAt: Date;
  readonly chargeMinorUnits: number;
  readonly currency: string;
  readonly taxNote: string | null;
  readonly state: "scheduled" | "cancelled";
  readonly revision: number;
  /** In their order, one at least. */
  readonly parts: readonly TrainingPart[];
}

const sessionsWithCourse = (db: Reader) =>
  db
    .selectFrom("trainingSession")
    .innerJoin("course", "course.code", "trainingSession.courseCode")
    .innerJoin("person as trainer", "trainer.id", "trainingSession.trainerId")
    .select([
      "trainingSession.id",
      "courseCode",
      "course.kind as courseKind",
      "course.titleEn",
      "course.titleDe",
      "course.contentsEn",
      "course.contentsDe",
      "trainerId",
      "trainer.fullName as trainerName",
      "trainingSession.language",
      "place",
      "link",
      "timeZone",
      "capacity",
      "enrolmentClosesAt",
      "chargeMinorUnits",
      "currency",
      "taxNote",
      "state",
      "revision",
    ]);

/** The sessions with their parts, in no particular order. Two statements, however many. */
export async function selectTrainingSessions(db: Reader, ids: readonly string[]): Promise<TrainingSession[]> {
  if (ids.length === 0) return [];
  const sessions = await sessionsWithCourse(db)
    .where("trainingSession.id", "in", [...ids])
    .execute();
  const rows = await db
    .selectFrom("trainingPart")
    .select(["id", "trainingSessionId", "ordinal", "during"])
    .where("trainingSessionId", "in", [...ids])
    .orderBy("ordinal")
    .execute();
  const parts = new Map<string, TrainingPart[]>(ids.map((id) => [id, []]));
  for (const { trainingSessionId, id, ordinal, during } of rows) {
    parts.get(trainingSessionId)?.push({ id, ordinal, ...during });
  }
  return sessions.map((session) => ({ ...session, parts: parts.get(session.id) ?? [] }));
}

export async function selectTrainingSession(db: Reader, id: string): Promise<TrainingSession> {
  const [session] = await selectTrainingSessions(db, [id]);
  if (!session) throw notFound();
  return session;
}

/** Locks the session first, so that what is read of it afterwards, and its seats, stay as read until the commit. */
export async function lockTrainingSession(trx: Trx, id: string): Promise<TrainingSession> {
  const row = await trx
    .selectFrom("trainingSession")
    .select("id")
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return selectTrainingSession(trx, id);
}

export async function selectCourses(db: Reader) {
  return db.selectFrom("course").select(["code", "kind", "titleEn", "titleDe"]).orderBy("code").execute();
}

export interface NewTrainingSession extends Omit<SessionPlan, "parts"> {
  readonly courseCode: string;
  readonly trainerId: string;
  readonly language: Language;
  readonly chargeMinorUnits: number;
  readonly currency: string;
  readonly taxNote: string | null;
  readonly createdBy: string | null;
  readonly createdAt: Date;
}

export async function insertTrainingSession(trx: Trx, session: NewTrainingSession): Promise<string> {
  const row = await trx
    .insertInto("trainingSession")
    .values({ ...session, state: "scheduled" })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/**
 * Writes the parts anew. The exclusion constraint `trainer_in_one_place` refuses a trainer who is elsewhere at that time, also between two
 * transactions.
 */
export async function replaceParts(
  trx: Trx,
  command: { trainingSessionId: string; trainerId: string; parts: readonly PartTime[] },
): Promise<void> {
  const { trainingSessionId, trainerId, parts } = command;
  await trx.deleteFrom("trainingPart").where("trainingSessionId", "=", trainingSessionId).execute();
  const rows = parts.map((part, index) => ({
    trainingSessionId,
    trainerId,
    ordinal: index + 1,
    during: instantRangeText(part),
  }));
  await trx.insertInto("trainingPart").values(rows).execute();
}

/** Writes what was changed and counts the revision up by one. */
export async function updateTrainingSession(
  trx: Trx,
  id: string,
  change: Omit<SessionPlan, "parts"> & { trainerId: string; language: Language },
): Promise<void> {
  await trx
    .updateTable("trainingSession")
    .set((eb) => ({ ...change, revision: eb("revision", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

/** The session takes place no more: its trainer is free again at that time. */
export async function cancelParts(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable("trainingSession")
    .set((eb) => ({ state: "cancelled", revision: eb("revision", "+", 1) }))
    .where("id", "=", id)
    .execute();
  await trx.updateTable("trainingPart").set({ takingPlace: false }).where("trainingSessionId", "=", id).execute();
}

/** The first time of `parts` at which the trainer gives another training, or undefined. */
export async function selectOptionalTrainerClash(
  db: Reader,
  command: { trainerId: string; parts: readonly PartTime[]; exceptSessionId: string | null },
): Promise<{ startsAt: Date; endsAt: Date; timeZone: string } | undefined> {
  let query = db
    .selectFrom("trainingPart")
    .innerJoin("trainingSession", "trainingSession.id", "trainingPart.trainingSessionId")
    .select(["during", "timeZone"])
    .where("trainingPart.trainerId", "=", command.trainerId)
    .where("takingPlace", "=", true)
    .where((eb) => eb.or(command.parts.map((part) => sql<boolean>`during && ${instantRangeText(part)}::tstzrange`)))
    .orderBy("during")
    .limit(1);
  if (command.exceptSessionId) query = query.where("trainingSessionId", "<>", command.exceptSessionId);
  const row = await query.executeTakeFirst();
  return row && { startsAt: row.during.start, endsAt: row.during.end, timeZone: row.timeZone };
}
