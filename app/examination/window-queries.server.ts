import type { Reader, Trx } from "~/platform/database/handle";
import type { ExamWindow } from "./exam-window";

export interface StandingWindow extends ExamWindow {
  readonly id: string;
  readonly reason: string;
  readonly recordedAt: Date;
  readonly recordedByName: string;
}

/** The windows of the programme that stand, those that are over too, with who has set them and why; the latest first. */
export async function selectStandingWindows(db: Reader, programmeCode: string): Promise<StandingWindow[]> {
  return db
    .selectFrom("examWindow")
    .innerJoin("person", "person.id", "examWindow.recordedBy")
    .select([
      "examWindow.id",
      "opensAt",
      "closesAt",
      "reason",
      "examWindow.recordedAt",
      "person.fullName as recordedByName",
    ])
    .where("programmeCode", "=", programmeCode)
    .where("withdrawnAt", "is", null)
    .orderBy("opensAt", "desc")
    .execute();
}

export async function insertWindow(
  trx: Trx,
  window: ExamWindow & {
    readonly programmeCode: string;
    readonly reason: string;
    readonly recordedAt: Date;
    readonly recordedBy: string;
  },
): Promise<string> {
  const row = await trx
    .insertInto("examWindow")
    .values({ ...window, withdrawnAt: null, withdrawnBy: null })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The window as it stood; undefined when there is none that stands. */
export async function updateAsWithdrawn(
  trx: Trx,
  { windowId, withdrawnAt, withdrawnBy }: { windowId: string; withdrawnAt: Date; withdrawnBy: string },
): Promise<ExamWindow | undefined> {
  return trx
    .updateTable("examWindow")
    .set({ withdrawnAt, withdrawnBy })
    .where("id", "=", windowId)
    .where("withdrawnAt", "is", null)
    .returning(["opensAt", "closesAt"])
    .executeTakeFirst();
}
