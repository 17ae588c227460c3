import { covers, dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { Reader } from "~/platform/database/handle";
import { attendanceOf } from "~/training/completion";
import { type OrganisationFacts, selectStandingFacts } from "./facts-queries.server";
import { selectFreeSeatsByMonth } from "./forecast-queries.server";
import { groupedBy } from "./grouped-by";
import { selectTrainingSeats } from "./preparation-queries.server";
import {
  capacityByMonth,
  fallsByMonth,
  monthsFrom,
  neededBy,
  type SeatDemand,
  seatsNeeded,
} from "./programme-forecast";
import { type StandingRow, selectStandings } from "./standing-queries.server";

const monthsAhead = 12;
/** From the end of a training: the examination on the day after, and the waiting time after one failed attempt. */
const examDays = 2 + (policy.coolDownDays[0] ?? 0) + policy.trainingReserveFailures;

/** The programme from today on: falls by month, and the seats that are needed against those that are free. */
export async function readForecast(db: Reader, now: Date) {
  const today = dayIn("UTC", now);
  const months = monthsFrom(today, monthsAhead);
  const standings = await selectStandings(db, { now, horizonDays: 400 }, policy);
  const falls = fallsByMonth(standings, months);
  const needed = await selectNeeded(db, standings);
  return {
    today,
    months: months.map((month, index) => ({ month, falls: falls[index] ?? 0 })),
    capacity: capacityByMonth(months, needed, await selectFreeSeatsByMonth(db, now)),
  };
}

/** Who is below or will be, and is bound to the minimum; seats needed by month. */
async function selectNeeded(db: Reader, standings: readonly StandingRow[]): Promise<Map<string, number>> {
  const short = standings.filter(
    ({ status, fallsOn }) =>
      status === "in_preparation" || status === "not_met" || (fallsOn && status !== "not_applicable"),
  );
  const facts = await selectStandingFacts(
    db,
    short.map(({ organisationId }) => organisationId),
  );
  const people = [...facts.values()].flatMap(({ members }) => members.map(({ personId }) => personId));
  const seats = groupedBy(await selectTrainingSeats(db, [...new Set(people)]), ({ personId }) => personId);
  const trained = new Set(
    [...seats]
      .filter(([, own]) =>
        own.some(({ state, marks }) => state !== "waiting" && attendanceOf(marks).kind !== "incomplete"),
      )
      .map(([personId]) => personId),
  );
  const needed = new Map<string, number>();
  for (const standing of short) {
    const own = facts.get(standing.organisationId);
    if (!own) continue;
    const demand = demandOf(standing, own, trained);
    const month = neededBy(demand, standing.day, examDays);
    needed.set(month, (needed.get(month) ?? 0) + seatsNeeded(demand));
  }
  return needed;
}

/** Administrators on the day below who hold or held a certificate, or a seat in a training, need no other one: those of them who do not count. */
function demandOf(standing: StandingRow, facts: OrganisationFacts, trained: ReadonlySet<string>): SeatDemand {
  const { status, fallsOn, day, count, countThen } = standing;
  const ahead = status === "met" || status === "at_risk" ? fallsOn : null;
  const then = ahead ?? day;
  const certified = new Set(facts.certificates.map(({ personId }) => personId));
  const able = new Set(
    facts.members
      .filter(({ administrator, during }) => administrator && covers(during, then))
      .map(({ personId }) => personId)
      .filter((personId) => certified.has(personId) || trained.has(personId)),
  );
  const counting = ahead ? (countThen ?? 0) : count;
  return {
    minimum: policy.minimumAdministrators,
    countThen: counting,
    trained: Math.max(0, able.size - counting),
    fallsOn: ahead,
  };
}
