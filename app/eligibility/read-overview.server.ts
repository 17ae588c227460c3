import { covers, type Day, dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { selectDecisionsOn } from "~/organisations/decision-queries.server";
import { selectOrganisations } from "~/organisations/organisation-queries.server";
import { selectLevelCodes } from "~/organisations/standing-queries.server";
import { selectNames } from "~/people/person-queries.server";
import type { Reader } from "~/platform/database/handle";
import { type OrganisationFacts, selectStandingFacts } from "./facts-queries.server";
import { groupedBy } from "./grouped-by";
import { arrangeOverview, type OverviewQuestion, orderOverview } from "./overview";
import { selectPeopleInTraining } from "./person-record-queries.server";
import { seatsOf, upcomingByCertificate } from "./seats";
import { assessStanding } from "./standing";
import { selectStandings } from "./standing-queries.server";
import { standingView } from "./standing-view";

/**
 * Every organisation's standing on `on`, or today in each one's zone: filtered, ordered, one page. One statement decides everybody's standing;
 * who holds the seats is read for the page alone.
 */
export async function readOverview(db: Reader, on: Day | undefined, question: OverviewQuestion, now: Date) {
  const { rows, ...page } = arrangeOverview(await selectRows(db, on, now), question);
  const ids = rows.map(({ id }) => id);
  const factsOf = await selectStandingFacts(db, ids);
  const inTraining = groupedBy(await selectPeopleInTraining(db, ids, now), ({ organisationId }) => organisationId);
  // Copied whole: what an object rest leaves behind would be read slowly ever after.
  const detailed = rows.flatMap((row) => {
    const facts = factsOf.get(row.id);
    if (!facts) return [];
    const trained = (inTraining.get(row.id) ?? []).map(({ personId }) => personId);
    return [{ ...row, ...heldUpBy(facts, trained, on ?? dayIn(row.timeZone, now)) }];
  });
  return { rows: detailed, ...page };
}

/** All that the filters let through, in order, with the names of those who make the count fall: for a file. */
export async function readWholeOverview(db: Reader, on: Day | undefined, question: OverviewQuestion, now: Date) {
  const rows = orderOverview(await selectRows(db, on, now), question);
  const names = await selectNames(
    db,
    rows.flatMap(({ causes }) => causes.map(({ personId }) => personId)),
  );
  return rows.map((row) => ({
    ...row,
    causes: row.causes.map(({ personId, kind }) => ({ kind, name: names.get(personId) ?? "" })),
  }));
}

async function selectRows(db: Reader, on: Day | undefined, now: Date) {
  const levels = await selectLevelCodes(db, on, now);
  const decisions = await selectDecisionsOn(db, { on, now });
  const standings = new Map(
    (await selectStandings(db, { on, now }, policy)).map((standing) => [standing.organisationId, standing]),
  );
  return (await selectOrganisations(db)).flatMap(({ id, name, contractingEntity, timeZone }) => {
    const standing = standings.get(id);
    if (!standing) return [];
    const { day, status, count, fallsOn, causes } = standing;
    const decided = { levelCode: levels.get(id) ?? null, decision: decisions.get(id) ?? null };
    return [{ id, name, contractingEntity, timeZone, day, ...decided, status, count, fallsOn, causes }];
  });
}

/** Who fills the seats, who is on the way to one, and who makes the count fall. */
function heldUpBy(facts: OrganisationFacts, trained: readonly string[], day: Day) {
  const standing = assessStanding(facts, day, policy);
  const administrators = facts.members.filter(({ administrator, during }) => administrator && covers(during, day));
  const upcoming = [
    ...upcomingByCertificate(administrators, facts.certificates, day),
    ...administrators.map(({ personId }) => personId).filter((personId) => trained.includes(personId)),
  ];
  const seats = seatsOf(standing, upcoming, policy.renewalWindowDays).map((seat) => ({
    ...seat,
    name: facts.names.get(seat.personId) ?? "",
  }));
  const { runway, fallen } = standingView(standing, facts);
  const causes = (runway ?? fallen)?.causes ?? [];
  return { seats, causes: causes.map(({ personId, name, kind }) => ({ personId, name, kind })) };
}
