import { sql } from "kysely";
import type { Trx } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import type { MailFacts } from "~/platform/schema/notice-tables";
import type { PlannedNotice } from "./mail-facts";
import { messageIdEnd } from "./message-id";

/** What makes a notice one and the same. */
const keyOf = ({ kind, subjectId, cycle, stage, recipientId }: PlannedNotice): string =>
  [kind, subjectId, cycle, stage, recipientId].join("\n");

/**
 * Enters notices into the ledger, each once, and the mails of those that were not there before into the outbox; how many these were. One
 * statement, the same text however many, which takes them as they come: in the order of their keys, so that two who plan the same wait for each other and not in a circle.
 */
export async function insertNotices(trx: Trx, notices: readonly PlannedNotice[], decidedAt: Date): Promise<number> {
  if (notices.length === 0) return 0;
  const keyed = notices.map((notice) => ({ key: keyOf(notice), notice }));
  const inOrder = keyed
    .sort((a, b) => Number(a.key > b.key) - Number(a.key < b.key))
    .map(({ notice }) => asColumns(notice));
  const [entered] = await enteredNotices(trx, { notices: JSON.stringify(inOrder), decidedAt });
  return entered?.fresh ?? 0;
}

/** The Message-ID is that of `messageIdFor` and `keyOf`: made here, the rows that were entered need not be looked up among those planned. */
const enteredNotices = keptQuery(
  (_db, { notices, decidedAt }: { notices: string; decidedAt: Date }) => sql<{ fresh: number }>`
    with entered as (
      insert into notice (kind, subject_id, cycle, stage, recipient_id, organisation_id, facts, decided_at)
      select kind, subject_id, cycle, stage, recipient_id, organisation_id, facts, ${decidedAt}::timestamptz
      from json_to_recordset(${notices}::json) as planned (kind text, subject_id uuid, cycle text, stage text,
        recipient_id uuid, organisation_id uuid, facts jsonb)
      on conflict on constraint notice_once do nothing
      returning id, kind, subject_id, cycle, stage, recipient_id, facts
    ), posted as (
      insert into outbox_message (notice_id, template, recipient_id, facts, message_id, state, next_try_at, created_at)
      select id, kind, recipient_id, facts,
        '<' || left(encode(sha256(convert_to(concat_ws(chr(10), kind, subject_id, cycle, stage, recipient_id), 'UTF8')), 'hex'), 40) || ${sql.lit(messageIdEnd)},
        'pending', ${decidedAt}::timestamptz, ${decidedAt}::timestamptz
      from entered
      returning 1
    )
    select count(*)::int as fresh from posted
  `,
);

const asColumns = ({ kind, subjectId, cycle, stage, recipientId, organisationId, facts }: PlannedNotice) => ({
  kind,
  cycle,
  stage,
  facts,
  subject_id: subjectId,
  recipient_id: recipientId,
  organisation_id: organisationId,
});

interface AccountMessage {
  readonly template: string;
  readonly recipientId: string;
  readonly facts: MailFacts;
  readonly messageId: string;
  readonly createdAt: Date;
}

/** A mail that no notice stands behind. */
export async function insertAccountMessage(trx: Trx, message: AccountMessage): Promise<void> {
  const waiting = {
    noticeId: null,
    state: "pending" as const,
    stateReason: null,
    leasedUntil: null,
    leaseToken: null,
    sentAt: null,
    lastError: null,
  };
  await trx
    .insertInto("outboxMessage")
    .values({ ...message, ...waiting, facts: JSON.stringify(message.facts), nextTryAt: message.createdAt })
    .execute();
}
