import { recordEvents } from "~/audit/record-events.server";
import { type Db, inTransaction } from "~/platform/database/handle";
import { deleteSignInSessionsOf } from "./sign-in-queries.server";

/** Signs the person out everywhere, this browser included; how many sign-ins ended. */
export async function endAllSignIns(db: Db, command: { personId: string }, now: Date): Promise<number> {
  return inTransaction(db, async (trx) => {
    const ended = await deleteSignInSessionsOf(trx, command.personId);
    const subject = { subjectType: "person", subjectId: command.personId };
    await recordEvents(
      trx,
      [{ actorId: command.personId, action: "person.signed_out_everywhere", ...subject, after: { ended } }],
      now,
    );
    return ended;
  });
}
