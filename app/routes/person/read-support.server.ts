import type { Day } from "~/kernel/calendar";
import { selectAbsences } from "~/organisations/absence-queries.server";
import { selectReadiness } from "~/organisations/readiness-queries.server";
import type { Db } from "~/platform/database/handle";

/** Whether a member can do support: what is attested of the access, and when the person is away. */
export async function readSupport(
  db: Db,
  { organisationId, personId, day }: { organisationId: string; personId: string; day: Day },
) {
  const attested = (await selectReadiness(db, organisationId)).filter((one) => one.personId === personId);
  const absences = await selectAbsences(db, { organisationId, personId, day });
  return {
    attested: attested.map(({ point, attestedBy, recordedAt }) => ({
      point,
      attestedBy,
      recordedAt: recordedAt.toISOString(),
    })),
    absences: absences.map(({ id, during }) => ({ id, during })),
  };
}
