import { covers, dayIn } from "~/kernel/calendar";
import { selectRoster } from "~/organisations/membership-queries.server";
import { selectOrganisation } from "~/organisations/organisation-queries.server";
import { selectReadiness } from "~/organisations/readiness-queries.server";
import { lackingOf } from "~/organisations/support-access";
import type { Reader } from "~/platform/database/handle";
import { selectStandingFacts } from "./facts-queries.server";
import { groupedBy } from "./grouped-by";
import { personCertification } from "./person-certification";
import { selectPeopleInTraining } from "./person-record-queries.server";

/** The people of an organisation today, and those who are to come, by name: whether they count, and until when. */
export async function readRoster(db: Reader, organisationId: string, now: Date) {
  const { id, name, timeZone } = await selectOrganisation(db, organisationId);
  const today = dayIn(timeZone, now);
  const roster = await selectRoster(db, organisationId, today);
  const certificates = (await selectStandingFacts(db, [organisationId])).get(organisationId)?.certificates ?? [];
  const inTraining = (await selectPeopleInTraining(db, [organisationId], now)).map(({ personId }) => personId);
  const readiness = groupedBy(await selectReadiness(db, organisationId), ({ personId }) => personId);
  // A change of flag that is planned is a membership of its own: the person is listed once, as of today.
  const shown = roster.filter(
    ({ personId, during }) =>
      covers(during, today) || !roster.some((other) => other.personId === personId && covers(other.during, today)),
  );
  return {
    organisation: { id, name },
    today,
    people: shown.map(({ personId, fullName, email, administrator, during, hasSignedUp }) => ({
      personId,
      fullName,
      email,
      administrator,
      hasSignedUp,
      begins: during.start > today ? during.start : null,
      ends: during.end,
      lacking: lackingOf((readiness.get(personId) ?? []).map(({ point }) => point)),
      inTraining: inTraining.includes(personId),
      certification: personCertification(
        certificates.filter((certificate) => certificate.personId === personId),
        today,
      ),
    })),
  };
}
