import { recordEvents } from "~/audit/record-events.server";
import type { Day } from "~/kernel/calendar";
import { type Db, inTransaction } from "~/platform/database/handle";
import type { ContractingEntity } from "~/platform/schema/people-tables";
import { deleteHoliday, insertHoliday, lockEntityCalendar } from "./contact-queries.server";

interface Holiday {
  readonly actorId: string;
  readonly contractingEntity: ContractingEntity;
  readonly day: Day;
}

/** No business day from now on; changes that are announced keep their day. A day that is entered already stays as it is. */
export async function addHoliday(db: Db, command: Holiday & { name: string }, now: Date): Promise<void> {
  const { actorId, ...holiday } = command;
  await inTransaction(db, async (trx) => {
    const { id } = await lockEntityCalendar(trx, command.contractingEntity);
    if (!(await insertHoliday(trx, holiday))) return;
    const subject = { subjectType: "entity_calendar", subjectId: id };
    await recordEvents(trx, [{ actorId, action: "holiday.added", ...subject, after: holiday }], now);
  });
}

/** A business day again. Nothing happens when it was no holiday. */
export async function removeHoliday(db: Db, command: Holiday, now: Date): Promise<void> {
  const { actorId, ...key } = command;
  await inTransaction(db, async (trx) => {
    const { id } = await lockEntityCalendar(trx, command.contractingEntity);
    const name = await deleteHoliday(trx, key);
    if (name === undefined) return;
    const subject = { subjectType: "entity_calendar", subjectId: id };
    await recordEvents(trx, [{ actorId, action: "holiday.removed", ...subject, before: { ...key, name } }], now);
  });
}
