import { createHash } from "node:crypto";
import type { Trx } from "~/platform/database/handle";
import { type AuditEvent, canonicalEvent, unnumberedEvent } from "./audit-chain";
import { insertAuditEvents } from "./queries.server";

/** What a workflow says of a change. `subjectId` is the row the change is about. */
export interface AuditEntry {
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly organisationId?: string | null;
  readonly before?: Record<string, unknown> | null;
  readonly after?: Record<string, unknown> | null;
  readonly reason?: string | null;
}

export const linkHash = (previousHash: string, event: AuditEvent): string =>
  createHash("sha256")
    .update(`${previousHash}\n${canonicalEvent(event)}`)
    .digest("hex");

/** Appends to the hash chain in the caller's transaction. Call it last: it holds the chain's lock until the commit. */
export async function recordEvents(trx: Trx, entries: readonly AuditEntry[], now: Date): Promise<void> {
  if (entries.length === 0) return;
  const events = entries.map((entry) => ({
    at: now,
    actorId: entry.actorId,
    action: entry.action,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId,
    organisationId: entry.organisationId ?? null,
    before: entry.before ?? null,
    after: entry.after ?? null,
    // As the database will keep it: half a surrogate pair becomes the sign for what cannot be read.
    reason: entry.reason?.toWellFormed() ?? null,
  }));
  await insertAuditEvents(
    trx,
    events.map((event) => ({ ...event, unnumbered: unnumberedEvent(event) })),
  );
}
