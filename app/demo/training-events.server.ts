import { addDays } from "~/kernel/calendar";
import { recordAttendance } from "~/training/record-attendance.server";
import { scheduleTrainingSession } from "~/training/schedule-training-session.server";
import { planSession } from "~/training/session-plan";
import { selectTrainingSession } from "~/training/session-queries.server";
import { selectEnrolmentIds } from "./demo-queries.server";
import type { DemoEvent, PlannedTraining, World } from "./world";

const zone = "Europe/Berlin";
const scheduledAhead = 110;
const oldest = 795;

/** Training sessions as the training manager puts them into the calendar, and attendance as the trainer records it. */
export function trainingEvents(world: World): DemoEvent[] {
  return world.calendar.flatMap((planned) => [
    {
      at: world.instant(zone, Math.min(planned.firstDay + scheduledAhead, oldest), "09:30"),
      happen: (at) => schedule(world, planned, at),
    },
    { at: world.instant(zone, planned.firstDay - 1, "16:45"), happen: (at) => attend(world, planned, at) },
  ]);
}

async function schedule(world: World, planned: PlannedTraining, at: Date): Promise<void> {
  const { courseCode, language, firstDay } = planned;
  const day = world.day(zone, firstDay);
  const online = language === "en";
  const draft = {
    timeZone: zone,
    parts: [
      { day, from: "09:00", to: "12:30" },
      { day: addDays(day, 1), from: "13:00", to: "16:30" },
    ],
    enrolmentCloses: { day: addDays(day, -3), time: "18:00" },
    capacity: courseCode === "second-level" ? 12 : 30,
    place: online ? null : "Karlsruhe, Schulungsraum 3",
    link: online ? "https://training.ionos.example/room/second-level" : null,
  };
  const verdict = planSession(draft, at);
  if (verdict.kind === "faulty")
    throw new Error(`training on ${day}: ${verdict.faults.map(({ kind }) => kind).join(", ")}`);
  const manager = world.staffMember("training@ionos.example");
  const trainerId = online ? world.staffMember("trainer@ionos.example") : manager;
  const charge =
    courseCode === "second-level"
      ? { minorUnits: 45_000, currency: "EUR", taxNote: null }
      : { minorUnits: 0, currency: "EUR", taxNote: null };
  const { trainingSessionId } = await scheduleTrainingSession(
    world.db,
    { actorId: manager, courseCode, trainerId, language, plan: verdict.plan, charge },
    at,
  );
  world.trainings.set(planned, trainingSessionId);
}

/** Everybody in the story who takes part is there in both parts. */
async function attend(world: World, planned: PlannedTraining, at: Date): Promise<void> {
  const trainingSessionId = world.trainings.get(planned);
  if (!trainingSessionId) return;
  const enrolments = await selectEnrolmentIds(world.db, trainingSessionId);
  const { parts } = await selectTrainingSession(world.db, trainingSessionId);
  if (enrolments.length === 0) return;
  const actorId = world.staffMember("training@ionos.example");
  for (const { id: partId } of parts) {
    const marks = enrolments.map((enrolmentId) => ({ enrolmentId, mark: "present" as const }));
    await recordAttendance(world.db, { actorId, trainingSessionId, partId, marks }, at);
  }
}
