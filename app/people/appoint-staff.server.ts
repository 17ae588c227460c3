import { recordEvents } from "~/audit/record-events.server";
import { conflict } from "~/kernel/rejection";
import { type Db, inTransaction } from "~/platform/database/handle";
import type { Random } from "~/platform/random";
import type { Language, Role } from "~/platform/schema/people-tables";
import { issueLink } from "./issue-link.server";
import { insertPerson, insertRoleAssignment, selectOptionalAccountByEmail } from "./person-queries.server";

export type StaffRole = Exclude<Role, "partner_admin">;

/**
 * Gives somebody at IONOS roles; whoever has no password yet is sent an invitation. The same roles again change nothing but send the
 * invitation anew. This is how the first portal admin of an empty portal comes to be.
 */
export async function appointStaff(
  db: Db,
  command: { actorId: string | null; fullName: string; email: string; language: Language; roles: readonly StaffRole[] },
  now: Date,
  random: Random,
): Promise<{ personId: string }> {
  const { actorId, fullName, email, language, roles } = command;
  return inTransaction(db, async (trx) => {
    const inserted = await insertPerson(trx, { fullName, email, language, createdAt: now });
    const known = inserted ? undefined : await selectOptionalAccountByEmail(trx, email);
    const personId = inserted ?? known?.id;
    if (!personId || known?.deactivatedAt) throw conflict("email_taken");
    for (const role of roles) {
      await insertRoleAssignment(trx, { personId, role, organisationId: null, recordedAt: now, recordedBy: actorId });
    }
    if (!known?.passwordHash) await issueLink(trx, { personId, purpose: "invitation" }, now, random);
    const subject = { subjectType: "person", subjectId: personId };
    await recordEvents(trx, [{ actorId, action: "staff.appointed", ...subject, after: { roles: [...roles] } }], now);
    return { personId };
  });
}
