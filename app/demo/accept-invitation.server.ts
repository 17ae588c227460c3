import { setPassword } from "~/people/set-password.server";
import type { Db } from "~/platform/database/handle";
import { demoPassword } from "./demo-accounts";
import { selectInvitationToken } from "./demo-queries.server";

/** Opens the link of the invitation and chooses the demo's password, as the invited person would. */
export async function acceptInvitation(db: Db, personId: string, at: Date): Promise<void> {
  await setPassword(db, { token: await selectInvitationToken(db, personId), password: demoPassword }, at);
}
