import { covers, dayIn } from "~/kernel/calendar";
import { selectAbsences } from "~/organisations/absence-queries.server";
import { selectRoster } from "~/organisations/membership-queries.server";
import { selectOrganisation } from "~/organisations/organisation-queries.server";
import type { Reader } from "~/platform/database/handle";

/** The absences of an organisation's people that are not over, and the members whose absence can be planned, by name. */
export async function readAbsences(db: Reader, organisationId: string, now: Date) {
  const { id, name, timeZone } = await selectOrganisation(db, organisationId);
  const today = dayIn(timeZone, now);
  const roster = await selectRoster(db, organisationId, today);
  const names = new Map(roster.map(({ personId, fullName }) => [personId, fullName]));
  const absences = await selectAbsences(db, { organisationId, day: today });
  return {
    organisation: { id, name },
    today,
    people: roster
      .filter(({ during }) => covers(during, today))
      .map(({ personId, fullName }) => ({ personId, name: fullName })),
    absences: absences.flatMap(({ id: absenceId, personId, during }) => {
      const fullName = names.get(personId);
      return fullName ? [{ id: absenceId, personId, name: fullName, during }] : [];
    }),
  };
}
