import { mayStartAttempt } from "~/examination/attempt-policy";
import { addDays } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { Reader } from "~/platform/database/handle";
import type { OrganisationFacts } from "./facts-queries.server";
import { hasCompleted, type NextStep, nextStep } from "./next-step";
import { type DatedTask, readLastSafeDates } from "./read-last-safe-dates.server";
import { finishedAmong, type Past, readPast } from "./read-past.server";
import type { Standing } from "./standing";
import { openTasksOn, whoMustAct, withSteps } from "./tasks";

/**
 * What is to be done today in an organisation of `zone`, of which `standing` is today's, and until when. Two statements, none where nobody has
 * to act; one more where somebody needs a seat in a training.
 */
export async function readTasks(
  db: Reader,
  { standing, facts, zone }: { standing: Standing; facts: OrganisationFacts; zone: string },
  now: Date,
): Promise<DatedTask[]> {
  const { certificates, names } = facts;
  const nameOf = (personId: string) => names.get(personId) ?? "";
  // The rule keeps the order of the members among those who are equally urgent.
  const members = facts.members.toSorted((a, b) => nameOf(a.personId).localeCompare(nameOf(b.personId)));
  const open = openTasksOn(standing, { members, certificates, minimum: policy.minimumAdministrators });
  const personIds = whoMustAct(open);
  const past = await readPast(db, personIds, now);
  const tasks = withSteps(open, stepsOf(personIds, { certificates, zone, past }, now));
  return readLastSafeDates(db, { tasks, runway: standing.runway, zone, past }, now);
}

interface Circumstances {
  readonly certificates: OrganisationFacts["certificates"];
  readonly zone: string;
  readonly past: Past;
}

function stepsOf(
  personIds: readonly string[],
  { certificates, zone, past }: Circumstances,
  now: Date,
): Map<string, NextStep> {
  return new Map(
    personIds.map((personId) => {
      const own = past.attempts.get(personId) ?? [];
      const training = past.seats.get(personId) ?? [];
      const verdict = mayStartAttempt({
        now,
        zone,
        isMember: true,
        requiresTraining: past.requiresTraining,
        trainingCompleted: hasCompleted(training, now),
        certificate: renewalWindow(certificates, personId),
        finishedAttempts: finishedAmong(own),
        activeAttempt: own.find(({ finishedAt }) => finishedAt === null) ?? null,
        exceptions: past.exceptions.get(personId) ?? [],
      });
      return [personId, nextStep({ verdict, seats: training, windows: past.windows }, now)];
    }),
  );
}

/** When the certificate that ends last may be renewed; null for none, or for a revoked one. */
function renewalWindow(certificates: OrganisationFacts["certificates"], personId: string) {
  const [latest] = certificates
    .filter((certificate) => certificate.personId === personId)
    .toSorted((a, b) => (a.validity.end > b.validity.end ? -1 : 1));
  if (!latest || latest.revokedOn !== null) return null;
  const { end } = latest.validity;
  return { windowOpensOn: addDays(end, -latest.renewalWindowDays), validUntilEnd: end };
}
