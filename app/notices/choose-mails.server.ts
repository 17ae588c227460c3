import { recordEvents } from "~/audit/record-events.server";
import { type Db, inTransaction } from "~/platform/database/handle";
import type { DispensableKind } from "./unwanted";
import { replaceUnwanted, selectUnwanted } from "./unwanted-queries.server";

/** The person's own choice of mails to do without; the same choice again changes nothing. */
export async function chooseMails(
  db: Db,
  command: { personId: string; unwanted: readonly DispensableKind[] },
  now: Date,
): Promise<void> {
  const { personId } = command;
  const unwanted = [...new Set(command.unwanted)].sort();
  await inTransaction(db, async (trx) => {
    const before = await selectUnwanted(trx, personId);
    if (before.join() === unwanted.join()) return;
    await replaceUnwanted(trx, personId, unwanted);
    const subject = { subjectType: "person", subjectId: personId };
    const change = { before: { unwanted: before }, after: { unwanted } };
    await recordEvents(trx, [{ actorId: personId, action: "person.mails_chosen", ...subject, ...change }], now);
  });
}
