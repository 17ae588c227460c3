import { covers, type Day, dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { levelOn } from "~/organisations/level";
import {
  selectOrganisation,
  selectProgrammeLevels,
  selectResellersOf,
} from "~/organisations/organisation-queries.server";
import type { Reader } from "~/platform/database/handle";
import { selectStandingFacts } from "./facts-queries.server";
import { selectPeopleInTraining } from "./person-record-queries.server";
import { readTasks } from "./read-tasks.server";
import { seatsOf, upcomingByCertificate } from "./seats";
import { assessStanding, type Standing } from "./standing";
import { standingView } from "./standing-view";
import { validityBars } from "./timeline";
import { withoutLeavers } from "./what-if";

/** One organisation as its page shows it, on `on` or today in its own zone. */
export async function readOrganisation(db: Reader, organisationId: string, on: Day | undefined, now: Date) {
  const { id, name, contractingEntity, timeZone, distributorId } = await selectOrganisation(db, organisationId);
  const today = dayIn(timeZone, now);
  const day = on ?? today;
  const facts = (await selectStandingFacts(db, [organisationId])).get(organisationId);
  if (!facts) throw new Error(`no facts of ${organisationId}`);
  const levels = await selectProgrammeLevels(db);
  const inTraining = (await selectPeopleInTraining(db, [organisationId], now)).map(({ personId }) => personId);
  const standing = assessStanding(facts, day, policy);
  const { names, members, certificates } = facts;
  const level = levelOn(facts.levels, day);
  const here = members.filter(({ during }) => covers(during, day));
  const upcoming = [
    ...upcomingByCertificate(here, certificates, day),
    ...inTraining.filter((personId) => here.some((one) => one.personId === personId && one.administrator)),
  ];
  return {
    organisation: { id, name, contractingEntity, timeZone, distributorId },
    level: levels.find(({ code }) => code === level?.levelCode) ?? null,
    levels,
    optedIn: facts.optIns.some((range) => covers(range, day)),
    today,
    day,
    standing: standingView(standing, facts),
    seats: seatsOf(standing, upcoming, policy.renewalWindowDays).map((seat) => ({
      ...seat,
      name: names.get(seat.personId) ?? "",
    })),
    // What people have done is known of today only.
    tasks:
      day === today && standing.status !== "not_applicable"
        ? (await readTasks(db, { standing, facts, zone: timeZone }, now)).map((task) => ({
            ...task,
            name: "personId" in task ? (names.get(task.personId) ?? "") : "",
          }))
        : null,
    timeline: [...new Set(here.filter(({ administrator }) => administrator).map(({ personId }) => personId))]
      .map((personId) => ({
        personId,
        name: names.get(personId) ?? "",
        bars: validityBars(
          certificates.filter((one) => one.personId === personId),
          day,
        ),
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    resellers: (await selectResellersOf(db, organisationId)).map((reseller) => ({
      id: reseller.id,
      name: reseller.name,
    })),
  };
}

/** How the organisation would stand if the person's membership ended on `endsOn`: asked before it is done. */
export async function standingWithout(
  db: Reader,
  key: { organisationId: string; personId: string; endsOn: Day },
): Promise<{ before: Standing; after: Standing }> {
  const { organisationId, personId, endsOn } = key;
  const facts = (await selectStandingFacts(db, [organisationId])).get(organisationId);
  if (!facts) throw new Error(`no facts of ${organisationId}`);
  const members = withoutLeavers(facts.members, [personId], endsOn);
  return {
    before: assessStanding(facts, endsOn, policy),
    after: assessStanding({ ...facts, members }, endsOn, policy),
  };
}
