import { createHash } from "node:crypto";
import { policy } from "~/kernel/policy";
import { enqueueAccountMail } from "~/notices/plan-notices.server";
import type { Trx } from "~/platform/database/handle";
import type { Random } from "~/platform/random";
import { insertOneTimeLink, type LinkPurpose } from "./sign-in-queries.server";

/** The database keeps the hash; the token itself stands only in the mail until that has left. */
export const linkHash = (token: string): string => createHash("sha256").update(token).digest("hex");

const hours = { invitation: policy.invitationHours, password_reset: policy.passwordResetHours } as const;

/** Puts a one-time link into the outbox, in the caller's transaction. */
export async function issueLink(
  trx: Trx,
  command: { personId: string; purpose: LinkPurpose },
  now: Date,
  random: Random,
): Promise<void> {
  const token = random.bytes(24).toString("base64url");
  const tokenHash = linkHash(token);
  const expiresAt = new Date(now.getTime() + hours[command.purpose] * 3_600_000);
  await insertOneTimeLink(trx, {
    tokenHash,
    purpose: command.purpose,
    personId: command.personId,
    createdAt: now,
    expiresAt,
  });
  await enqueueAccountMail(
    trx,
    {
      template: command.purpose,
      recipientId: command.personId,
      facts: { token, expiresAt: expiresAt.toISOString() },
      key: tokenHash,
    },
    now,
  );
}
