import type { TrainingFacts } from "~/notices/mail-facts";
import type { PlannedNotice } from "~/notices/plan-notices.server";
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
    calendarMethod: null,
    calendarContent: null,
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

export const enrolledNotice = (session: TrainingSession, enrolment: Enrolment): PlannedNotice => ({
  kind: "training_enrolled",
  ...enrolmentKey(enrolment, "enrolled"),
  recipientId: enrolment.personId,
  facts: trainingFacts(session, "participant", enrolment.personName),
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

export const withdrawnNotices = (
  session: TrainingSession,
  enrolment: Enrolment,
  actorId: string | null,
): PlannedNotice[] =>
  audienceOf(enrolment, actorId).map(({ recipientId, audience }) => ({
    kind: "training_withdrawn",
    ...enrolmentKey(enrolment, "withdrawn"),
    recipientId,
    facts: trainingFacts(session, audience, enrolment.personName),
  }));

interface Told {
  readonly recipientId: string;
  readonly organisationId: string | null;
  readonly facts: TrainingFacts;
}

/** Everybody whom a change of the session concerns: who has a seat, is offered one or waits, and the trainers, the former one too. */
function everybodyOf(
  session: TrainingSession,
  enrolments: readonly Enrolment[],
  trainers: readonly { id: string; name: string }[],
): Told[] {
  const participants = enrolments.map((enrolment) => ({
    recipientId: enrolment.personId,
    organisationId: enrolment.organisationId,
    facts: trainingFacts(session, "participant", enrolment.personName),
  }));
  const others = trainers.filter((trainer) => enrolments.every(({ personId }) => personId !== trainer.id));
  return [
    ...participants,
    ...others.map(({ id, name }) => ({
      recipientId: id,
      organisationId: null,
      facts: trainingFacts(session, "trainer", name),
    })),
  ];
}

/** `session` as it is after the change; `formerTrainer` where the trainer was replaced. */
export function changedNotices(
  session: TrainingSession,
  enrolments: readonly Enrolment[],
  formerTrainer: { id: string; name: string } | null,
): PlannedNotice[] {
  const trainers = [{ id: session.trainerId, name: session.trainerName }, ...(formerTrainer ? [formerTrainer] : [])];
  return everybodyOf(session, enrolments, trainers).map((told) => ({
    kind: "training_changed",
    subjectId: session.id,
    cycle: session.id,
    stage: `revision ${session.revision}`,
    ...told,
  }));
}

export function cancelledNotices(
  session: TrainingSession,
  enrolments: readonly Enrolment[],
  reason: string | null,
): PlannedNotice[] {
  const trainers = [{ id: session.trainerId, name: session.trainerName }];
  return everybodyOf(session, enrolments, trainers).map(({ facts, ...told }) => ({
    kind: "training_cancelled",
    subjectId: session.id,
    cycle: session.id,
    stage: "cancelled",
    ...told,
    facts: { ...facts, reason },
  }));
}
