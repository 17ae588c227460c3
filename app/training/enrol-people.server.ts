import { type AuditEntry, recordEvents } from "~/audit/record-events.server";
import { conflict, forbidden, notFound } from "~/kernel/rejection";
import { planNotices } from "~/notices/plan-notices.server";
import { selectOrganisation } from "~/organisations/organisation-queries.server";
import { type Db, inTransaction, type Trx } from "~/platform/database/handle";
import { selectCandidates } from "./candidate-queries.server";
import { insertEnrolments, type NewEnrolment, selectOpenEnrolments, selectSeats } from "./enrolment-queries.server";
import { decideEnrolments, type EnrolmentVerdict } from "./enrolment-rule";
import { lockTrainingSession, type TrainingSession } from "./session-queries.server";
import { enrolledNotice, waitingNotice } from "./training-notices.server";

export interface EnrolPeople {
  readonly actorId: string;
  readonly trainingSessionId: string;
  /** All of them are members of it. */
  readonly organisationId: string;
  /** Seats are given in this order. */
  readonly personIds: readonly string[];
  /** For a session at a charge: the reference under which the organisation ordered; the actor accepts the charge. */
  readonly purchaseOrder: string | null;
  /** The actor is the only person and enters by the organisation's leave to enrol oneself. */
  readonly oneself: boolean;
}

export interface EnrolmentResult {
  readonly personId: string;
  readonly personName: string;
  readonly outcome: Exclude<EnrolmentVerdict, { kind: "closed" }> | { readonly kind: "already_in" };
}

/**
 * Enrols people while there are seats and puts the others on the waiting list, in the given order. Whoever is in already stays as they are;
 * `already_enrolled` when that is true of all. Somebody who is no member of the organisation makes it `not_found`.
 */
export async function enrolPeople(db: Db, command: EnrolPeople, now: Date): Promise<EnrolmentResult[]> {
  return inTransaction(db, async (trx) => {
    const session = await lockTrainingSession(trx, command.trainingSessionId);
    const people = await admitted(trx, session, command, now);
    const inAlready = new Set((await selectOpenEnrolments(trx, session.id)).map(({ personId }) => personId));
    const newcomers = people.filter(({ personId }) => !inAlready.has(personId));
    if (newcomers.length === 0) throw conflict("already_enrolled", { name: people[0]?.fullName ?? null });

    const seats = await selectSeats(trx, session.id);
    const verdicts = decideEnrolments(session, seats, newcomers.length, now);
    const entries = newcomers.map(({ personId, fullName }, index) => ({
      personId,
      personName: fullName,
      outcome: entered(verdicts[index]),
    }));
    await store(trx, session, command, entries, now);
    const known = people.filter(({ personId }) => inAlready.has(personId));
    return [
      ...entries,
      ...known.map(({ personId, fullName }) => ({
        personId,
        personName: fullName,
        outcome: { kind: "already_in" } as const,
      })),
    ];
  });
}

type Entered = Exclude<EnrolmentVerdict, { kind: "closed" }>;

function entered(verdict: EnrolmentVerdict | undefined): Entered {
  if (verdict && verdict.kind !== "closed") return verdict;
  throw conflict(verdict?.why === "cancelled" ? "training_session_cancelled" : "enrolment_closed");
}

/** The people in the order of the command, each a member of the organisation today. */
async function admitted(trx: Trx, session: TrainingSession, command: EnrolPeople, now: Date) {
  const { actorId, organisationId, personIds, oneself } = command;
  const organisation = await selectOrganisation(trx, organisationId);
  if (oneself && (!organisation.selfEnrolment || personIds.some((id) => id !== actorId))) throw forbidden();
  if (session.chargeMinorUnits > 0 && command.purchaseOrder === null) throw conflict("charge_not_accepted");
  const members = await selectCandidates(trx, {
    organisationIds: [organisationId],
    trainingSessionId: session.id,
    at: now,
  });
  const byId = new Map(members.map((member) => [member.personId, member]));
  return [...new Set(personIds)].map((id) => {
    const member = byId.get(id);
    if (!member) throw notFound();
    return member;
  });
}

interface Entry {
  readonly personId: string;
  readonly personName: string;
  readonly outcome: Entered;
}

async function store(trx: Trx, session: TrainingSession, command: EnrolPeople, entries: readonly Entry[], now: Date) {
  const { actorId, organisationId, purchaseOrder } = command;
  const charged = session.chargeMinorUnits > 0;
  const rows = entries.map(
    ({ personId, outcome }): NewEnrolment => ({
      trainingSessionId: session.id,
      personId,
      organisationId,
      state: outcome.kind,
      enrolledBy: actorId,
      purchaseOrder: charged ? purchaseOrder : null,
      chargeAcceptedBy: charged ? actorId : null,
      at: now,
    }),
  );
  const ids = await insertEnrolments(trx, rows);
  const stored = entries.map((entry, index) => ({ ...entry, id: ids[index] ?? "" }));
  const notices = stored.map(({ id, personId, personName, outcome }) => {
    const enrolment = {
      id,
      trainingSessionId: session.id,
      personId,
      personName,
      organisationId,
      state: outcome.kind,
      enrolledBy: actorId,
      offerExpiresAt: null,
      calendarSequence: 0,
    };
    return outcome.kind === "enrolled"
      ? enrolledNotice(session, enrolment, now)
      : waitingNotice(session, enrolment, outcome.place);
  });
  await planNotices(trx, notices, now);
  const events = stored.map(
    ({ id, personId, outcome }): AuditEntry => ({
      actorId,
      action: `enrolment.${outcome.kind}`,
      subjectType: "enrolment",
      subjectId: id,
      organisationId,
      after: { personId, trainingSessionId: session.id, ...outcome, ...(charged ? { purchaseOrder } : {}) },
    }),
  );
  await recordEvents(trx, events, now);
}
