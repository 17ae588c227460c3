import { type AuditEntry, recordEvents } from "~/audit/record-events.server";
import { sendAhead, type Trx } from "~/platform/database/handle";
import { type PlannedNotice, planNotices } from "./plan-notices.server";

/** What a change leaves behind it: who is told, and what the audit trail keeps. */
export interface Trace {
  readonly notices: readonly PlannedNotice[];
  readonly events: readonly AuditEntry[];
}

/** Plans the notices and then records the events, in the caller's transaction and in the order given. Call it last: the chain's lock is held until the commit. */
export function leaveTrace(trx: Trx, { notices, events }: Trace, now: Date): void {
  sendAhead(trx, planNotices(trx, notices, now));
  sendAhead(trx, recordEvents(trx, events, now));
}

/** What several changes leave, as one: in their order. */
export const joined = (traces: readonly Trace[]): Trace => ({
  notices: traces.flatMap(({ notices }) => notices),
  events: traces.flatMap(({ events }) => events),
});
