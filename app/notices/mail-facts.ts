/**
 * What each mail is written from, by kind (domain rule 4). Planners fill these in the transaction that decides; the words are found
 * when the mail is sent, in the recipient's language. `Day` is a calendar day, `...At` an instant as ISO text, `...Id` makes the link.
 */
import type { Day } from "~/kernel/calendar";
import type { RevocationReason, SuspensionReason } from "~/platform/schema/certification-tables";
import type { NoticeKind } from "~/platform/schema/notice-tables";
import type { ContractingEntity } from "~/platform/schema/people-tables";
import type { ContactRole, DecisionOutcome } from "~/platform/schema/staff-tables";
import type { Audience } from "./audience";
import type {
  AboutExam,
  CutScoreRoundFacts,
  ExamResultFacts,
  NotPassedFacts,
  ReportToMarkFacts,
  ScoreChangedFacts,
  WaitsForMarkingFacts,
} from "./exam-facts";

type AboutCertificate = {
  readonly audience: Audience;
  readonly personId: string;
  readonly personName: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly certificateId: string;
  readonly certificateNumber: string;
};

export type LapseFacts = AboutCertificate & {
  /** The last valid day. */
  readonly validThrough: Day;
  /** In which its days are counted; absent in mails planned before it was told. */
  readonly timeZone?: string;
};

type AboutCount = {
  readonly audience: "partner_admin" | "staff";
  readonly organisationId: string;
  readonly organisationName: string;
  /** Certified administrators on the day of planning. */
  readonly count: number;
  readonly minimum: number;
  /** The level makes the status a duty (distributor). */
  readonly mandatory: boolean;
};

/** Why the count falls; `null` where no single person is the cause, e.g. a change of level. */
export type FallCause = {
  readonly causeKind:
    | "certificate_ends"
    | "certificate_suspended"
    | "certificate_revoked"
    | "membership_ends"
    | "not_administrator"
    | "level_changed"
    | null;
  readonly causePersonId: string | null;
  readonly causePersonName: string | null;
};

export type BelowAheadFacts = AboutCount &
  FallCause & {
    /** The first day below the minimum, and the count from then on. */
    readonly fallsOn: Day;
    readonly countThen: number;
    /** In which the organisation's days are counted; absent in mails planned before it was told. */
    readonly timeZone?: string;
  };

export type BelowNowFacts = AboutCount &
  FallCause & {
    /** The first day below the minimum. */
    readonly belowSince: Day;
  };

type RestoredFacts = AboutCount & { readonly restoredOn: Day };

export type TrainingFacts = {
  readonly audience: "participant" | "trainer" | "partner_admin";
  /** The participant; for the trainer's own mail, the trainer. */
  readonly personName: string;
  readonly trainingSessionId: string;
  readonly courseTitleEn: string;
  readonly courseTitleDe: string;
  /** The dated parts in their order. */
  readonly parts: readonly DatedPart[];
  readonly timeZone: string;
  readonly place: string | null;
  readonly link: string | null;
  /** What the recipient's own calendar is told with the mail; absent where it is told nothing. */
  readonly calendar?: CalendarFacts;
  /** Who gives the training now, in the mail to whom gave it before. */
  readonly successorName?: string;
};

type DatedPart = { readonly startsAt: string; readonly endsAt: string };

/** The booking as calendars know it (RFC 5546): the same `uid` for good, a greater `sequence` with every change. */
type CalendarFacts = {
  readonly method: "REQUEST" | "CANCEL";
  readonly uid: string;
  readonly sequence: number;
  /** When the portal decided it: the same on every try to send. */
  readonly stampedAt: string;
  /** Parts that the person was told of and that are no more. `ordinal` 1 is the first. */
  readonly dropped: readonly (DatedPart & { readonly ordinal: number })[];
};

type WaitingFacts = TrainingFacts & {
  /** Place on the waiting list, 1 is the next. */
  readonly queuePosition: number;
};
type SeatOfferFacts = TrainingFacts & { readonly offerExpiresAt: string };
type CancellationFacts = TrainingFacts & { readonly reason: string | null };

type IssuedFacts = AboutCertificate & { readonly validFrom: Day; readonly validThrough: Day };
type RevokedFacts = AboutCertificate & { readonly effectiveOn: Day; readonly reasonClass: RevocationReason };
type SuspendedFacts = AboutCertificate & { readonly effectiveOn: Day; readonly reasonClass: SuspensionReason };
type ReinstatedFacts = AboutCertificate & { readonly effectiveOn: Day; readonly validThrough: Day };

/** The mail server has refused the person's address for good. */
type RefusedAddressFacts = {
  readonly audience: "partner_admin" | "staff";
  readonly personId: string;
  readonly personName: string;
  /** Null for staff, who belong to no organisation. */
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly address: string;
  readonly answer: string;
};

type ApplicationFacts = {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly applicantName: string;
};

type ApplicationDecidedFacts = {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly outcome: "approved" | "declined";
  /** First day of the obligation, of an approved one. */
  readonly obligedFrom: Day | null;
  /** Certified administrators that are needed. */
  readonly needed: number;
  readonly reason: string | null;
};

/** Staff have decided about the organisation's second-level status. To its partner admins. */
export type StatusDecidedFacts = {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly outcome: DecisionOutcome;
  readonly effectiveOn: Day;
  readonly remediationThrough: Day | null;
  readonly reason: string;
};

/** Clause 2.4.3: other support contacts from a day on, a correction of what was announced, or that it does not happen. */
export type ContactChangeFacts = {
  /** `completed`: only what was not known has been filled in. */
  readonly event: "scheduled" | "completed" | "corrected" | "cancelled";
  readonly contractingEntity: ContractingEntity;
  readonly role: ContactRole;
  /** What is announced; null where it says nothing. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly effectiveOn: Day;
  /** What holds until then; null when nothing was known. */
  readonly present: { readonly phone: string | null; readonly email: string | null } | null;
};

/** What staff are told together, once a day. */
type DigestFacts = {
  readonly entries: readonly {
    readonly personName: string;
    readonly organisationName: string;
    readonly certificateNumber: string;
    readonly validThrough: Day;
  }[];
  /** Further ones that are not listed. */
  readonly more: number;
};

type NoticeFacts = {
  readonly certificate_lapsing: LapseFacts;
  readonly certificate_lapsed: LapseFacts;
  readonly below_three_ahead: BelowAheadFacts;
  readonly below_three_now: BelowNowFacts;
  readonly restored: RestoredFacts;
  readonly training_enrolled: TrainingFacts;
  readonly training_waiting: WaitingFacts;
  readonly training_seat_offered: SeatOfferFacts;
  readonly training_changed: TrainingFacts;
  readonly training_cancelled: CancellationFacts;
  readonly training_reminder: TrainingFacts;
  readonly training_withdrawn: TrainingFacts;
  readonly exam_available: AboutExam;
  readonly exam_passed: ExamResultFacts;
  readonly exam_not_passed: NotPassedFacts;
  readonly exam_score_changed: ScoreChangedFacts;
  readonly exam_waits_for_marking: WaitsForMarkingFacts;
  readonly report_to_mark: ReportToMarkFacts;
  readonly cut_score_round: CutScoreRoundFacts;
  readonly certificate_issued: IssuedFacts;
  readonly certificate_revoked: RevokedFacts;
  readonly certificate_suspended: SuspendedFacts;
  readonly certificate_reinstated: ReinstatedFacts;
  readonly status_decided: StatusDecidedFacts;
  readonly support_contact_change: ContactChangeFacts;
  readonly address_refused: RefusedAddressFacts;
  readonly second_level_applied: ApplicationFacts;
  readonly second_level_decided: ApplicationDecidedFacts;
  readonly staff_digest: DigestFacts;
};

/** A one-time link. The token is taken out as soon as the mail has left. */
export type LinkFacts = { readonly token: string; readonly expiresAt: string };
export type AccountMail = "invitation" | "password_reset";

/** What each template is written from. */
export type TemplateFacts = NoticeFacts & { readonly [K in AccountMail]: LinkFacts };
export type Template = keyof TemplateFacts;

/** What an outbox message holds, kind and facts together. */
export type MailContent = { [K in Template]: { readonly template: K; readonly facts: TemplateFacts[K] } }[Template];

interface LedgerKey {
  /** The certificate, training session, enrolment, attempt or organisation it is about. */
  readonly subjectId: string;
  /** What may be told again next time round: one certificate, one fall below three. */
  readonly cycle: string;
  readonly stage: string;
  readonly recipientId: string;
  readonly organisationId: string | null;
}

/**
 * Something to be told to one person once. `(kind, subjectId, cycle, stage, recipientId)` is the ledger's key: planning the same
 * again, in this process or another, does nothing. Facts of another kind do not compile.
 */
export type PlannedNotice = {
  [K in NoticeKind]: LedgerKey & { readonly kind: K; readonly facts: NoticeFacts[K] };
}[NoticeKind];
