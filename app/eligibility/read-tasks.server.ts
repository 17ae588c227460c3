import { mayStartAttempt } from "~/examination/attempt-policy";
import { addDays } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { Reader } from "~/platform/database/handle";
import type { OrganisationFacts } from "./facts-queries.server";
import { groupedBy } from "./grouped-by";
import { hasCompleted, type NextStep, nextStep } from "./next-step";
import {
  selectAttemptsOfAll,
  selectOpenExceptionsOfAll,
  selectRequiresTraining,
  selectTrainingSeats,
} from "./preparation-queries.server";
import type { Standing } from "./standing";
import { openTasksOn, type Task, whoMustAct, withSteps } from "./tasks";

/** What is to be done today in an organisation of `zone`, of which `standing` is today's; four statements, and none where nobody has to act. */
export async function readTasks(
  db: Reader,
  { standing, facts, zone }: { standing: Standing; facts: OrganisationFacts; zone: string },
  now: Date,
): Promise<Task[]> {
  const { certificates, names } = facts;
  const nameOf = (personId: string) => names.get(personId) ?? "";
  // The rule keeps the order of the members among those who are equally urgent.
  const members = facts.members.toSorted((a, b) => nameOf(a.personId).localeCompare(nameOf(b.personId)));
  const open = openTasksOn(standing, { members, certificates, minimum: policy.minimumAdministrators });
  const steps = await readSteps(db, whoMustAct(open), { certificates, zone }, now);
  return withSteps(open, steps);
}

async function readSteps(
  db: Reader,
  personIds: readonly string[],
  { certificates, zone }: { certificates: OrganisationFacts["certificates"]; zone: string },
  now: Date,
): Promise<Map<string, NextStep>> {
  if (personIds.length === 0) return new Map();
  const requiresTraining = await selectRequiresTraining(db, now);
  const seats = groupedBy(await selectTrainingSeats(db, personIds), ({ personId }) => personId);
  const attempts = groupedBy(await selectAttemptsOfAll(db, personIds), ({ personId }) => personId);
  const exceptions = groupedBy(await selectOpenExceptionsOfAll(db, personIds), ({ personId }) => personId);
  return new Map(
    personIds.map((personId) => {
      const own = attempts.get(personId) ?? [];
      const training = seats.get(personId) ?? [];
      const verdict = mayStartAttempt({
        now,
        zone,
        isMember: true,
        requiresTraining,
        trainingCompleted: hasCompleted(training, now),
        certificate: renewalWindow(certificates, personId),
        finishedAttempts: own.flatMap((one) => (one.finishedAt ? [{ ...one, finishedAt: one.finishedAt }] : [])),
        activeAttempt: own.find(({ finishedAt }) => finishedAt === null) ?? null,
        exceptions: exceptions.get(personId) ?? [],
      });
      return [personId, nextStep({ verdict, seats: training }, now)];
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
