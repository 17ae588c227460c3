import { sql } from "kysely";
import type { Reader, Trx } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import { together } from "~/platform/database/together";
import type { AuditEvent } from "./audit-chain";

export interface StoredAuditEvent extends AuditEvent {
  readonly previousHash: string;
  readonly hash: string;
}

/** An event before the chain gives it its number, with the rest of its canonical text. */
export interface UnnumberedEvent extends Omit<AuditEvent, "sequence"> {
  readonly unnumbered: string;
}

/**
 * Appends to the chain and holds its end until the transaction is over: appends happen one after the other. A statement an event, which also links it, as
 * every change pays for it: who asked for the end first would hold it for a whole passage longer.
 */
export async function insertAuditEvents(trx: Trx, events: readonly UnnumberedEvent[]): Promise<void> {
  await together(...events.map((event) => appended(trx, asParameters(event))));
}

/** The hash is that of `linkHash`. */
const appended = keptQuery(
  (_db, event: ReturnType<typeof asParameters>) => sql<object>`
    with ended as materialized (
      select sequence, hash, ${event.unnumbered}::text as unnumbered from audit_chain_end for update
    ), linked as (
      insert into audit_event (sequence, at, actor_id, action, subject_type, subject_id, organisation_id, before, after, reason, previous_hash, hash)
      select sequence + 1, ${event.at}::timestamptz, ${event.actorId}::uuid, ${event.action}, ${event.subjectType}, ${event.subjectId}::uuid,
        ${event.organisationId}::uuid, ${event.before}::jsonb, ${event.after}::jsonb, ${event.reason}, hash,
        encode(sha256(convert_to(hash || chr(10) || '[' || (sequence + 1) || unnumbered, 'UTF8')), 'hex')
      from ended
      returning sequence, hash
    )
    update audit_chain_end set sequence = linked.sequence, hash = linked.hash from linked
  `,
);

const asParameters = ({ before, after, ...event }: UnnumberedEvent) => ({
  ...event,
  before: before && JSON.stringify(before),
  after: after && JSON.stringify(after),
});

/** A stretch of the chain in its order, after `sequence`. */
export async function selectChainAfter(db: Reader, sequence: number, limit: number): Promise<StoredAuditEvent[]> {
  return db
    .selectFrom("auditEvent")
    .selectAll()
    .where("sequence", ">", sequence)
    .orderBy("sequence")
    .limit(limit)
    .execute();
}

export async function selectChainEnd(db: Reader): Promise<{ sequence: number; hash: string }> {
  return db.selectFrom("auditChainEnd").select(["sequence", "hash"]).executeTakeFirstOrThrow();
}

/** The reasons that were given for the action on these subjects, by the subject's id. */
export async function selectReasons(
  db: Reader,
  { action, subjectIds }: { action: string; subjectIds: readonly string[] },
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("auditEvent")
    .select(["subjectId", "reason"])
    .where("subjectId", "=", sql<string>`any(${subjectIds}::uuid[])`)
    .where("action", "=", action)
    .execute();
  return new Map(rows.flatMap(({ subjectId, reason }) => (subjectId && reason ? [[subjectId, reason]] : [])));
}

export interface AuditFilter {
  readonly organisationId?: string | undefined;
  readonly subjectId?: string | undefined;
  /** What the action's name begins with: `certificate.` */
  readonly action?: string | undefined;
  /** Part of the actor's name. */
  readonly actor?: string | undefined;
  readonly beforeSequence?: number | undefined;
}

/** The text for LIKE, its own wildcards taken literally. */
const literally = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** The newest events first, with the actor's name. */
export async function selectAuditEvents(db: Reader, filter: AuditFilter, limit: number) {
  let query = db
    .selectFrom("auditEvent as event")
    .leftJoin("person as actor", "actor.id", "event.actorId")
    .leftJoin("organisation", "organisation.id", "event.organisationId")
    .select([
      "event.sequence",
      "event.at",
      "event.action",
      "event.subjectType",
      "event.subjectId",
      "event.organisationId",
      "event.before",
      "event.after",
      "event.reason",
      "actor.fullName as actorName",
      "organisation.name as organisationName",
    ]);
  if (filter.organisationId) query = query.where("event.organisationId", "=", filter.organisationId);
  if (filter.subjectId) query = query.where("event.subjectId", "=", filter.subjectId);
  if (filter.action) query = query.where("event.action", "like", `${literally(filter.action)}%`);
  if (filter.actor) query = query.where("actor.fullName", "ilike", `%${literally(filter.actor)}%`);
  if (filter.beforeSequence) query = query.where("event.sequence", "<", filter.beforeSequence);
  return query.orderBy("event.sequence", "desc").limit(limit).execute();
}
