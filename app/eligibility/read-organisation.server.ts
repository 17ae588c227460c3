import { addDays, covers, type Day, dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { levelOn } from "~/organisations/level";
import { selectOrganisationPage } from "~/organisations/organisation-page-queries.server";
import { selectProgrammeLevels } from "~/organisations/organisation-queries.server";
import { optInFrom } from "~/organisations/second-level-application";
import type { Reader } from "~/platform/database/handle";
import { lastInstantOf } from "~/training/wall-time";
import { thinDays } from "./availability";
import { adviseOn } from "./coinciding-ends";
import { type OrganisationFacts, selectStandingFacts } from "./facts-queries.server";
import { selectPeopleInTraining } from "./person-record-queries.server";
import { readTasks } from "./read-tasks.server";
import { seatsOf, upcomingByCertificate } from "./seats";
import { assessStanding, type Standing } from "./standing";
import { standingView } from "./standing-view";
import { validityBars } from "./timeline";
import { withoutLeavers } from "./what-if";

interface Asked {
  /** Any day, past or future; today in the organisation's own zone when left out. */
  readonly on?: Day | undefined;
  /** As it was known at the end of that day; with all that is known when left out, and when the day is not over. */
  readonly knownOn?: Day | undefined;
}

/** One organisation as its page shows it. */
export async function readOrganisation(db: Reader, organisationId: string, { on, knownOn }: Asked, now: Date) {
  const question = { id: organisationId, on: on ?? null, knownOn: knownOn ?? null, now };
  const organisation = await selectOrganisationPage(db, question);
  const { id, name, contractingEntity, timeZone, distributorId, resellers, decision, applied } = organisation;
  const today = dayIn(timeZone, now);
  const day = on ?? today;
  const known = knownOn && knownOn < today ? knownOn : null;
  const knownAt = known ? lastInstantOf(known, timeZone) : undefined;
  const facts = (await selectStandingFacts(db, [organisationId], knownAt)).get(organisationId);
  if (!facts) throw new Error(`no facts of ${organisationId}`);
  const levels = await selectProgrammeLevels(db);
  // What people have done is known of today only.
  const current = day === today && known === null;
  const inTraining = current ? await selectPeopleInTraining(db, [organisationId], now) : [];
  // Whoever was away is nobody's business any more; a softer line for what is to come.
  const absences = current ? organisation.absences : [];
  const standing = assessStanding(facts, day, policy);
  const { names, members, certificates } = facts;
  const level = levelOn(facts.levels, day);
  const here = members.filter(({ during }) => covers(during, day));
  const upcoming = [
    ...upcomingByCertificate(here, certificates, day),
    ...inTraining
      .map(({ personId }) => personId)
      .filter((personId) => here.some((one) => one.personId === personId && one.administrator)),
  ];
  return {
    organisation: { id, name, contractingEntity, timeZone, distributorId },
    level: levels.find(({ code }) => code === level?.levelCode) ?? null,
    levels,
    /** Of what is left to choice: the first day on which second-level support binds, which may be to come; null where it is not chosen. */
    optedInFrom: optInFrom(facts.optIns, day)?.start ?? null,
    applied: current && level?.secondLevelSupport === "optional" && applied,
    today,
    day,
    known,
    standing: standingView(standing, facts),
    decision,
    seats: seatsOf(standing, upcoming, policy.renewalWindowDays).map((seat) => ({
      ...seat,
      name: names.get(seat.personId) ?? "",
    })),
    tasks:
      current && standing.status !== "not_applicable"
        ? (await readTasks(db, { standing, facts, zone: timeZone }, now)).map((task) => ({
            ...task,
            name: "personId" in task ? (names.get(task.personId) ?? "") : "",
          }))
        : null,
    thin: thinDays(
      facts,
      absences,
      { from: day, to: addDays(day, policy.availabilityDays) },
      policy.minimumAdministrators,
    ).map(({ away, ...days }) => ({ ...days, away: away.map((personId) => names.get(personId) ?? "") })),
    advice: current ? namedAdvice(standing, facts) : null,
    timeline: [...new Set(here.filter(({ administrator }) => administrator).map(({ personId }) => personId))]
      .map((personId) => ({
        personId,
        name: names.get(personId) ?? "",
        bars: validityBars(
          certificates.filter((one) => one.personId === personId),
          day,
        ),
        away: absences.filter((one) => one.personId === personId).map(({ during }) => during),
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    resellers,
  };
}

/** What to do about ends that coincide, with names; null where there is nothing to advise. */
function namedAdvice(standing: Standing, { certificates, names }: OrganisationFacts) {
  const nameOf = (personId: string) => names.get(personId) ?? "";
  const counted = standing.counted.toSorted((a, b) => nameOf(a.personId).localeCompare(nameOf(b.personId)));
  const advice = adviseOn({ ...standing, counted }, certificates, policy);
  const named = <Of extends { personId: string }>(one: Of) => ({ ...one, name: nameOf(one.personId) });
  return (
    advice && {
      ...advice,
      people: advice.people.map(named),
      sittings: advice.sittings.map(named),
      newChain: advice.newChain && named(advice.newChain),
    }
  );
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
