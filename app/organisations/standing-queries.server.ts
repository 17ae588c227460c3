import { sql } from "kysely";
import type { Day, DayRange } from "~/kernel/calendar";
import type { Reader } from "~/platform/database/handle";
import type { LevelSpan } from "./level";

export interface Obligation {
  readonly levels: readonly LevelSpan[];
  readonly optIns: readonly DayRange[];
}

/** Levels and opting in of the organisations as known at `knownAt` (now, when left out), keyed by organisation. Two statements, however many. */
export async function selectObligations(
  db: Reader,
  organisationIds: readonly string[],
  knownAt?: Date,
): Promise<Map<string, Obligation>> {
  if (organisationIds.length === 0) return new Map();
  const ids = [...organisationIds];
  const known = knownAt
    ? sql<boolean>`recorded_at <= ${knownAt} and (superseded_at is null or superseded_at > ${knownAt})`
    : sql<boolean>`superseded_at is null`;
  const levels = await db
    .selectFrom("organisationLevel")
    .innerJoin("programmeLevel", "programmeLevel.code", "organisationLevel.levelCode")
    .select(["organisationId", "levelCode", "secondLevelSupport", "during"])
    .where("organisationId", "in", ids)
    .where(known)
    .orderBy("during")
    .execute();
  const optIns = await db
    .selectFrom("secondLevelOptIn")
    .select(["organisationId", "during"])
    .where("organisationId", "in", ids)
    .where(known)
    .orderBy("during")
    .execute();
  const byId = new Map(ids.map((id) => [id, { levels: [] as LevelSpan[], optIns: [] as DayRange[] }]));
  for (const { organisationId, ...level } of levels) byId.get(organisationId)?.levels.push(level);
  for (const { organisationId, during } of optIns) byId.get(organisationId)?.optIns.push(during);
  return byId;
}

export async function selectObligation(db: Reader, organisationId: string): Promise<Obligation> {
  return (await selectObligations(db, [organisationId])).get(organisationId) ?? { levels: [], optIns: [] };
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
