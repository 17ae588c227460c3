import { type Db, inTransaction } from "~/platform/database/handle";
import type { Random } from "~/platform/random";
import { issueLink } from "./issue-link.server";
import { selectOptionalAccountByEmail } from "./person-queries.server";

/** Many times what writing the link and its mail takes, also on a busy machine. */
const floorMilliseconds = 500;

/**
 * Sends a link if there is such an account. The answer is the same either way and takes at least the same time,
 * so that nobody learns who has an account. An account that never had a password gets its invitation again.
 */
export async function requestPasswordReset(
  db: Db,
  command: { email: string },
  now: Date,
  random: Random,
): Promise<void> {
  const floor = new Promise((resolve) => setTimeout(resolve, floorMilliseconds));
  const account = await selectOptionalAccountByEmail(db, command.email);
  if (account && !account.deactivatedAt) {
    const purpose = account.passwordHash ? "password_reset" : "invitation";
    await inTransaction(db, (trx) => issueLink(trx, { personId: account.id, purpose }, now, random));
  }
  await floor;
}
