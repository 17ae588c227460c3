/** What a rule may refuse, named once; the wording in both languages stands in components/rejection-message.ts. */
export type RejectionCode =
  | "not_found"
  | "forbidden"
  | "email_taken"
  | "organisation_name_taken"
  | "view_name_taken"
  | "too_many_views"
  | "contact_change_too_soon"
  | "contact_change_in_force"
  | "contact_unchanged"
  | "membership_overlaps"
  | "membership_ended"
  | "absence_overlaps"
  | "absence_over"
  | "second_level_not_open"
  | "second_level_mandatory"
  | "trainer_booked"
  | "training_session_cancelled"
  | "training_session_started"
  | "enrolment_closed"
  | "already_enrolled"
  | "charge_not_accepted"
  | "offer_expired"
  | "capacity_below_enrolled"
  | "attendance_too_early"
  | "attempt_active"
  | "attempt_not_allowed"
  | "exception_used"
  | "attempt_finished"
  | "attempt_elsewhere"
  | "item_bank_too_small"
  | "exam_window_unconfirmed"
  | "programme_changed_meanwhile"
  | "programme_not_feasible"
  | "programme_unchanged"
  | "regrade_in_force"
  | "regrade_applied"
  | "regrade_discarded"
  | "answer_cannot_be_named"
  | "answer_is_the_key"
  | "report_marked_by_you"
  | "report_marked_meanwhile"
  | "cut_score_study_open"
  | "cut_score_round_closed"
  | "cut_score_ratings_missing"
  | "cut_score_sole_judge"
  | "cut_score_judge_is_candidate"
  | "cut_score_judge_became_member"
  | "item_code_taken"
  | "item_place_fixed"
  | "item_remarks_open"
  | "item_review_by_author"
  | "item_translation_outdated"
  | "certificate_revoked"
  | "certificate_not_suspended"
  | "certificate_suspended"
  | "certificate_over"
  | "link_used_or_expired"
  | "sign_in_failed"
  | "too_many_sign_ins"
  | "changed_meanwhile";

type Kind = "forbidden" | "not_found" | "conflict";
export type RejectionFacts = Readonly<Record<string, string | number | null>>;

/** The one error of the domain: a rule said no. `kind` decides the HTTP status, `code` the words, `facts` fill them. */
export class Rejection extends Error {
  override readonly name = "Rejection";
  constructor(
    readonly kind: Kind,
    readonly code: RejectionCode,
    readonly facts: RejectionFacts = {},
  ) {
    super(`${kind}: ${code}`);
  }
}

export const notFound = (): Rejection => new Rejection("not_found", "not_found");
export const forbidden = (): Rejection => new Rejection("forbidden", "forbidden");
export const conflict = (code: RejectionCode, facts?: RejectionFacts): Rejection =>
  new Rejection("conflict", code, facts);
