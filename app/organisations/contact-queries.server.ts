import { sql } from "kysely";
import type { Day } from "~/kernel/calendar";
import type { Reader, Trx } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import type { ContractingEntity } from "~/platform/schema/people-tables";
import type { ContactRole } from "~/platform/schema/staff-tables";
import type { BusinessCalendar } from "./business-days";
import type { ContactDetails } from "./support-contact";

export interface EntityCalendar extends BusinessCalendar {
  readonly id: string;
  readonly timeZone: string;
}

/** Whose days count at the entity, and which of them are business days. */
export async function selectEntityCalendar(db: Reader, entity: ContractingEntity): Promise<EntityCalendar> {
  const calendar = await db
    .selectFrom("entityCalendar")
    .select(["id", "timeZone", "freeWeekdays"])
    .where("contractingEntity", "=", entity)
    .executeTakeFirstOrThrow();
  return { ...calendar, holidays: new Set((await selectHolidays(db, entity)).map(({ day }) => day)) };
}

/** The same, locked: whoever schedules a change for the entity does so one after the other. */
export async function lockEntityCalendar(trx: Trx, entity: ContractingEntity): Promise<EntityCalendar> {
  await trx
    .selectFrom("entityCalendar")
    .select("contractingEntity")
    .where("contractingEntity", "=", entity)
    .forUpdate()
    .execute();
  return selectEntityCalendar(trx, entity);
}

export async function selectHolidays(db: Reader, entity: ContractingEntity) {
  return db
    .selectFrom("publicHoliday")
    .select(["day", "name"])
    .where("contractingEntity", "=", entity)
    .orderBy("day")
    .execute();
}

/** False when the day was free already; then its name stays. */
export async function insertHoliday(
  trx: Trx,
  holiday: { contractingEntity: ContractingEntity; day: Day; name: string },
): Promise<boolean> {
  const row = await trx
    .insertInto("publicHoliday")
    .values(holiday)
    .onConflict((conflict) => conflict.columns(["contractingEntity", "day"]).doNothing())
    .returning("day")
    .executeTakeFirst();
  return row !== undefined;
}

/** What the day was called; undefined when it was no holiday. */
export async function deleteHoliday(
  trx: Trx,
  key: { contractingEntity: ContractingEntity; day: Day },
): Promise<string | undefined> {
  const row = await trx
    .deleteFrom("publicHoliday")
    .where("contractingEntity", "=", key.contractingEntity)
    .where("day", "=", key.day)
    .returning("name")
    .executeTakeFirst();
  return row?.name;
}

/** All that holds or held or is announced, none superseded; of one entity or of all. */
export async function selectContacts(db: Reader, entity?: ContractingEntity) {
  const query = db
    .selectFrom("supportContact")
    .select(["id", "changeId", "contractingEntity", "role", "phone", "email", "effectiveOn"])
    .where("supersededAt", "is", null)
    .orderBy("effectiveOn");
  return (entity ? query.where("contractingEntity", "=", entity) : query).execute();
}

interface NewContact extends ContactDetails {
  readonly contractingEntity: ContractingEntity;
  readonly role: ContactRole;
  readonly effectiveOn: Day;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  /** Of the announcement that is corrected; a new change when left out. */
  readonly changeId?: string;
}

export async function insertContact(trx: Trx, contact: NewContact): Promise<{ id: string; changeId: string }> {
  const { changeId, ...row } = contact;
  return trx
    .insertInto("supportContact")
    .values({ ...row, changeId: changeId ?? sql<string>`gen_random_uuid()`, supersededAt: null })
    .returning(["id", "changeId"])
    .executeTakeFirstOrThrow();
}

export async function supersedeContact(trx: Trx, id: string, supersededAt: Date): Promise<void> {
  await trx.updateTable("supportContact").set({ supersededAt }).where("id", "=", id).execute();
}

/** The first day after today, as it is at the entity, from which the contacts of the person's organisation will be other ones; undefined for none and for a reseller's people. */
export async function selectOptionalNextContactDay(db: Reader, personId: string, at: Date): Promise<Day | undefined> {
  const [row] = await nextContactDays(db, { personId, at });
  return row?.effectiveOn;
}

const nextContactDays = keptQuery((db, { personId, at }: { personId: string; at: Date }) =>
  db
    .selectFrom("membership")
    .innerJoin("organisation", "organisation.id", "membership.organisationId")
    .innerJoin("entityCalendar", "entityCalendar.contractingEntity", "organisation.contractingEntity")
    .innerJoin("supportContact", "supportContact.contractingEntity", "organisation.contractingEntity")
    .select("effectiveOn")
    .where("personId", "=", personId)
    .where("membership.supersededAt", "is", null)
    .where("supportContact.supersededAt", "is", null)
    .where("distributorId", "is", null)
    .where(sql<boolean>`during @> (${at}::timestamptz at time zone organisation.time_zone)::date`)
    .where(sql<boolean>`effective_on > (${at}::timestamptz at time zone entity_calendar.time_zone)::date`)
    .orderBy("effectiveOn")
    .limit(1),
);

/** Where the person is a member at `at`: whose contract it is, and the distributor that answers for a reseller; undefined when nowhere. */
export async function selectOptionalContract(db: Reader, personId: string, at: Date) {
  return db
    .selectFrom("membership")
    .innerJoin("organisation", "organisation.id", "membership.organisationId")
    .leftJoin("organisation as distributor", "distributor.id", "organisation.distributorId")
    .select(["organisation.contractingEntity", "distributor.name as distributorName"])
    .where("personId", "=", personId)
    .where("supersededAt", "is", null)
    .where(sql<boolean>`during @> (${at}::timestamptz at time zone organisation.time_zone)::date`)
    .executeTakeFirst();
}

/** Partner admins at `at` of the organisations whose contract is with the entity; a reseller's contacts are its distributor's (2.4.1). */
export async function selectAdminsOfEntity(
  db: Reader,
  entity: ContractingEntity,
  at: Date,
): Promise<{ personId: string; organisationId: string }[]> {
  return db
    .selectFrom("roleAssignment")
    .innerJoin("person", "person.id", "roleAssignment.personId")
    .innerJoin("organisation", "organisation.id", "roleAssignment.organisationId")
    .innerJoin("membership", (join) =>
      join
        .onRef("membership.personId", "=", "roleAssignment.personId")
        .onRef("membership.organisationId", "=", "roleAssignment.organisationId"),
    )
    .select(["person.id as personId", "organisation.id as organisationId"])
    .distinctOn("person.id")
    .where("role", "=", "partner_admin")
    .where("organisation.contractingEntity", "=", entity)
    .where("organisation.distributorId", "is", null)
    .where("roleAssignment.supersededAt", "is", null)
    .where("membership.supersededAt", "is", null)
    .where("person.deactivatedAt", "is", null)
    .where(sql<boolean>`membership.during @> (${at}::timestamptz at time zone organisation.time_zone)::date`)
    .orderBy("person.id")
    .execute();
}
