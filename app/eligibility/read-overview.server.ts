import { covers, type Day, dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { levelOn } from "~/organisations/level";
import { selectOrganisations } from "~/organisations/organisation-queries.server";
import type { Reader } from "~/platform/database/handle";
import { selectStandingFacts } from "./facts-queries.server";
import { groupedBy } from "./grouped-by";
import { arrangeOverview, type OverviewQuestion } from "./overview";
import { selectPeopleInTraining } from "./person-record-queries.server";
import { seatsOf, upcomingByCertificate } from "./seats";
import { assessStanding } from "./standing";
import { standingView } from "./standing-view";

/** Every organisation's standing on `on`, or today in each one's zone: filtered, ordered, one page. Eight statements, however many. */
export async function readOverview(db: Reader, on: Day | undefined, question: OverviewQuestion, now: Date) {
  const organisations = await selectOrganisations(db);
  const ids = organisations.map(({ id }) => id);
  const factsOf = await selectStandingFacts(db, ids);
  const inTraining = groupedBy(await selectPeopleInTraining(db, ids, now), ({ organisationId }) => organisationId);
  const rows = organisations.flatMap(({ id, name, contractingEntity, timeZone }) => {
    const facts = factsOf.get(id);
    if (!facts) return [];
    const day = on ?? dayIn(timeZone, now);
    const standing = assessStanding(facts, day, policy);
    const administrators = facts.members.filter(({ administrator, during }) => administrator && covers(during, day));
    const trained = (inTraining.get(id) ?? []).map(({ personId }) => personId);
    const upcoming = [
      ...upcomingByCertificate(administrators, facts.certificates, day),
      ...administrators.map(({ personId }) => personId).filter((personId) => trained.includes(personId)),
    ];
    const { status, count, runway, fallen } = standingView(standing, facts);
    const seats = seatsOf(standing, upcoming, policy.renewalWindowDays).map((seat) => ({
      ...seat,
      name: facts.names.get(seat.personId) ?? "",
    }));
    const fall = runway ?? fallen;
    const causes =
      fall?.causes.map((cause) => ({ personId: cause.personId, name: cause.name, kind: cause.kind })) ?? [];
    const levelCode = levelOn(facts.levels, day)?.levelCode ?? null;
    return [{ id, name, contractingEntity, levelCode, status, count, seats, fallsOn: fall?.day ?? null, causes }];
  });
  return arrangeOverview(rows, question);
}
