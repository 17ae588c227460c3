import type { Reader, Trx } from "~/platform/database/handle";
import type { DispensableKind } from "./unwanted";

export async function selectUnwanted(db: Reader, personId: string): Promise<DispensableKind[]> {
  const rows = await db
    .selectFrom("unwantedMail")
    .select("kind")
    .where("personId", "=", personId)
    .orderBy("kind")
    .execute();
  return rows.map(({ kind }) => kind);
}

/** Where the person reads mails; null: in the zone of the organisation. */
export async function selectMailZone(db: Reader, personId: string): Promise<string | null> {
  const { mailTimeZone } = await db
    .selectFrom("person")
    .select("mailTimeZone")
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  return mailTimeZone;
}

export interface MailChoice {
  readonly unwanted: readonly DispensableKind[];
  readonly timeZone: string | null;
}

/** Replaces the person's whole choice. */
export async function replaceMailChoice(trx: Trx, personId: string, choice: MailChoice): Promise<void> {
  const { unwanted: kinds, timeZone } = choice;
  await trx.updateTable("person").set({ mailTimeZone: timeZone }).where("id", "=", personId).execute();
  await trx.deleteFrom("unwantedMail").where("personId", "=", personId).execute();
  if (kinds.length === 0) return;
  await trx
    .insertInto("unwantedMail")
    .values(kinds.map((kind) => ({ personId, kind })))
    .execute();
}
