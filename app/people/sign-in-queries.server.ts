import type { Reader, Trx } from "~/platform/database/handle";

export interface StoredSignIn {
  readonly tokenHash: string;
  readonly personId: string | null;
  readonly data: Record<string, unknown>;
  readonly expiresAt: Date;
  readonly lastSeenAt: Date;
}

export async function insertSignInSession(
  db: Reader,
  row: {
    tokenHash: string;
    personId: string | null;
    data: Record<string, unknown>;
    createdAt: Date;
    expiresAt: Date;
    userAgent: string | null;
    address: string | null;
  },
): Promise<void> {
  await db
    .insertInto("signInSession")
    .values({ ...row, lastSeenAt: row.createdAt, data: JSON.stringify(row.data) })
    .execute();
}

export async function selectOptionalSignInSession(
  db: Reader,
  tokenHash: string,
  at: Date,
): Promise<StoredSignIn | undefined> {
  return db
    .selectFrom("signInSession")
    .select(["tokenHash", "personId", "data", "expiresAt", "lastSeenAt"])
    .where("tokenHash", "=", tokenHash)
    .where("expiresAt", ">", at)
    .executeTakeFirst();
}

export async function updateSignInSession(
  db: Reader,
  tokenHash: string,
  change: { personId: string | null; data: Record<string, unknown>; lastSeenAt: Date },
): Promise<void> {
  await db
    .updateTable("signInSession")
    .set({ ...change, data: JSON.stringify(change.data) })
    .where("tokenHash", "=", tokenHash)
    .execute();
}

export async function deleteSignInSession(db: Reader, tokenHash: string): Promise<void> {
  await db.deleteFrom("signInSession").where("tokenHash", "=", tokenHash).execute();
}

export async function deleteSignInSessionsOf(db: Reader, personId: string): Promise<number> {
  const result = await db.deleteFrom("signInSession").where("personId", "=", personId).executeTakeFirst();
  return Number(result.numDeletedRows);
}

export async function deleteExpiredSignIns(db: Reader, at: Date): Promise<number> {
  const sessions = await db.deleteFrom("signInSession").where("expiresAt", "<=", at).executeTakeFirst();
  return Number(sessions.numDeletedRows);
}

export type LinkPurpose = "invitation" | "password_reset";

export async function insertOneTimeLink(
  trx: Trx,
  link: { tokenHash: string; purpose: LinkPurpose; personId: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await trx
    .insertInto("oneTimeLink")
    .values({ ...link, usedAt: null })
    .execute();
}

export async function selectOptionalLink(db: Reader, tokenHash: string, at: Date) {
  return db
    .selectFrom("oneTimeLink")
    .innerJoin("person", "person.id", "oneTimeLink.personId")
    .select(["oneTimeLink.personId", "purpose", "person.fullName", "person.email", "person.language"])
    .where("tokenHash", "=", tokenHash)
    .where("usedAt", "is", null)
    .where("oneTimeLink.expiresAt", ">", at)
    .where("person.deactivatedAt", "is", null)
    .executeTakeFirst();
}

/** Uses the link up; undefined when it was used, has expired or never was. Of two at once, one wins. */
export async function consumeLink(
  trx: Trx,
  tokenHash: string,
  at: Date,
): Promise<{ personId: string; purpose: LinkPurpose } | undefined> {
  return trx
    .updateTable("oneTimeLink")
    .set({ usedAt: at })
    .where("tokenHash", "=", tokenHash)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", at)
    .returning(["personId", "purpose"])
    .executeTakeFirst();
}

/** All other open links of the person lose their power, so that an old mail cannot set the password again. */
export async function expireLinksOf(trx: Trx, personId: string, at: Date): Promise<void> {
  await trx
    .updateTable("oneTimeLink")
    .set({ usedAt: at })
    .where("personId", "=", personId)
    .where("usedAt", "is", null)
    .execute();
}

/** Links whose time is over are of no more use, used or not; how many went. */
export async function deleteSpentLinks(db: Reader, at: Date): Promise<number> {
  const links = await db.deleteFrom("oneTimeLink").where("expiresAt", "<=", at).executeTakeFirst();
  return Number(links.numDeletedRows);
}
