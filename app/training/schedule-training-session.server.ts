import { recordEvents } from "~/audit/record-events.server";
import { conflict } from "~/kernel/rejection";
import { planNotices } from "~/notices/plan-notices.server";
import { violates } from "~/platform/database/errors";
import { type Db, inTransaction } from "~/platform/database/handle";
import type { Language } from "~/platform/schema/people-tables";
import { type PartTime, planInWords, type SessionPlan } from "./session-plan";
import {
  insertTrainingSession,
  replaceParts,
  selectOptionalTrainerClash,
  selectTrainingSession,
} from "./session-queries.server";
import { scheduledNotice } from "./training-notices.server";

export interface ScheduleTrainingSession {
  readonly actorId: string | null;
  readonly courseCode: string;
  readonly trainerId: string;
  readonly language: Language;
  /** From `planSession`. */
  readonly plan: SessionPlan;
  /** For one seat; 0 is free of charge. `currency` is an ISO 4217 code. */
  readonly charge: { readonly minorUnits: number; readonly currency: string; readonly taxNote: string | null };
}

/** Puts a training session into the calendar and tells its trainer. Throws `trainer_booked`, naming when, if its trainer gives another one at that time. */
export async function scheduleTrainingSession(
  db: Db,
  command: ScheduleTrainingSession,
  now: Date,
): Promise<{ trainingSessionId: string }> {
  const { actorId, courseCode, trainerId, language, charge } = command;
  const { parts, ...place } = command.plan;
  return withTrainerFree(db, { trainerId, parts, exceptSessionId: null }, () =>
    inTransaction(db, async (trx) => {
      const trainingSessionId = await insertTrainingSession(trx, {
        ...place,
        courseCode,
        trainerId,
        language,
        chargeMinorUnits: charge.minorUnits,
        currency: charge.currency,
        taxNote: charge.taxNote,
        createdBy: actorId,
        createdAt: now,
      });
      await replaceParts(trx, { trainingSessionId, trainerId, parts });
      const session = await selectTrainingSession(trx, trainingSessionId);
      await planNotices(trx, [scheduledNotice(session, now)], now);
      const subject = { subjectType: "training_session", subjectId: trainingSessionId };
      const after = { courseCode, trainerId, language, ...planInWords(command.plan), charge };
      await recordEvents(trx, [{ actorId, action: "training_session.scheduled", ...subject, after }], now);
      return { trainingSessionId };
    }),
  );
}

/**
 * Runs a transaction that books a trainer. The database decides whether the trainer is free; when it says no, the refusal names when the
 * other training is.
 */
export async function withTrainerFree<T>(
  db: Db,
  booking: { trainerId: string; parts: readonly PartTime[]; exceptSessionId: string | null },
  book: () => Promise<T>,
): Promise<T> {
  try {
    return await book();
  } catch (error) {
    if (!violates(error, "trainer_in_one_place")) throw error;
    const clash = await selectOptionalTrainerClash(db, booking);
    if (!clash) throw conflict("trainer_booked");
    const { startsAt, endsAt, timeZone } = clash;
    throw conflict("trainer_booked", {
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      timeZone,
    });
  }
}
