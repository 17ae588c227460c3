import type { TrainingFacts } from "~/notices/mail-facts";
import type { PlannedNotice } from "~/notices/plan-notices.server";
import {
  type Booking,
  calendarFacts,
  droppedParts,
  seatBooking,
  type ToldParts,
  trainerBooking,
} from "./calendar-facts";
import type { Enrolment } from "./enrolment-queries.server";
import type { TrainingSession } from "./session-queries.server";

type Audience = TrainingFacts["audience"];

/** The facts of a training session that every mail about it is written from. */
export function trainingFacts(session: TrainingSession, audience: Audience, personName: string): TrainingFacts {
  return {
    audience,
    personName,
    trainingSessionId: session.id,
    courseTitleEn: session.titleEn,
    courseTitleDe: session.titleDe,
    parts: session.parts.map(({ start, end }) => ({ startsAt: start.toISOString(), endsAt: end.toISOString() })),
    timeZone: session.timeZone,
    place: session.place,
    link: session.link,
  };
}

/** Whom an enrolment concerns: the participant and, where somebody else entered the name and is not the one acting now, that admin. */
function audienceOf(enrolment: Enrolment, actorId: string | null): { recipientId: string; audience: Audience }[] {
  const { personId, enrolledBy } = enrolment;
  const participant = { recipientId: personId, audience: "participant" as const };
  return enrolledBy === null || enrolledBy === personId || enrolledBy === actorId
    ? [participant]
    : [participant, { recipientId: enrolledBy, audience: "partner_admin" as const }];
}

const enrolmentKey = (enrolment: Enrolment, stage: string) => ({
  subjectId: enrolment.id,
  cycle: enrolment.id,
  stage,
  organisationId: enrolment.organisationId,
});

export const enrolledNotice = (session: TrainingSession, enrolment: Enrolment, now: Date): PlannedNotice => ({
  kind: "training_enrolled",
  ...enrolmentKey(enrolment, "enrolled"),
  recipientId: enrolment.personId,
  facts: {
    ...trainingFacts(session, "participant", enrolment.personName),
    ...calendarFacts("REQUEST", seatBooking(enrolment), now),
  },
});

/** For the trainer of a session that has just been put into the calendar. */
export const scheduledNotice = (session: TrainingSession, now: Date): PlannedNotice => ({
  kind: "training_enrolled",
  subjectId: session.id,
  cycle: session.id,
  stage: "scheduled",
  organisationId: null,
  recipientId: session.trainerId,
  facts: {
    ...trainingFacts(session, "trainer", session.trainerName),
    ...calendarFacts("REQUEST", trainerBooking(session, session.trainerId), now),
  },
});

/** `queuePosition` 1 is the next. */
export const waitingNotice = (
  session: TrainingSession,
  enrolment: Enrolment,
  queuePosition: number,
): PlannedNotice => ({
  kind: "training_waiting",
  ...enrolmentKey(enrolment, "waiting"),
  recipientId: enrolment.personId,
  facts: { ...trainingFacts(session, "participant", enrolment.personName), queuePosition },
});

export const offerNotices = (
  session: TrainingSession,
  enrolment: Enrolment,
  offerExpiresAt: Date,
  actorId: string | null,
): PlannedNotice[] =>
  audienceOf(enrolment, actorId).map(({ recipientId, audience }) => ({
    kind: "training_seat_offered",
    ...enrolmentKey(enrolment, "offered"),
    recipientId,
    facts: {
      ...trainingFacts(session, audience, enrolment.personName),
      offerExpiresAt: offerExpiresAt.toISOString(),
    },
  }));

/** `enrolment` as it is after the withdrawal; only a seat that was held stands in a calendar. */
export const withdrawnNotices = (
  session: TrainingSession,
  enrolment: Enrolment,
  { actorId, heldSeat, now }: { actorId: string | null; heldSeat: boolean; now: Date },
): PlannedNotice[] =>
  audienceOf(enrolment, actorId).map(({ recipientId, audience }) => ({
    kind: "training_withdrawn",
    ...enrolmentKey(enrolment, "withdrawn"),
    recipientId,
    facts: {
      ...trainingFacts(session, audience, enrolment.personName),
      ...(heldSeat && audience === "participant" && calendarFacts("CANCEL", seatBooking(enrolment), now)),
    },
  }));

interface Told {
  readonly recipientId: string;
  readonly organisationId: string | null;
  readonly facts: TrainingFacts;
  /** Where the training stands in the person's calendar. */
  readonly booking: Booking | null;
}

/** Everybody whom a change of the session concerns: who has a seat, is offered one or waits, and the trainer unless in it as well. */
function everybodyOf(session: TrainingSession, enrolments: readonly Enrolment[]): Told[] {
  const participants = enrolments.map((enrolment) => ({
    recipientId: enrolment.personId,
    organisationId: enrolment.organisationId,
    facts: trainingFacts(session, "participant", enrolment.personName),
    booking: enrolment.state === "enrolled" ? seatBooking(enrolment) : null,
  }));
  return enrolments.some(({ personId }) => personId === session.trainerId)
    ? participants
    : [...participants, toldAsTrainer(session, { id: session.trainerId, name: session.trainerName })];
}

const toldAsTrainer = (session: TrainingSession, { id, name }: { id: string; name: string }): Told => ({
  recipientId: id,
  organisationId: null,
  facts: trainingFacts(session, "trainer", name),
  booking: trainerBooking(session, id),
});

/** Whose calendars a change of the session concerns. */
export const bookingsOf = (session: TrainingSession, enrolments: readonly Enrolment[]) =>
  everybodyOf(session, enrolments).flatMap(({ recipientId, booking }) =>
    booking ? [{ recipientId, uid: booking.uid }] : [],
  );

interface SessionChange {
  /** As it is after the change. */
  readonly session: TrainingSession;
  readonly enrolments: readonly Enrolment[];
  /** Where the trainer was replaced. */
  readonly formerTrainer: { readonly id: string; readonly name: string } | null;
  readonly told: readonly ToldParts[];
}

export function changedNotices(
  { session, enrolments, formerTrainer, told }: SessionChange,
  now: Date,
): PlannedNotice[] {
  const key = {
    kind: "training_changed" as const,
    subjectId: session.id,
    cycle: session.id,
    stage: `revision ${session.revision}`,
  };
  const kept = session.parts.length;
  const everybody = everybodyOf(session, enrolments).map(({ booking, facts, ...rest }) => ({
    ...key,
    ...rest,
    facts: {
      ...facts,
      ...(booking && calendarFacts("REQUEST", booking, now, droppedParts(told, booking.uid, kept))),
    },
  }));
  if (!formerTrainer || enrolments.some(({ personId }) => personId === formerTrainer.id)) return everybody;
  const { facts, booking: _, ...former } = toldAsTrainer(session, formerTrainer);
  const calledOff = calendarFacts("CANCEL", trainerBooking(session, formerTrainer.id), now);
  return [...everybody, { ...key, ...former, facts: { ...facts, ...calledOff, successorName: session.trainerName } }];
}

/** `session` and `enrolments` as they are after the cancellation. */
export function cancelledNotices(
  session: TrainingSession,
  enrolments: readonly Enrolment[],
  { reason, now }: { reason: string | null; now: Date },
): PlannedNotice[] {
  return everybodyOf(session, enrolments).map(({ facts, booking, ...told }) => ({
    kind: "training_cancelled",
    subjectId: session.id,
    cycle: session.id,
    stage: "cancelled",
    ...told,
    facts: { ...facts, ...(booking && calendarFacts("CANCEL", booking, now)), reason },
  }));
}
