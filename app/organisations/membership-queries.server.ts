import { sql } from "kysely";
import type { Day, DayRange } from "~/kernel/calendar";
import { conflict, notFound } from "~/kernel/rejection";
import { violates } from "~/platform/database/errors";
import type { Reader, Trx } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import { dayRangeText } from "~/platform/database/ranges";

export interface Membership {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly during: DayRange;
  readonly administrator: boolean;
}

const columns = ["id", "personId", "organisationId", "during", "administrator"] as const;

/** The person's membership of the organisation on `day`, locked. Throws `not_found` when there is none. */
export async function lockMembershipOn(
  trx: Trx,
  key: { organisationId: string; personId: string; day: Day },
): Promise<Membership> {
  const row = await trx
    .selectFrom("membership")
    .select(columns)
    .where("organisationId", "=", key.organisationId)
    .where("personId", "=", key.personId)
    .where("supersededAt", "is", null)
    .where(sql<boolean>`during @> ${key.day}::date`)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

export interface NewMembership extends Omit<Membership, "id"> {
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
}

/** Throws `membership_overlaps` when the person is a member anywhere in that time: the database decides, also between two requests. */
export async function insertMembership(trx: Trx, membership: NewMembership): Promise<string> {
  try {
    const row = await trx
      .insertInto("membership")
      .values({ ...membership, during: dayRangeText(membership.during), supersededAt: null })
      .returning("id")
      .executeTakeFirstOrThrow();
    return row.id;
  } catch (error) {
    if (violates(error, "one_membership_at_a_time")) throw conflict("membership_overlaps");
    throw error;
  }
}

/**
 * The person's membership of the organisation no longer reaches `from`: what lies before it is kept, the rest superseded.
 * Returns the rows as they were; empty when there was nothing to cut.
 */
export async function cutMembershipsFrom(
  trx: Trx,
  command: { organisationId: string; personId: string; from: Day; recordedAt: Date; recordedBy: string | null },
): Promise<Membership[]> {
  const { organisationId, personId, from, recordedAt, recordedBy } = command;
  const cut = await trx
    .updateTable("membership")
    .set({ supersededAt: recordedAt })
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .where("supersededAt", "is", null)
    .where(sql<boolean>`during && ${dayRangeText({ start: from, end: null })}::daterange`)
    .returning(columns)
    .execute();
  for (const { id: _, ...row } of cut.filter((membership) => membership.during.start < from)) {
    await insertMembership(trx, { ...row, during: { start: row.during.start, end: from }, recordedAt, recordedBy });
  }
  return cut;
}

/** The roster: everybody whose membership has not ended before `day`, with name and address, by name. */
export async function selectRoster(db: Reader, organisationId: string, day: Day) {
  return db
    .selectFrom("membership")
    .innerJoin("person", "person.id", "membership.personId")
    .select([
      "membership.personId",
      "person.fullName",
      "person.email",
      "membership.during",
      "membership.administrator",
      sql<boolean>`person.password_hash is not null`.as("hasSignedUp"),
    ])
    .where("membership.organisationId", "=", organisationId)
    .where("membership.supersededAt", "is", null)
    .where(sql<boolean>`(upper_inf(membership.during) or upper(membership.during) > ${day}::date)`)
    .orderBy(sql`lower(person.full_name)`)
    .execute();
}

/** Every membership the person has or had, newest first. */
export async function selectMembershipsOf(db: Reader, personId: string) {
  return db
    .selectFrom("membership")
    .innerJoin("organisation", "organisation.id", "membership.organisationId")
    .select([
      "membership.organisationId",
      "organisation.name as organisationName",
      "organisation.timeZone",
      "membership.during",
      "membership.administrator",
    ])
    .where("membership.personId", "=", personId)
    .where("membership.supersededAt", "is", null)
    .orderBy(sql`lower(membership.during)`, "desc")
    .execute();
}

export interface CurrentMembership {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly timeZone: string;
}

/** Where the person is a member at `at`, by the calendar of the organisation; undefined when nowhere. */
export async function selectOptionalCurrentMembership(
  db: Reader,
  personId: string,
  at: Date,
): Promise<CurrentMembership | undefined> {
  const [current] = await currentMemberships(db, { personId, at });
  return current;
}

/** Who of the people is a member at `at`, and where, by the calendar of each organisation; by name. */
export async function selectMembersAmong(
  db: Reader,
  personIds: readonly string[],
  at: Date,
): Promise<{ personId: string; fullName: string; organisationName: string }[]> {
  return db
    .selectFrom("membership")
    .innerJoin("organisation", "organisation.id", "membership.organisationId")
    .innerJoin("person", "person.id", "membership.personId")
    .select(["personId", "fullName", "organisation.name as organisationName"])
    .where("personId", "=", sql<string>`any(${personIds}::uuid[])`)
    .where("supersededAt", "is", null)
    .where(sql<boolean>`during @> (${at}::timestamptz at time zone organisation.time_zone)::date`)
    .orderBy("fullName")
    .execute();
}

const currentMemberships = keptQuery((db, { personId, at }: { personId: string; at: Date }) =>
  db
    .selectFrom("membership")
    .innerJoin("organisation", "organisation.id", "membership.organisationId")
    .select(["organisationId", "organisation.name as organisationName", "timeZone"])
    .where("personId", "=", personId)
    .where("supersededAt", "is", null)
    .where(sql<boolean>`during @> (${at}::timestamptz at time zone time_zone)::date`),
);
