import type { Day } from "~/kernel/calendar";
import { selectAttendance } from "~/training/attendance-queries.server";
import { enrolPeople } from "~/training/enrol-people.server";
import { recordAttendance } from "~/training/record-attendance.server";
import { scheduleTrainingSession } from "~/training/schedule-training-session.server";
import { planSession } from "~/training/session-plan";
import { selectTrainingSession } from "~/training/session-queries.server";
import { type DayNumber, dayText } from "../reference/days";
import type { Simulation } from "../simulation";

const day = (number: DayNumber): Day => dayText(number) as Day;

/** A morning of second-level training in Berlin; its id. */
export async function schedule(simulation: Simulation, trainerId: string, on: DayNumber): Promise<string> {
  let id = "";
  await simulation.act({
    name: "schedule",
    subjects: [dayText(on)],
    run({ db }, now) {
      const draft = {
        timeZone: "Europe/Berlin",
        parts: [{ day: day(on), from: "09:00", to: "12:00" }],
        enrolmentCloses: { day: day(on - 1), time: "18:00" },
        capacity: 500,
        place: "Karlsruhe",
        link: null,
      };
      const verdict = planSession(draft, now);
      if (verdict.kind !== "holds") throw new Error(JSON.stringify(verdict.faults));
      const charge = { minorUnits: 0, currency: "EUR", taxNote: null };
      const command = {
        actorId: trainerId,
        courseCode: "second-level",
        trainerId,
        language: "en",
        plan: verdict.plan,
        charge,
      } as const;
      return scheduleTrainingSession(db, command, now);
    },
    event: { action: "training_session.scheduled" },
    apply(_, events) {
      id = events.find(({ action }) => action === "training_session.scheduled")?.subjectId ?? "";
      return [];
    },
  });
  return id;
}

export async function enrol(
  simulation: Simulation,
  actorId: string,
  {
    trainingSessionId,
    organisationId,
    personIds,
  }: { trainingSessionId: string; organisationId: string; personIds: readonly string[] },
): Promise<void> {
  const command = { actorId, trainingSessionId, organisationId, personIds, purchaseOrder: null, oneself: false };
  await simulation.act({
    name: "enrol",
    subjects: [organisationId, ...personIds],
    run: ({ db }, now) => enrolPeople(db, command, now),
    event: { action: "enrolment.enrolled" },
    apply: () => [],
  });
}

/** Everybody but those named was there; who was present has completed the training. */
export async function attend(
  simulation: Simulation,
  trainerId: string,
  trainingSessionId: string,
  absent: ReadonlySet<string>,
): Promise<void> {
  const { db } = simulation.database;
  const { parts } = await selectTrainingSession(db, trainingSessionId);
  const rows = await selectAttendance(db, trainingSessionId);
  const partId = parts[0]?.id ?? "";
  if (rows.length === 0) return;
  const marks = rows.map(({ enrolmentId, personId }) => ({
    enrolmentId,
    mark: absent.has(personId) ? ("absent" as const) : ("present" as const),
  }));
  await simulation.act({
    name: "attend",
    subjects: [trainingSessionId],
    run: (portal, now) => recordAttendance(portal.db, { actorId: trainerId, trainingSessionId, partId, marks }, now),
    event: { action: "attendance.recorded" },
    apply(now) {
      for (const { personId } of rows) {
        const person = simulation.reference.person(personId);
        if (!absent.has(personId)) person.trainedAt ??= now;
      }
      return [];
    },
  });
}
