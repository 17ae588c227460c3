import { sql } from "kysely";
import type { Reader, Trx } from "~/platform/database/handle";
import type { ReadinessPoint } from "~/platform/schema/onboarding-tables";

interface Point {
  readonly personId: string;
  readonly point: ReadinessPoint;
}

/** What is attested of the organisation's people at present, with by whom and when. */
export async function selectReadiness(db: Reader, organisationId: string) {
  return db
    .selectFrom("supportAccessReadiness")
    .leftJoin("person as attester", "attester.id", "recordedBy")
    .select(["personId", "point", "recordedAt", "attester.fullName as attestedBy"])
    .where("organisationId", "=", organisationId)
    .where("supersededAt", "is", null)
    .execute();
}

/**
 * Every member at the instant of the organisations, with what is attested of each by whom and when; by organisation and name. One statement,
 * however many.
 */
export async function selectReadinessOfMembers(db: Reader, organisationIds: readonly string[], at: Date) {
  if (organisationIds.length === 0) return [];
  return db
    .selectFrom("membership")
    .innerJoin("organisation", "organisation.id", "membership.organisationId")
    .innerJoin("person", "person.id", "membership.personId")
    .leftJoin("supportAccessReadiness as ready", (join) =>
      join
        .onRef("ready.organisationId", "=", "membership.organisationId")
        .onRef("ready.personId", "=", "membership.personId")
        .on("ready.supersededAt", "is", null),
    )
    .leftJoin("person as attester", "attester.id", "ready.recordedBy")
    .select(["organisation.id as organisationId", "organisation.name as organisationName", "organisation.timeZone"])
    .select(["person.id as personId", "person.fullName", "person.email", "membership.administrator"])
    .select(["ready.point", "ready.recordedAt", "attester.fullName as attestedBy"])
    .where("membership.organisationId", "in", [...organisationIds])
    .where("membership.supersededAt", "is", null)
    .where(sql<boolean>`membership.during @> (${at}::timestamptz at time zone organisation.time_zone)::date`)
    .orderBy("organisation.name")
    .orderBy("organisation.id")
    .orderBy("person.fullName")
    .orderBy("person.id")
    .execute();
}

/** What is attested of the people is attested no more; the rows stay. */
export async function supersedeReadiness(
  trx: Trx,
  { organisationId, personId, point }: Point & { organisationId: string },
  { at, by }: { at: Date; by: string },
): Promise<void> {
  await trx
    .updateTable("supportAccessReadiness")
    .set({ supersededAt: at, supersededBy: by })
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .where("point", "=", point)
    .where("supersededAt", "is", null)
    .execute();
}

export async function insertReadiness(
  trx: Trx,
  points: readonly (Point & { organisationId: string; recordedAt: Date; recordedBy: string })[],
): Promise<void> {
  if (points.length === 0) return;
  const rows = points.map((point) => ({ ...point, supersededAt: null, supersededBy: null }));
  await trx.insertInto("supportAccessReadiness").values(rows).execute();
}
