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
