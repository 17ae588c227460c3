import type { Selectable } from "kysely";
import type { Reader } from "~/platform/database/handle";
import type { AttemptDeclarationTable } from "~/platform/schema/delivery-tables";

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
