import type { Selectable } from "kysely";
import type { Reader, Trx } from "~/platform/database/handle";
import type { AttemptDeclarationTable } from "~/platform/schema/delivery-tables";

export async function insertDeclaration(trx: Trx, declaration: Selectable<AttemptDeclarationTable>): Promise<void> {
  await trx.insertInto("attemptDeclaration").values(declaration).execute();
}

/** What was accepted before the attempt; undefined for attempts older than this record. */
export async function selectOptionalDeclaration(
  db: Reader,
  attemptId: string,
): Promise<Omit<Selectable<AttemptDeclarationTable>, "attemptId"> | undefined> {
  return db
    .selectFrom("attemptDeclaration")
    .select(["version", "language", "durationMinutes", "deadlineAt", "acceptedAt"])
    .where("attemptId", "=", attemptId)
    .executeTakeFirst();
}
