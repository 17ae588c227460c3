import { sql } from "kysely";
import { notFound } from "~/kernel/rejection";
import type { Reader, Trx } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import type { Language, Role } from "~/platform/schema/people-tables";
import type { Actor } from "./permissions";

export interface Account {
  readonly id: string;
  readonly fullName: string;
  readonly email: string;
  readonly language: Language;
  readonly passwordHash: string | null;
  readonly deactivatedAt: Date | null;
}

const accountColumns = ["id", "fullName", "email", "language", "passwordHash", "deactivatedAt"] as const;

export async function selectOptionalAccountByEmail(db: Reader, email: string): Promise<Account | undefined> {
  return db
    .selectFrom("person")
    .select(accountColumns)
    .where(sql<string>`lower(email)`, "=", email.toLowerCase())
    .executeTakeFirst();
}

export async function selectAccount(db: Reader, personId: string): Promise<Account> {
  const account = await db.selectFrom("person").select(accountColumns).where("id", "=", personId).executeTakeFirst();
  if (!account) throw notFound();
  return account;
}

type SignedInActor = Actor & { readonly language: Language };

/** Everything that decides what a person may do at `at`; undefined for unknown or deactivated people. */
export async function selectOptionalActor(db: Reader, personId: string, at: Date): Promise<SignedInActor | undefined> {
  const row = await actors(db, at).where("person.id", "=", personId).executeTakeFirst();
  return row && actorFrom(row);
}

/** The same of whoever signed in under the hash, unless the sign-in is over at `at`. One statement: every request asks it. */
export async function selectOptionalActorOfSignIn(
  db: Reader,
  tokenHash: string,
  at: Date,
): Promise<SignedInActor | undefined> {
  const [row] = await actorsOfSignIn(db, { tokenHash, at });
  return row && actorFrom(row);
}

const actorsOfSignIn = keptQuery((db, { tokenHash, at }: { tokenHash: string; at: Date }) =>
  actors(db, at)
    .innerJoin("signInSession", "signInSession.personId", "person.id")
    .where("signInSession.tokenHash", "=", tokenHash)
    .where("signInSession.expiresAt", ">", at),
);

/** A partner admin is one only while a member there, so that the role ends with the membership without anybody ending it. */
const actors = (db: Reader, at: Date) =>
  db
    .selectFrom("person")
    .where("person.deactivatedAt", "is", null)
    .select((eb) => [
      "person.id",
      "person.fullName",
      "person.language",
      eb
        .selectFrom("roleAssignment")
        .select(sql<Role[]>`coalesce(array_agg(distinct role), '{}')`.as("roles"))
        .whereRef("personId", "=", "person.id")
        .where("supersededAt", "is", null)
        .as("roles"),
      eb
        .selectFrom("roleAssignment")
        .innerJoin("organisation", (join) =>
          join.on((on) =>
            on.or([
              on("organisation.id", "=", on.ref("roleAssignment.organisationId")),
              on("organisation.distributorId", "=", on.ref("roleAssignment.organisationId")),
            ]),
          ),
        )
        .innerJoin("membership as own", (join) =>
          join
            .onRef("own.personId", "=", "roleAssignment.personId")
            .onRef("own.organisationId", "=", "roleAssignment.organisationId"),
        )
        .innerJoin("organisation as home", "home.id", "own.organisationId")
        .select(sql<string[]>`coalesce(array_agg(distinct organisation.id::text), '{}')`.as("administered"))
        .whereRef("roleAssignment.personId", "=", "person.id")
        .where("role", "=", "partner_admin")
        .where("roleAssignment.supersededAt", "is", null)
        .where("own.supersededAt", "is", null)
        .where(sql<boolean>`own.during @> (${at}::timestamptz at time zone home.time_zone)::date`)
        .as("administered"),
      eb
        .selectFrom("membership")
        .innerJoin("organisation", "organisation.id", "membership.organisationId")
        .select("membership.organisationId")
        .whereRef("membership.personId", "=", "person.id")
        .where("membership.supersededAt", "is", null)
        .where(sql<boolean>`membership.during @> (${at}::timestamptz at time zone organisation.time_zone)::date`)
        .as("memberOf"),
    ]);

function actorFrom(row: {
  id: string;
  fullName: string;
  language: Language;
  roles: Role[] | null;
  administered: string[] | null;
  memberOf: string | null;
}): SignedInActor {
  const { id, fullName, language, roles, administered, memberOf } = row;
  return { personId: id, fullName, language, roles: roles ?? [], administered: administered ?? [], memberOf };
}

export interface NewPerson {
  readonly fullName: string;
  readonly email: string;
  readonly language: Language;
  readonly createdAt: Date;
}

/** The new person's id, or undefined when the address is taken (in any capitalisation). */
export async function insertPerson(trx: Trx, person: NewPerson): Promise<string | undefined> {
  const row = await trx
    .insertInto("person")
    .values({ ...person, passwordHash: null, deactivatedAt: null })
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

export async function updatePasswordHash(trx: Trx, personId: string, passwordHash: string): Promise<void> {
  await trx.updateTable("person").set({ passwordHash }).where("id", "=", personId).execute();
}

export async function updateLanguage(db: Reader, personId: string, language: Language): Promise<void> {
  await db.updateTable("person").set({ language }).where("id", "=", personId).execute();
}

export async function insertRoleAssignment(
  trx: Trx,
  assignment: {
    personId: string;
    role: Role;
    organisationId: string | null;
    recordedAt: Date;
    recordedBy: string | null;
  },
): Promise<void> {
  await trx
    .insertInto("roleAssignment")
    .values({ ...assignment, supersededAt: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function endRoleAssignments(
  trx: Trx,
  command: { personId: string; organisationId: string; at: Date },
): Promise<void> {
  await trx
    .updateTable("roleAssignment")
    .set({ supersededAt: command.at })
    .where("personId", "=", command.personId)
    .where("organisationId", "=", command.organisationId)
    .where("supersededAt", "is", null)
    .execute();
}

/** Staff who hold one of the roles, for whom notices and lists ask. */
export async function selectPeopleWithRole(
  db: Reader,
  roles: readonly Role[],
): Promise<{ personId: string; fullName: string }[]> {
  return db
    .selectFrom("roleAssignment")
    .innerJoin("person", "person.id", "roleAssignment.personId")
    .select(["person.id as personId", "person.fullName"])
    .distinct()
    .where("role", "in", [...roles])
    .where("supersededAt", "is", null)
    .where("deactivatedAt", "is", null)
    .orderBy("person.fullName")
    .execute();
}

/** What the people are called, by id. */
export async function selectNames(db: Reader, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("person")
    .select(["id", "fullName"])
    .where("id", "=", sql<string>`any(${[...new Set(personIds)]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, fullName }) => [id, fullName]));
}
