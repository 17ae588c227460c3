import { recordEvents } from "~/audit/record-events.server";
import { addDays, type Day, dayIn, laterDay } from "~/kernel/calendar";
import { conflict } from "~/kernel/rejection";
import { type Db, inTransaction } from "~/platform/database/handle";
import { insertAbsence, supersedeAbsence } from "./absence-queries.server";
import { lockMembershipOn } from "./membership-queries.server";
import { selectOrganisation } from "./organisation-queries.server";

interface OfMember {
  readonly actorId: string;
  readonly organisationId: string;
  readonly personId: string;
}

/**
 * A member will be away from `from` through `through`, both days included. Changes no count and no status. Throws `absence_over` for one that lies
 * in the past, `absence_overlaps` for a day that is planned already, `not_found` for somebody who is no member then.
 */
export async function planAbsence(
  db: Db,
  command: OfMember & { readonly from: Day; readonly through: Day },
  now: Date,
): Promise<{ absenceId: string }> {
  const { actorId, organisationId, personId, from, through } = command;
  return inTransaction(db, async (trx) => {
    const today = dayIn((await selectOrganisation(trx, organisationId)).timeZone, now);
    if (through < today) throw conflict("absence_over");
    await lockMembershipOn(trx, { organisationId, personId, day: laterDay(from, today) });
    const during = { start: from, end: addDays(through, 1) };
    const recorded = { recordedAt: now, recordedBy: actorId };
    const absenceId = await insertAbsence(trx, { organisationId, personId, during, ...recorded });
    const subject = { subjectType: "person", subjectId: personId, organisationId };
    await recordEvents(trx, [{ actorId, action: "absence.planned", ...subject, after: { from, through } }], now);
    return { absenceId };
  });
}

/** The plan is dropped, or what is left of it: days that have passed stay as they were. Throws `changed_meanwhile` when it was dropped already. */
export async function dropAbsence(
  db: Db,
  command: OfMember & { readonly absenceId: string },
  now: Date,
): Promise<void> {
  const { actorId, organisationId, personId, absenceId } = command;
  await inTransaction(db, async (trx) => {
    const today = dayIn((await selectOrganisation(trx, organisationId)).timeZone, now);
    const dropped = await supersedeAbsence(trx, { id: absenceId, organisationId, personId }, now);
    if (!dropped) throw conflict("changed_meanwhile");
    const { start, end } = dropped.during;
    if (end <= today) throw conflict("absence_over");
    if (start < today) {
      const during = { start, end: today };
      await insertAbsence(trx, { organisationId, personId, during, recordedAt: now, recordedBy: actorId });
    }
    const subject = { subjectType: "person", subjectId: personId, organisationId };
    await recordEvents(
      trx,
      [{ actorId, action: "absence.dropped", ...subject, before: { from: start, through: addDays(end, -1) } }],
      now,
    );
  });
}
