import { sql } from "kysely";
import type { Day, DayRange } from "~/kernel/calendar";
import type { Reader } from "~/platform/database/handle";
import type { LevelSpan } from "./level";

interface Obligation {
  readonly levels: readonly LevelSpan[];
  readonly optIns: readonly DayRange[];
}

/** Levels and opting in of the organisation. Two statements. */
export async function selectObligation(db: Reader, organisationId: string): Promise<Obligation> {
  const levels = await db
    .selectFrom("organisationLevel")
    .innerJoin("programmeLevel", "programmeLevel.code", "organisationLevel.levelCode")
    .select(["levelCode", "secondLevelSupport", "during"])
    .where("organisationId", "=", organisationId)
    .where("supersededAt", "is", null)
    .orderBy("during")
    .execute();
  const optIns = await db
    .selectFrom("secondLevelOptIn")
    .select("during")
    .where("organisationId", "=", organisationId)
    .where("supersededAt", "is", null)
    .orderBy("during")
    .execute();
  return { levels, optIns: optIns.map(({ during }) => during) };
}

/** The programme level of every organisation on `on`, or today in each one's zone; one without a level is left out. */
export async function selectLevelCodes(db: Reader, on: Day | undefined, now: Date): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("organisationLevel")
    .innerJoin("organisation", "organisation.id", "organisationLevel.organisationId")
    .select(["organisationId", "levelCode"])
    .where("supersededAt", "is", null)
    .where(sql<boolean>`during @> coalesce(${on ?? null}::date, (${now}::timestamptz at time zone time_zone)::date)`)
    .execute();
  return new Map(rows.map(({ organisationId, levelCode }) => [organisationId, levelCode]));
}
