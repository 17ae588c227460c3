import { sql } from "kysely";
import { addDays, type Day } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { notFound } from "~/kernel/rejection";
import type { Reader, Trx } from "~/platform/database/handle";
import type { OutboxState } from "~/platform/schema/notice-tables";
import { parked, pending } from "./delivery-queries.server";
import type { Template } from "./mail-facts";

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`);

export interface LedgerFilter {
  readonly template?: Template | undefined;
  readonly state?: OutboxState | undefined;
  /** Part of the recipient's name or address. */
  readonly recipient?: string | undefined;
}

/** The text as a LIKE pattern that finds it anywhere, with its own wildcards taken literally. */
const anywhere = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

const matching = (db: Reader, { template, state, recipient }: LedgerFilter) => {
  let query = db.selectFrom("outboxMessage as message").innerJoin("person", "person.id", "message.recipientId");
  if (template) query = query.where("message.template", "=", template);
  if (state) query = query.where("message.state", "=", state);
  if (recipient) {
    const pattern = anywhere(recipient);
    query = query.where((eb) => eb.or([eb("person.fullName", "ilike", pattern), eb("person.email", "ilike", pattern)]));
  }
  return query;
};

/** The ledger with the delivery of each mail, newest first: one page of it, and how many there are in all. */
export async function selectLedgerPage(db: Reader, filter: LedgerFilter, page: { offset: number; limit: number }) {
  const { total } = await matching(db, filter)
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await matching(db, filter)
    .leftJoin("notice", "notice.id", "message.noticeId")
    .leftJoin("organisation", "organisation.id", "notice.organisationId")
    .select([
      "message.id",
      "message.template",
      "message.state",
      "message.stateReason",
      "message.tries",
      "message.nextTryAt",
    ])
    .select(["message.sentAt", "message.lastError", "message.createdAt", "notice.stage", "notice.organisationId"])
    .select([
      "person.fullName as recipientName",
      "person.email as recipientEmail",
      "organisation.name as organisationName",
    ])
    .orderBy("message.createdAt", "desc")
    .orderBy("message.id")
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return { rows, total };
}

/**
 * The notices decided on a day of the organisation's clock, or of the staff's where there is none: what, about whom and to whom. By organisation, kind,
 * subject and recipient.
 */
export async function selectNoticesOf(db: Reader, on: Day) {
  const zone = sql`coalesce(organisation.time_zone, ${policy.staffTimeZone})`;
  return (
    db
      .selectFrom("notice")
      .innerJoin("person", "person.id", "notice.recipientId")
      .leftJoin("organisation", "organisation.id", "notice.organisationId")
      .select(["notice.id", "notice.kind", "notice.subjectId", "notice.cycle", "notice.stage"])
      .select(["notice.facts", "notice.organisationId"])
      .select(["person.fullName as recipientName", "organisation.name as organisationName"])
      // For the index: no clock is further than that from UTC's.
      .where("decidedAt", ">=", midnight(addDays(on, -1)))
      .where("decidedAt", "<", midnight(addDays(on, 2)))
      .where(sql<boolean>`(decided_at at time zone ${zone})::date = ${on}`)
      .orderBy("organisation.name")
      .orderBy("notice.kind")
      .orderBy("notice.subjectId")
      .orderBy("notice.cycle")
      .orderBy("person.fullName")
      .execute()
  );
}

/** What waits in the outbox at `now`: mails whose time has come, for how long the first of them, and those that wait for staff. */
export async function selectOutboxBacklog(db: Reader, now: Date) {
  const row = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom("outboxMessage")
        .select(({ fn }) => fn.countAll<number>().as("due"))
        .where("state", "=", pending)
        .where("nextTryAt", "<=", now)
        .as("due"),
      eb
        .selectFrom("outboxMessage")
        .select(({ fn }) => fn.countAll<number>().as("parked"))
        .where("state", "=", parked)
        .as("parked"),
      eb
        .selectFrom("outboxMessage")
        .select(({ fn }) => fn.min("nextTryAt").as("firstDueAt"))
        .where("state", "=", pending)
        .as("firstDueAt"),
    ])
    .executeTakeFirstOrThrow();
  const waited = row.firstDueAt ? (now.getTime() - row.firstDueAt.getTime()) / 1000 : 0;
  return { due: row.due ?? 0, parked: row.parked ?? 0, longestDueSeconds: Math.max(0, waited) };
}

/** How many mails wait at `now` for the morning of their recipients. */
export async function countWaitingForMorning(db: Reader, now: Date): Promise<number> {
  const row = await db
    .selectFrom("outboxMessage")
    .select((eb) => eb.fn.countAll<number>().as("waiting"))
    .where("state", "=", pending)
    .where("stateReason", "=", "waits_for_morning")
    .where("nextTryAt", ">", now)
    .executeTakeFirstOrThrow();
  return row.waiting;
}

/** How many mails wait for staff. */
export async function countParkedMessages(db: Reader): Promise<number> {
  const row = await db
    .selectFrom("outboxMessage")
    .select((eb) => eb.fn.countAll<number>().as("parked"))
    .where("state", "=", parked)
    .executeTakeFirstOrThrow();
  return row.parked;
}

/** Mails whose last try the mail server did not answer well, and which will be tried again; and what it said last. */
export async function selectDelayedMails(db: Reader): Promise<{ count: number; lastError: string | null }> {
  const row = await db
    .selectFrom("outboxMessage")
    .select((eb) => [
      eb.fn.countAll<number>().as("count"),
      sql<string | null>`(array_agg(last_error order by next_try_at desc))[1]`.as("lastError"),
    ])
    .where("state", "=", pending)
    .where("tries", ">", 0)
    .executeTakeFirstOrThrow();
  return row;
}

export async function lockOutboxMessage(trx: Trx, id: string) {
  const message = await trx
    .selectFrom("outboxMessage")
    .select(["state", "stateReason", "tries"])
    .select((eb) =>
      eb
        .selectFrom("notice")
        .select("notice.organisationId")
        .whereRef("notice.id", "=", "outboxMessage.noticeId")
        .as("organisationId"),
    )
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!message) throw notFound();
  return message;
}

export async function releaseParkedMessage(trx: Trx, id: string, now: Date): Promise<void> {
  await trx
    .updateTable("outboxMessage")
    .set({ state: "pending", stateReason: "sent_again", tries: 0, nextTryAt: now })
    .where("id", "=", id)
    .execute();
}

/** One-time links whose time is over leave the outbox, whatever became of their mail; how many did. */
export async function forgetExpiredTokens(db: Reader, now: Date): Promise<number> {
  const result = await db
    .updateTable("outboxMessage")
    .set({ facts: sql<string>`facts - 'token'` })
    .where("noticeId", "is", null)
    .where(sql<boolean>`facts ? 'token'`)
    .where(sql<boolean>`(facts ->> 'expiresAt')::timestamptz <= ${now}`)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
