import { type ExpressionBuilder, sql } from "kysely";
import type { Reader, Trx } from "~/platform/database/handle";
import { isRehearsal } from "~/platform/database/rehearse";
import type { MailFacts, NoticeKind, OutboxState } from "~/platform/schema/notice-tables";
import type { Language } from "~/platform/schema/people-tables";
import type { Schema } from "~/platform/schema/schema";

/** Any number nobody else uses: who claims holds this lock until the commit, so that claims see each other. */
const claimLock = 8_241_002;

/** Written out: a plan that serves every value uses the indexes of unsettled mails only where it sees that they are asked for. */
export const [pending, parked] = [sql.lit<OutboxState>("pending"), sql.lit<OutboxState>("parked")];

const lapseKinds: NoticeKind[] = ["certificate_lapsing", "certificate_lapsed"];

/**
 * To whom a mail is in flight: read once a claim. By the statement's own clock, which an index can be asked by, and which is read after the wait for the
 * lock.
 */
const inFlight = sql`all(array(
  select recipient_id from outbox_message where state = ${pending} and leased_until >= statement_timestamp()
))`;

/**
 * Leases the mail that has waited longest to the caller; undefined when none is due. A lease runs by the database's clock, so that
 * instances whose clocks differ agree. A person with a mail in flight gets no second one meanwhile: what the first one was counts.
 */
export async function leaseNextMessage(
  trx: Trx,
  lease: { now: Date; token: string; seconds: number },
): Promise<string | undefined> {
  await sql`select pg_advisory_xact_lock(${claimLock}) where not ${isRehearsal}`.execute(trx);
  const row = await trx
    .updateTable("outboxMessage")
    .set({
      leaseToken: lease.token,
      leasedUntil: sql<Date>`clock_timestamp() + make_interval(secs => ${lease.seconds})`,
    })
    .where("id", "=", (eb) =>
      eb
        .selectFrom("outboxMessage as due")
        .select("due.id")
        .where("due.state", "=", pending)
        .where("due.nextTryAt", "<=", lease.now)
        .where(sql<boolean>`due.recipient_id <> ${inFlight}`)
        .orderBy("due.nextTryAt")
        .orderBy("due.createdAt")
        .orderBy("due.id")
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

export interface ClaimedMessage {
  readonly id: string;
  readonly template: string;
  readonly facts: MailFacts;
  readonly messageId: string;
  readonly stateReason: string | null;
  readonly tries: number;
  readonly recipientId: string;
  readonly recipient: { readonly fullName: string; readonly email: string; readonly language: Language };
  /** Chosen by the recipient, else of the organisation where the recipient is a member; null for who is a member nowhere. */
  readonly recipientTimeZone: string | null;
  readonly recipientDeactivated: boolean;
  readonly unwanted: boolean;
  readonly notice: {
    readonly kind: NoticeKind;
    readonly subjectId: string;
    readonly cycle: string;
    readonly stage: string;
    readonly recipientId: string;
    readonly organisationId: string | null;
    readonly facts: MailFacts;
  } | null;
  readonly newerStagePlanned: boolean;
  readonly lapseMailSentAt: Date | null;
}

type Joined = ExpressionBuilder<
  Schema & { message: Schema["outboxMessage"]; told: Schema["notice"] },
  "message" | "told"
>;

const newerStage = (eb: Joined) =>
  eb.exists(
    eb
      .selectFrom("notice as newer")
      .select("newer.id")
      .whereRef("newer.kind", "=", "told.kind")
      .whereRef("newer.subjectId", "=", "told.subjectId")
      .whereRef("newer.cycle", "=", "told.cycle")
      .whereRef("newer.recipientId", "=", "told.recipientId")
      .whereRef("newer.decidedAt", ">", "told.decidedAt"),
  );

const lastLapseMail = (eb: Joined) =>
  eb
    .selectFrom("notice as other")
    .innerJoin("outboxMessage as sent", "sent.noticeId", "other.id")
    .select((inner) => inner.fn.max("sent.sentAt").as("sentAt"))
    .where("told.kind", "in", lapseKinds)
    .where("other.kind", "in", lapseKinds)
    .whereRef("other.subjectId", "=", "told.subjectId")
    .whereRef("other.recipientId", "=", "told.recipientId");

/** The zone that the recipient has chosen, else that of the organisation. */
const readingZone = (at: Date) => sql<string | null>`coalesce(person.mail_time_zone, (
  select organisation.time_zone from membership join organisation on organisation.id = membership.organisation_id
  where membership.person_id = message.recipient_id and membership.superseded_at is null
    and membership.during @> (${at}::timestamptz at time zone organisation.time_zone)::date
  limit 1))`;

/** The message with everything that decides its way at the instant. */
export async function selectClaimedMessage(db: Reader, id: string, at: Date): Promise<ClaimedMessage> {
  const row = await db
    .selectFrom("outboxMessage as message")
    .innerJoin("person", "person.id", "message.recipientId")
    .leftJoin("notice as told", "told.id", "message.noticeId")
    .select([
      "message.id",
      "message.recipientId as toId",
      "message.template",
      "message.facts",
      "message.messageId",
      "message.tries",
      "message.stateReason",
      readingZone(at).as("recipientTimeZone"),
    ])
    .select(["person.fullName", "person.email", "person.language", "person.deactivatedAt"])
    .select(["told.kind", "told.subjectId", "told.cycle", "told.stage", "told.recipientId", "told.organisationId"])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom("unwantedMail")
            .select("unwantedMail.kind")
            .whereRef("unwantedMail.personId", "=", "message.recipientId")
            .whereRef("unwantedMail.kind", "=", "told.kind"),
        )
        .as("unwanted"),
    )
    .select((eb) => newerStage(eb as unknown as Joined).as("newerStagePlanned"))
    .select((eb) => lastLapseMail(eb as unknown as Joined).as("lapseMailSentAt"))
    .where("message.id", "=", id)
    .executeTakeFirstOrThrow();
  const {
    fullName,
    email,
    language,
    deactivatedAt,
    kind,
    subjectId,
    cycle,
    stage,
    recipientId,
    organisationId,
    toId,
    ...message
  } = row;
  const known = kind !== null && subjectId !== null && cycle !== null && stage !== null && recipientId !== null;
  return {
    ...message,
    recipientId: toId,
    recipient: { fullName, email, language },
    recipientDeactivated: deactivatedAt !== null,
    unwanted: Boolean(row.unwanted),
    notice: known ? { kind, subjectId, cycle, stage, recipientId, organisationId, facts: row.facts } : null,
    newerStagePlanned: Boolean(row.newerStagePlanned),
  };
}

export interface Settlement {
  readonly state: OutboxState;
  readonly stateReason?: string | null;
  readonly tries?: number;
  readonly nextTryAt?: Date;
  readonly sentAt?: Date;
  readonly lastError?: string | null;
}

/** Writes what became of the message and gives the lease back; false when another has leased it since. */
export async function settleMessage(db: Reader, id: string, token: string, settlement: Settlement): Promise<boolean> {
  const done = settlement.state === "sent" || settlement.state === "suppressed";
  const result = await db
    .updateTable("outboxMessage")
    .set({
      ...settlement,
      leasedUntil: null,
      leaseToken: null,
      // A one-time link is worth a password: it goes as soon as it is of no more use here.
      ...(done ? { facts: sql<string>`case when notice_id is null then facts - 'token' else facts end` } : {}),
    })
    .where("id", "=", id)
    .where("leaseToken", "=", token)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
