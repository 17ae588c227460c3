import { covers, type Day, dayIn, laterDay } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { levelOn } from "~/organisations/level";
import { selectOrganisation, selectProgrammeLevels } from "~/organisations/organisation-queries.server";
import type { Reader } from "~/platform/database/handle";
import type { StandingFacts } from "./counting";
import { type OrganisationFacts, selectStandingFacts } from "./facts-queries.server";
import { personCertification } from "./person-certification";
import { seatsOf, upcomingByCertificate } from "./seats";
import { assessStanding } from "./standing";
import { standingView } from "./standing-view";
import { comesOfSupposing, factsAfter, factsBefore, joiningId, type Supposition, supposesRenewals } from "./what-if";

/** What is supposed, as it was asked: days that are left out or past are today; people who are none of the administrators count as not named. */
export interface SupposedChanges {
  readonly leaving: readonly string[];
  readonly leavingOn: Day | undefined;
  readonly notRenewing: readonly string[];
  readonly joining: number;
  readonly joiningOn: Day | undefined;
  readonly renewals: boolean;
}

/** How the organisation stands today, and how it would with the changes. Nothing is recorded. `newcomer` names the people who would join. */
export async function readWhatIf(
  db: Reader,
  { organisationId, ...asked }: SupposedChanges & { organisationId: string },
  now: Date,
  newcomer: (ordinal: number) => string,
) {
  const { id, name, timeZone } = await selectOrganisation(db, organisationId);
  const today = dayIn(timeZone, now);
  const facts = (await selectStandingFacts(db, [organisationId])).get(organisationId);
  if (!facts) throw new Error(`no facts of ${organisationId}`);
  const people = administratorsOn(facts, today);
  const supposition: Supposition = {
    leaving: people.map(({ personId }) => personId).filter((personId) => asked.leaving.includes(personId)),
    leavingOn: laterDay(asked.leavingOn ?? today, today),
    notRenewing: people.map(({ personId }) => personId).filter((personId) => asked.notRenewing.includes(personId)),
    joining: Array.from({ length: asked.joining }, () => laterDay(asked.joiningOn ?? today, today)),
    renewals: asked.renewals,
  };
  const names = new Map(facts.names);
  for (const index of supposition.joining.keys()) names.set(joiningId(index), newcomer(index + 1));
  const shown = (supposed: StandingFacts) => {
    const { standing, seats } = shownStanding(supposed, today, { ...facts, names });
    const { runway } = standing;
    const real = runway && !comesOfSupposing(runway.day, supposition, today);
    return { standing: { ...standing, runway: real ? runway : null }, seats };
  };
  const level = levelOn(facts.levels, today);
  const levels = await selectProgrammeLevels(db);
  return {
    organisation: { id, name, timeZone },
    level: levels.find(({ code }) => code === level?.levelCode) ?? null,
    today,
    people,
    supposition: { ...supposition, renewals: supposesRenewals(supposition) },
    before: shown(factsBefore(facts, supposition, today)),
    after: shown(factsAfter(facts, supposition, today)),
  };
}

function administratorsOn({ members, certificates, names }: OrganisationFacts, day: Day) {
  const here = members.filter(({ administrator, during }) => administrator && covers(during, day));
  return here
    .map(({ personId }) => ({
      personId,
      name: names.get(personId) ?? "",
      certification: personCertification(
        certificates.filter((certificate) => certificate.personId === personId),
        day,
      ),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function shownStanding(facts: StandingFacts, day: Day, known: OrganisationFacts) {
  const standing = assessStanding(facts, day, policy);
  const here = facts.members.filter(({ during }) => during.end === null || during.end > day);
  const upcoming = upcomingByCertificate(here, facts.certificates, day);
  return {
    standing: standingView(standing, known),
    seats: seatsOf(standing, upcoming, policy.renewalWindowDays).map((seat) => ({
      ...seat,
      name: known.names.get(seat.personId) ?? "",
    })),
  };
}
