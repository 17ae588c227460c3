import { sql } from "kysely";
import type { Day } from "~/kernel/calendar";
import { notFound } from "~/kernel/rejection";
import type { Reader, Trx } from "~/platform/database/handle";
import { keptByIds } from "~/platform/database/kept-by-ids";
import { keptQuery } from "~/platform/database/kept-query";
import { dayRangeText } from "~/platform/database/ranges";
import type { ContractingEntity, Language } from "~/platform/schema/people-tables";

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly contractingEntity: ContractingEntity;
  readonly timeZone: string;
  readonly language: Language;
  readonly distributorId: string | null;
  readonly selfEnrolment: boolean;
}

const columns = ["id", "name", "contractingEntity", "timeZone", "language", "distributorId", "selfEnrolment"] as const;

export async function selectOrganisation(db: Reader, id: string): Promise<Organisation> {
  const [row] = await organisationsById(db, { id });
  if (!row) throw notFound();
  return row;
}

const organisationsById = keptQuery((db, { id }: { id: string }) =>
  db.selectFrom("organisation").select(columns).where("id", "=", id),
);

/** Locks the organisation: workflows that change its people or levels go one after the other. */
export async function lockOrganisation(trx: Trx, id: string): Promise<Organisation> {
  const row = await trx
    .selectFrom("organisation")
    .select(columns)
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** By name, all of them or only the named ones. */
export async function selectOrganisations(db: Reader, ids?: readonly string[]): Promise<Organisation[]> {
  if (ids?.length === 0) return [];
  return ids ? organisationsNamed(db, ids, {}) : everyOrganisation(db, {});
}

const everyOrganisation = keptQuery((db) => db.selectFrom("organisation").select(columns).orderBy(sql`lower(name)`));

const organisationsNamed = keptByIds((db, named) =>
  db.selectFrom("organisation").select(columns).where("id", "=", named).orderBy(sql`lower(name)`),
);

/** Organisations that are or are to be distributors, by name: who may answer for a reseller. */
export async function selectDistributors(db: Reader): Promise<Organisation[]> {
  return db
    .selectFrom("organisation")
    .select(columns)
    .where("id", "in", (eb) =>
      eb
        .selectFrom("organisationLevel")
        .innerJoin("programmeLevel", "programmeLevel.code", "organisationLevel.levelCode")
        .select("organisationId")
        .where("secondLevelSupport", "=", "mandatory")
        .where("supersededAt", "is", null),
    )
    .orderBy(sql`lower(name)`)
    .execute();
}

export async function insertOrganisation(
  trx: Trx,
  organisation: Omit<Organisation, "id"> & { createdAt: Date },
): Promise<string | undefined> {
  const row = await trx
    .insertInto("organisation")
    .values(organisation)
    .onConflict((conflict) => conflict.expression(sql`lower(name)`).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

interface Recorded {
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
}

/** The level on and after `from`; what was planned for that time before is superseded, what lies before it is kept. */
export async function replaceLevelFrom(
  trx: Trx,
  command: { organisationId: string; levelCode: string; from: Day } & Recorded,
): Promise<void> {
  const { organisationId, levelCode, from, recordedAt, recordedBy } = command;
  const cut = await trx
    .updateTable("organisationLevel")
    .set({ supersededAt: recordedAt })
    .where("organisationId", "=", organisationId)
    .where("supersededAt", "is", null)
    .where(sql<boolean>`during && ${dayRangeText({ start: from, end: null })}::daterange`)
    .returning(["levelCode", "during"])
    .execute();
  const kept = cut
    .filter((row) => row.during.start < from)
    .map((row) => ({ levelCode: row.levelCode, during: { start: row.during.start, end: from } }));
  const rows = [...kept, { levelCode, during: { start: from, end: null } }];
  await trx
    .insertInto("organisationLevel")
    .values(
      rows.map((row) => ({
        organisationId,
        levelCode: row.levelCode,
        during: dayRangeText(row.during),
        recordedAt,
        recordedBy,
        supersededAt: null,
      })),
    )
    .execute();
}

export async function insertOptIn(trx: Trx, command: { organisationId: string; from: Day } & Recorded): Promise<void> {
  const { organisationId, from, recordedAt, recordedBy } = command;
  await trx
    .insertInto("secondLevelOptIn")
    .values({
      organisationId,
      during: dayRangeText({ start: from, end: null }),
      recordedAt,
      recordedBy,
      supersededAt: null,
    })
    .execute();
}

/** Ends the opting-in that covers `until`; false when there is none. */
export async function endOptIn(trx: Trx, command: { organisationId: string; until: Day } & Recorded): Promise<boolean> {
  const { organisationId, until, recordedAt, recordedBy } = command;
  const ended = await trx
    .updateTable("secondLevelOptIn")
    .set({ supersededAt: recordedAt })
    .where("organisationId", "=", organisationId)
    .where("supersededAt", "is", null)
    .where(sql<boolean>`during @> ${until}::date or lower(during) > ${until}::date`)
    .returning("during")
    .execute();
  const kept = ended.filter((row) => row.during.start < until);
  if (kept.length > 0) {
    await trx
      .insertInto("secondLevelOptIn")
      .values(
        kept.map((row) => ({
          organisationId,
          during: dayRangeText({ start: row.during.start, end: until }),
          recordedAt,
          recordedBy,
          supersededAt: null,
        })),
      )
      .execute();
  }
  return ended.length > 0;
}

let rememberedLevels: ReturnType<typeof programmeLevels> | undefined;

/** The levels of the programme; migrations alone write them, so they are asked for once a process. */
export async function selectProgrammeLevels(db: Reader) {
  rememberedLevels ??= programmeLevels(db, {});
  try {
    return await rememberedLevels;
  } catch (error) {
    rememberedLevels = undefined;
    throw error;
  }
}

const programmeLevels = keptQuery((db) =>
  db.selectFrom("programmeLevel").select(["code", "nameEn", "nameDe", "secondLevelSupport"]),
);

/** Who is to be told at `at` what concerns an organisation: its partner admins and, for a reseller, its distributor's; only while members there. */
export const selectAdminsOf = (db: Reader, organisationId: string, at: Date): Promise<Told[]> =>
  selectAdminsByOrganisation(db, [organisationId], at);

interface Told {
  readonly organisationId: string;
  readonly personId: string;
}

/** The same for each of the organisations, by person. */
export async function selectAdminsByOrganisation(
  db: Reader,
  organisationIds: readonly string[],
  at: Date,
): Promise<Told[]> {
  return organisationIds.length === 0 ? [] : adminsByOrganisation(db, organisationIds, { at });
}

const adminsByOrganisation = keptByIds((db, named, { at }: { readonly at: Date }) =>
  db
    .selectFrom("organisation")
    .innerJoin("roleAssignment", (join) =>
      // As an array, which an index answers; as an "or", every admin there is would be looked at.
      join.on(sql<boolean>`role_assignment.organisation_id = any(array[organisation.id, organisation.distributor_id])`),
    )
    .innerJoin("organisation as home", "home.id", "roleAssignment.organisationId")
    .select(["organisation.id as organisationId", "roleAssignment.personId"])
    .distinct()
    .where("organisation.id", "=", named)
    .where("role", "=", "partner_admin")
    .where("roleAssignment.supersededAt", "is", null)
    // Looked up for each admin: as joins, a server that takes a day for choosy has read everybody's membership for it.
    .where(sql<boolean>`(select deactivated_at is null from person where id = role_assignment.person_id)`)
    .where(sql<boolean>`(
      select true from membership
      where membership.person_id = role_assignment.person_id and membership.organisation_id = home.id and superseded_at is null
        and during @> (${at}::timestamptz at time zone home.time_zone)::date
      limit 1
    )`)
    .orderBy("roleAssignment.personId"),
);
