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

/** Replaces the person's whole choice. */
export async function replaceUnwanted(trx: Trx, personId: string, kinds: readonly DispensableKind[]): Promise<void> {
  await trx.deleteFrom("unwantedMail").where("personId", "=", personId).execute();
  if (kinds.length === 0) return;
  await trx
    .insertInto("unwantedMail")
    .values(kinds.map((kind) => ({ personId, kind })))
    .execute();
}
