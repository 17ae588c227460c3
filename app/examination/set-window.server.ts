import { recordEvents } from "~/audit/record-events.server";
import { notFound } from "~/kernel/rejection";
import { type Db, inTransaction } from "~/platform/database/handle";
import { secondLevelAdministrator } from "./blueprint";
import type { ExamWindow } from "./exam-window";
import { insertWindow, updateAsWithdrawn } from "./window-queries.server";

const factsOf = ({ opensAt, closesAt }: ExamWindow) => ({
  opensAt: opensAt.toISOString(),
  closesAt: closesAt.toISOString(),
});

export interface SetWindow extends ExamWindow {
  readonly actorId: string;
  readonly reason: string;
}

/** From now on the examination can be started inside this and other windows only. Attempts under way keep their deadline. */
export async function setWindow(db: Db, command: SetWindow, now: Date): Promise<{ windowId: string }> {
  const { actorId, reason, opensAt, closesAt } = command;
  return inTransaction(db, async (trx) => {
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
