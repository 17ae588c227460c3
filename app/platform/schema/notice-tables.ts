import type { Generated } from "kysely";
import type { Id, Json, NullableJson } from "./columns";

export type NoticeKind =
  | "certificate_lapsing"
  | "certificate_lapsed"
  | "below_three_ahead"
  | "below_three_now"
  | "restored"
  | "training_enrolled"
  | "training_waiting"
  | "training_seat_offered"
  | "training_changed"
  | "training_cancelled"
  | "training_reminder"
  | "training_withdrawn"
  | "exam_available"
  | "exam_passed"
  | "exam_not_passed"
  | "exam_score_changed"
  | "exam_waits_for_marking"
  | "report_to_mark"
  | "cut_score_round"
  | "certificate_issued"
  | "certificate_revoked"
  | "certificate_suspended"
  | "certificate_reinstated"
  | "status_decided"
  | "support_contact_change"
  | "address_refused"
  | "second_level_applied"
  | "second_level_decided"
  | "staff_digest";

/** Plain values that a mail is written from; rendering happens when it is sent. `notices/mail-facts.ts` has the shape of each kind. */
export type MailFacts = Readonly<Record<string, unknown>>;
export type OutboxState = "pending" | "sent" | "superseded" | "suppressed" | "parked";

export interface AuditEventTable {
  sequence: number;
  at: Date;
  actorId: string | null;
  action: string;
  subjectType: string;
  subjectId: string;
  organisationId: string | null;
  before: NullableJson<Record<string, unknown>>;
  after: NullableJson<Record<string, unknown>>;
  reason: string | null;
  previousHash: string;
  hash: string;
}

export interface AuditChainEndTable {
  only: Generated<boolean>;
  sequence: number;
  hash: string;
}

export interface NoticeTable {
  id: Id;
  kind: NoticeKind;
  subjectId: string;
  cycle: string;
  stage: string;
  recipientId: string;
  organisationId: string | null;
  facts: Json<MailFacts>;
  decidedAt: Date;
}

export interface OutboxMessageTable {
  id: Id;
  noticeId: string | null;
  template: string;
  recipientId: string;
  facts: Json<MailFacts>;
  messageId: string;
  state: OutboxState;
  stateReason: string | null;
  tries: Generated<number>;
  nextTryAt: Date;
  leasedUntil: Date | null;
  leaseToken: string | null;
  sentAt: Date | null;
  lastError: string | null;
  createdAt: Date;
}

export interface MailboxMessageTable {
  messageId: string;
  toAddress: string;
  subject: string;
  textBody: string;
  htmlBody: string;
  attachments: Json<{ filename: string; contentType: string; content: string }[]>;
  receivedAt: Date;
}

export interface RefusedAddressTable {
  personId: string;
  address: string;
  since: Date;
  answer: string;
}

/** What a reader of the daily list has been told on it. */
export interface DigestEntryTable {
  recipientId: string;
  certificateId: string;
  stage: string;
  toldAt: Date;
}

export interface UnwantedMailTable {
  personId: string;
  kind: "training_reminder" | "exam_available" | "exam_passed" | "certificate_issued" | "restored" | "staff_digest";
}

export interface JobRunTable {
  id: Id;
  job: string;
  startedAt: Date;
  finishedAt: Date | null;
  outcome: "done" | "failed" | null;
  counts: Json<Record<string, number>>;
  error: string | null;
  trigger: "schedule" | "command" | "staff";
}

export interface JobLeaseTable {
  job: string;
  leasedUntil: Date | null;
  leaseToken: string | null;
  lastDoneAt: Date | null;
}
