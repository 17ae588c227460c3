import { createHash } from "node:crypto";
import type { Trx } from "~/platform/database/handle";
import { type AuditEvent, canonicalEvent } from "./audit-chain";
import { type ChainEnd, insertAuditEvents, lockChainEnd, type StoredAuditEvent } from "./queries.server";

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

/**
 * Where this process has left the chain, which is most often where it still ends; another process, or a transaction of this one that came to nothing,
 * makes it wrong and costs a statement.
 */
let leftAt: ChainEnd | undefined;

/** Appends to the hash chain in the caller's transaction. Call it last: it holds the chain's lock until the commit. */
export async function recordEvents(trx: Trx, entries: readonly AuditEntry[], now: Date): Promise<void> {
  if (entries.length === 0) return;
  for (let end = leftAt ?? (await lockChainEnd(trx)); ; end = await lockChainEnd(trx)) {
    const events = following(end, entries, now);
    if (!(await insertAuditEvents(trx, end, events))) continue;
    leftAt = events.at(-1);
    return;
  }
}

/** The entries as the events that follow the end of the chain. */
function following(end: ChainEnd, entries: readonly AuditEntry[], now: Date): StoredAuditEvent[] {
  const events: StoredAuditEvent[] = [];
  let { sequence, hash: previousHash } = end;
  for (const entry of entries) {
    sequence += 1;
    const event: AuditEvent = {
      sequence,
      at: now,
      actorId: entry.actorId,
      action: entry.action,
      subjectType: entry.subjectType,
      subjectId: entry.subjectId,
      organisationId: entry.organisationId ?? null,
      before: entry.before ?? null,
      after: entry.after ?? null,
      reason: entry.reason ?? null,
    };
    const hash = linkHash(previousHash, event);
    events.push({ ...event, previousHash, hash });
    previousHash = hash;
  }
  return events;
}
