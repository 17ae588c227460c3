import { sql } from "kysely";
import type { Reader, Trx } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import type { AuditEvent } from "./audit-chain";

export interface StoredAuditEvent extends AuditEvent {
  readonly previousHash: string;
  readonly hash: string;
}

/** Where the chain ends; the next event follows it. */
export interface ChainEnd {
  readonly sequence: number;
  readonly hash: string;
}

/** The chain's end, locked until the transaction is over: appends happen one after the other. */
export async function lockChainEnd(trx: Trx): Promise<ChainEnd> {
  const [end] = await chainEndLocked(trx, {});
  if (!end) throw new Error("the audit chain has no end");
  return end;
}

const chainEndLocked = keptQuery((db) => db.selectFrom("auditChainEnd").select(["sequence", "hash"]).forUpdate());

/**
 * Appends to the chain where it ends with `end`, moves the end and holds it until the transaction is over, in one statement, since every change pays
 * for it. False, and nothing is stored, where it ends with something else; waits for who is appending.
 */
export async function insertAuditEvents(
  trx: Trx,
  end: ChainEnd,
  events: readonly StoredAuditEvent[],
): Promise<boolean> {
  const last = events.at(-1);
  if (!last) return true;
  const { sequence, hash } = last;
  return (
    (await appended(trx, { after: end.sequence, afterHash: end.hash, events: JSON.stringify(events), sequence, hash }))
      .length > 0
  );
}

interface Appending extends ChainEnd {
  readonly after: number;
  readonly afterHash: string;
  readonly events: string;
}

/** The same text however many events there are; their fields keep their names in the JSON. */
const appended = keptQuery(
  (_db, { after, afterHash, events, sequence, hash }: Appending) => sql<object>`
    with moved as (
      update audit_chain_end set sequence = ${sequence}, hash = ${hash} where sequence = ${after} and hash = ${afterHash} returning 1
    ), stored as (
      insert into audit_event (sequence, at, actor_id, action, subject_type, subject_id, organisation_id, before, after, reason, previous_hash, hash)
      select sequence, at, "actorId", action, "subjectType", "subjectId", "organisationId", before, after, reason, "previousHash", hash
      from moved cross join json_to_recordset(${events}::json) as event (sequence bigint, at timestamptz, "actorId" uuid, action text, "subjectType" text,
        "subjectId" uuid, "organisationId" uuid, before jsonb, after jsonb, reason text, "previousHash" text, hash text)
    )
    select from moved
  `,
);

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

export async function selectChainEnd(db: Reader): Promise<ChainEnd> {
  return db.selectFrom("auditChainEnd").select(["sequence", "hash"]).executeTakeFirstOrThrow();
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
