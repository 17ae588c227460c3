import { recordEvents } from "~/audit/record-events.server";
import { conflict } from "~/kernel/rejection";
import { type Db, inTransaction } from "~/platform/database/handle";
import { linkHash } from "./issue-link.server";
import { hashPassword } from "./password.server";
import { updatePasswordHash } from "./person-queries.server";
import { consumeLink, deleteSignInSessionsOf, expireLinksOf } from "./sign-in-queries.server";

/** Sets the password by a one-time link; every sign-in and every other link of the person ends with it. */
export async function setPassword(
  db: Db,
  command: { token: string; password: string },
  now: Date,
): Promise<{ personId: string }> {
  const passwordHash = await hashPassword(command.password);
  return inTransaction(db, async (trx) => {
    const link = await consumeLink(trx, linkHash(command.token), now);
    if (!link) throw conflict("link_used_or_expired");
    const { personId, purpose } = link;
    await updatePasswordHash(trx, personId, passwordHash);
    await expireLinksOf(trx, personId, now);
    await deleteSignInSessionsOf(trx, personId);
    const action = purpose === "invitation" ? "person.password_chosen" : "person.password_reset";
    await recordEvents(trx, [{ actorId: personId, action, subjectType: "person", subjectId: personId }], now);
    return { personId };
  });
}
