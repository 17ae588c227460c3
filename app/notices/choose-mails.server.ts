import { recordEvents } from "~/audit/record-events.server";
import { type Db, inTransaction } from "~/platform/database/handle";
import { type MailChoice, replaceMailChoice, selectMailZone, selectUnwanted } from "./unwanted-queries.server";

/** The person's own choice of mails to do without, and of where mails are read; the same choice again changes nothing. */
export async function chooseMails(db: Db, command: MailChoice & { personId: string }, now: Date): Promise<void> {
  const { personId, timeZone } = command;
  const after = { unwanted: [...new Set(command.unwanted)].sort(), timeZone };
  await inTransaction(db, async (trx) => {
    const before = { unwanted: await selectUnwanted(trx, personId), timeZone: await selectMailZone(trx, personId) };
    if (before.unwanted.join() === after.unwanted.join() && before.timeZone === timeZone) return;
    await replaceMailChoice(trx, personId, after);
    const subject = { subjectType: "person", subjectId: personId };
    await recordEvents(trx, [{ actorId: personId, action: "person.mails_chosen", ...subject, before, after }], now);
  });
}
