import { type RawBuilder, sql } from "kysely";
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
  const [row] = await actors(db, { personId, at });
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

const actors = keptQuery(
  (_db, { personId, at }: { personId: string; at: Date }) =>
    sql<ActorRow>`select ${whatTheyMay} from person ${homeOf(at)} where person.id = ${personId}::uuid and person.deactivated_at is null`,
);

const actorsOfSignIn = keptQuery(
  (_db, { tokenHash, at }: { tokenHash: string; at: Date }) =>
    sql<ActorRow>`select ${whatTheyMay} from ${signedIn} ${homeOf(at)} where ${isSignedIn(tokenHash, at)}`,
);

/**
 * For the `from` of a statement that stores something of a person's: finds `personId`, a column, only where that person signed in under the hash and is
 * a member at `at`, whatever their organisation's zone, which is not looked up. Who came in these days or has a day on which to leave is not found
 * either: ask `selectOptionalActorOfSignIn`, as whenever nothing was stored.
 */
export const ofMemberSignedIn = (personId: string, tokenHash: string, at: Date): RawBuilder<unknown> => sql`
  join (${signedIn}) on ${sql.ref(personId)} = person.id and ${isSignedIn(tokenHash, at)}
  join membership on membership.person_id = person.id and membership.superseded_at is null
    and upper_inf(membership.during) and lower(membership.during) < (${at}::timestamptz at time zone 'UTC')::date`;

const signedIn = sql`sign_in_session join person on person.id = sign_in_session.person_id`;

const isSignedIn = (tokenHash: string, at: Date) =>
  sql`token_hash = ${tokenHash} and expires_at > ${at}::timestamptz and person.deactivated_at is null`;

/** The organisation of the person's membership. Where it is the last day in one zone and already the first in another there are two: the newer counts. */
const homeOf = (at: Date) => sql`
  left join lateral (
    select organisation.id
    from membership join organisation on organisation.id = membership.organisation_id
    where membership.person_id = person.id and membership.superseded_at is null
      and membership.during @> (${at}::timestamptz at time zone organisation.time_zone)::date
    order by lower(membership.during) desc limit 1
  ) as home on true`;

/** A partner admin is one only while a member there, so that the role ends with the membership without anybody ending it. */
const whatTheyMay = sql`
  person.id, person.full_name, person.language, home.id as member_of,
  array(select distinct role from role_assignment where person_id = person.id and superseded_at is null) as roles,
  case when exists (
    select from role_assignment
    where person_id = person.id and organisation_id = home.id and role = 'partner_admin' and superseded_at is null
  ) then array(select id::text from organisation where id = home.id or distributor_id = home.id) end as administered`;

interface ActorRow {
  readonly id: string;
  readonly fullName: string;
  readonly language: Language;
  readonly roles: Role[];
  readonly administered: string[] | null;
  readonly memberOf: string | null;
}

function actorFrom({ id, administered, ...row }: ActorRow): SignedInActor {
  return { personId: id, administered: administered ?? [], ...row };
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
  return peopleWithRole(db, { roles: [...roles] });
}

const peopleWithRole = keptQuery((db, { roles }: { roles: readonly Role[] }) =>
  db
    .selectFrom("roleAssignment")
    .innerJoin("person", "person.id", "roleAssignment.personId")
    .select(["person.id as personId", "person.fullName"])
    .distinct()
    .where("role", "=", sql<Role>`any(${roles}::text[])`)
    .where("supersededAt", "is", null)
    .where("deactivatedAt", "is", null)
    .orderBy("person.fullName"),
);

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
