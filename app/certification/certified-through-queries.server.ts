import { sql } from "kysely";
import type { Day } from "~/kernel/calendar";
import type { Reader } from "~/platform/database/handle";

/** The last valid day of each person's latest certificate that still counts on `day`: hints for lists of people. One statement. */
export async function selectCertifiedThrough(
  db: Reader,
  personIds: readonly string[],
  day: Day,
): Promise<Map<string, Day>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("certificate")
    .select(["personId", sql<Day>`max(upper(validity)) - 1`.as("validThrough")])
    .where("personId", "in", [...personIds])
    .where(sql<boolean>`upper(validity) > ${day}::date`)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("certificateRevocation")
            .select("certificateId")
            .whereRef("certificateId", "=", "certificate.id")
            .where("effectiveOn", "<=", day),
        ),
      ),
    )
    .groupBy("personId")
    .execute();
  return new Map(rows.map(({ personId, validThrough }) => [personId, validThrough]));
}
