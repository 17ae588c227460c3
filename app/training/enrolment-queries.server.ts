import { sql } from "kysely";
import { notFound } from "~/kernel/rejection";
import type { Reader, Trx } from "~/platform/database/handle";
import type { EnrolmentState } from "~/platform/schema/training-tables";
import type { Seats, WaitingEntry } from "./enrolment-rule";

/** Whether the person of an enrolment may still act for its organisation at `at`: an open membership there and an account in use. */
const mayTakeSeat = (at: Date) => sql<boolean>`(person.deactivated_at is null and exists (
  select 1 from membership join organisation on organisation.id = membership.organisation_id
  where membership.person_id = enrolment.person_id and membership.organisation_id = enrolment.organisation_id
    and membership.superseded_at is null
    and membership.during @> (${at}::timestamptz at time zone organisation.time_zone)::date))`;

export async function selectSeats(db: Reader, trainingSessionId: string): Promise<Seats> {
  return db
    .selectFrom("enrolment")
    .select([
      sql<number>`count(*) filter (where state in ('enrolled', 'offered'))`.as("taken"),
      sql<number>`count(*) filter (where state = 'waiting')`.as("waiting"),
    ])
    .where("trainingSessionId", "=", trainingSessionId)
    .executeTakeFirstOrThrow();
}

export interface QueueEntry extends WaitingEntry {
  readonly personId: string;
  readonly organisationId: string;
}

/** The waiting list in its order; an entry is blocked when its person is no longer a member of the organisation at `at`. */
export async function selectQueue(db: Reader, trainingSessionId: string, at: Date): Promise<QueueEntry[]> {
  return db
    .selectFrom("enrolment")
    .innerJoin("person", "person.id", "enrolment.personId")
    .select([
      "enrolment.id as enrolmentId",
      "personId",
      "enrolment.organisationId",
      sql<boolean>`not ${mayTakeSeat(at)}`.as("blocked"),
    ])
    .where("trainingSessionId", "=", trainingSessionId)
    .where("state", "=", "waiting")
    .orderBy("queuePosition")
    .execute();
}

export interface Enrolment {
  readonly id: string;
  readonly trainingSessionId: string;
  readonly personId: string;
  readonly personName: string;
  readonly organisationId: string;
  readonly state: EnrolmentState;
  readonly enrolledBy: string | null;
  readonly offerExpiresAt: Date | null;
  /** Rises with every change of the session or of the state. */
  readonly calendarSequence: number;
}

const enrolments = (db: Reader) =>
  db
    .selectFrom("enrolment")
    .innerJoin("person", "person.id", "enrolment.personId")
    .select([
      "enrolment.id",
      "trainingSessionId",
      "personId",
      "person.fullName as personName",
      "organisationId",
      "state",
      "enrolledBy",
      "offerExpiresAt",
      "calendarSequence",
    ]);

export async function selectEnrolment(db: Reader, id: string): Promise<Enrolment> {
  const row = await enrolments(db).where("enrolment.id", "=", id).executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** Everybody who has a seat, is offered one or waits, in the order in which they came. */
export async function selectOpenEnrolments(db: Reader, trainingSessionId: string): Promise<Enrolment[]> {
  return enrolments(db)
    .where("trainingSessionId", "=", trainingSessionId)
    .where("state", "in", ["enrolled", "offered", "waiting"])
    .orderBy("queuePosition")
    .execute();
}

/** Whether the enrolment's person may still take a seat for its organisation at `at`. */
export async function selectMayTakeSeat(db: Reader, enrolmentId: string, at: Date): Promise<boolean> {
  const row = await db
    .selectFrom("enrolment")
    .innerJoin("person", "person.id", "enrolment.personId")
    .select("enrolment.id")
    .where("enrolment.id", "=", enrolmentId)
    .where(mayTakeSeat(at))
    .executeTakeFirst();
  return row !== undefined;
}

export interface NewEnrolment {
  readonly trainingSessionId: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly state: "enrolled" | "waiting";
  readonly enrolledBy: string | null;
  readonly purchaseOrder: string | null;
  readonly chargeAcceptedBy: string | null;
  readonly at: Date;
}

/** Enters people in the given order, which is their order on the waiting list; their ids in the same order. */
export async function insertEnrolments(trx: Trx, rows: readonly NewEnrolment[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const inserted = await trx
    .insertInto("enrolment")
    .values(rows.map(({ at, ...row }) => ({ ...row, queuedAt: at, stateSince: at, offerExpiresAt: null })))
    .returning(["id", "personId"])
    .execute();
  const ids = new Map(inserted.map((row) => [row.personId, row.id]));
  return rows.map((row) => ids.get(row.personId) ?? "");
}

/** Moves enrolments into another state; an offer carries the instant at which it ends, every other state none. */
export async function updateEnrolmentState(
  trx: Trx,
  ids: readonly string[],
  change: { state: EnrolmentState; at: Date; offerExpiresAt?: Date },
): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable("enrolment")
    .set((eb) => ({
      state: change.state,
      stateSince: change.at,
      offerExpiresAt: change.offerExpiresAt ?? null,
      calendarSequence: eb("calendarSequence", "+", 1),
    }))
    .where("id", "in", [...ids])
    .execute();
}

/** After a change of the session: everybody's calendar entry gets its next number, and no offer outlives the new deadline. */
export async function updateEnrolmentsAfterChange(
  trx: Trx,
  trainingSessionId: string,
  enrolmentClosesAt: Date | null,
): Promise<void> {
  await trx
    .updateTable("enrolment")
    .set((eb) => ({
      calendarSequence: eb("calendarSequence", "+", 1),
      offerExpiresAt: enrolmentClosesAt
        ? sql<Date | null>`case when offer_expires_at is null then null else least(offer_expires_at, ${enrolmentClosesAt}::timestamptz) end`
        : eb.ref("offerExpiresAt"),
    }))
    .where("trainingSessionId", "=", trainingSessionId)
    .where("state", "in", ["enrolled", "offered", "waiting"])
    .execute();
}

/** Offers that have run out at `at`, of one session or, without one, of all. */
export async function selectExpiredOffers(
  db: Reader,
  at: Date,
  trainingSessionId?: string,
): Promise<{ id: string; trainingSessionId: string; personId: string; organisationId: string }[]> {
  const query = db
    .selectFrom("enrolment")
    .select(["id", "trainingSessionId", "personId", "organisationId"])
    .where("state", "=", "offered")
    .where("offerExpiresAt", "<=", at)
    .orderBy("queuePosition");
  return (trainingSessionId ? query.where("trainingSessionId", "=", trainingSessionId) : query).execute();
}
