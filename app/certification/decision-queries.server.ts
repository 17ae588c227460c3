import { sql } from "kysely";
import type { Day, DayRange } from "~/kernel/calendar";
import type { Trx } from "~/platform/database/handle";
import { dayRangeText } from "~/platform/database/ranges";
import type { RevocationReason, SuspensionReason } from "~/platform/schema/certification-tables";

interface Recorded {
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

export async function insertSuspension(
  trx: Trx,
  suspension: { certificateId: string; during: DayRange; reasonClass: SuspensionReason; note: string } & Recorded,
): Promise<void> {
  await trx
    .insertInto("certificateSuspension")
    .values({ ...suspension, during: dayRangeText(suspension.during), supersededAt: null })
    .execute();
}

/** The suspensions that reach `from` or later, superseded; as they were. */
export async function cutSuspensionsFrom(trx: Trx, command: { certificateId: string; from: Day } & Recorded) {
  const { certificateId, from, recordedAt, recordedBy } = command;
  const cut = await trx
    .updateTable("certificateSuspension")
    .set({ supersededAt: recordedAt })
    .where("certificateId", "=", certificateId)
    .where("supersededAt", "is", null)
    .where(sql<boolean>`during && ${dayRangeText({ start: from, end: null })}::daterange`)
    .returning(["during", "reasonClass", "note"])
    .execute();
  for (const { during, ...kept } of cut.filter((row) => row.during.start < from)) {
    await insertSuspension(trx, {
      ...kept,
      certificateId,
      during: { start: during.start, end: from },
      recordedAt,
      recordedBy,
    });
  }
  return cut;
}

/** False when it was revoked before. */
export async function insertRevocation(
  trx: Trx,
  revocation: { certificateId: string; effectiveOn: Day; reasonClass: RevocationReason; note: string } & Recorded,
): Promise<boolean> {
  const row = await trx
    .insertInto("certificateRevocation")
    .values(revocation)
    .onConflict((conflict) => conflict.column("certificateId").doNothing())
    .returning("certificateId")
    .executeTakeFirst();
  return row !== undefined;
}
