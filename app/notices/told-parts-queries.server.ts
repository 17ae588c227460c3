import { sql } from "kysely";
import type { Reader } from "~/platform/database/handle";
import type { TrainingFacts } from "./mail-facts";

/** The dated parts of which people's calendars have been told, oldest first, for each `uid` of a booking of these recipients. */
export async function selectToldParts(db: Reader, recipientIds: readonly string[], uids: readonly string[]) {
  if (uids.length === 0) return [];
  return db
    .selectFrom("notice")
    .select([
      sql<string>`facts -> 'calendar' ->> 'uid'`.as("uid"),
      sql<TrainingFacts["parts"]>`facts -> 'parts'`.as("parts"),
    ])
    .where("recipientId", "in", [...recipientIds])
    .where(sql`facts -> 'calendar' ->> 'uid'`, "in", [...uids])
    .orderBy("decidedAt")
    .execute();
}
