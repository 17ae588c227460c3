import { recordEvents } from "~/audit/record-events.server";
import { conflict, notFound } from "~/kernel/rejection";
import { type Db, inTransaction, type Trx } from "~/platform/database/handle";
import { secondLevelAdministrator } from "./blueprint";
import { type ExamWindow, minutesInWindow, type WindowEffect } from "./exam-window";
import { selectProgramme } from "./programme-queries.server";
import { insertWindow, selectStandingWindows, updateAsWithdrawn } from "./window-queries.server";

const factsOf = ({ opensAt, closesAt }: ExamWindow) => ({
  opensAt: opensAt.toISOString(),
  closesAt: closesAt.toISOString(),
});

export interface SetWindow extends ExamWindow {
  readonly actorId: string;
  readonly reason: string;
  /** What is known to follow, and meant. */
  readonly agreed: readonly WindowEffect[];
}

/** Throws `exam_window_unconfirmed`, with what has to be agreed to, where more follows from the window than was. */
async function agreedTo(trx: Trx, { agreed, ...window }: SetWindow, now: Date): Promise<void> {
  const standing = await selectStandingWindows(trx, secondLevelAdministrator.code);
  const { durationMinutes } = await selectProgramme(trx, secondLevelAdministrator.code, now);
  const minutes = minutesInWindow(standing, window, now);
  const effects: WindowEffect[] = [];
  if (standing.length === 0) effects.push("closes_always_open");
  if (minutes < durationMinutes) effects.push("shorter_than_exam");
  if (effects.every((effect) => agreed.includes(effect))) return;
  throw conflict("exam_window_unconfirmed", { effects: effects.join(" "), minutes, durationMinutes });
}

/**
 * From now on the examination can be started inside this and other windows only. Attempts under way keep their deadline. Throws
 * `exam_window_unconfirmed` where it was always open, or nobody could sit all of their time, and that was not agreed to.
 */
export async function setWindow(db: Db, command: SetWindow, now: Date): Promise<{ windowId: string }> {
  const { actorId, reason, opensAt, closesAt } = command;
  return inTransaction(db, async (trx) => {
    await agreedTo(trx, command, now);
    const recorded = { recordedAt: now, recordedBy: actorId };
    const window = { programmeCode: secondLevelAdministrator.code, opensAt, closesAt, reason };
    const windowId = await insertWindow(trx, { ...window, ...recorded });
    const subject = { subjectType: "exam_window", subjectId: windowId, organisationId: null };
    const after = factsOf(command);
    await recordEvents(trx, [{ actorId, action: "exam.window_set", ...subject, after, reason }], now);
    return { windowId };
  });
}

/** The window stands no longer; without any other the examination is always open again. Throws `not_found` when none such stands. */
export async function withdrawWindow(
  db: Db,
  { actorId, windowId }: { readonly actorId: string; readonly windowId: string },
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const window = await updateAsWithdrawn(trx, { windowId, withdrawnAt: now, withdrawnBy: actorId });
    if (!window) throw notFound();
    const subject = { subjectType: "exam_window", subjectId: windowId, organisationId: null };
    await recordEvents(trx, [{ actorId, action: "exam.window_withdrawn", ...subject, before: factsOf(window) }], now);
  });
}
