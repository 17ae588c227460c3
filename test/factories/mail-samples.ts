import type { Template, TemplateFacts } from "~/notices/mail-facts";
import { lapseFacts, subjectId } from "./mails";

const certificate = { ...lapseFacts(), audience: "holder" as const };
const count = {
  audience: "partner_admin" as const,
  organisationId: subjectId(901),
  organisationName: "Nordlicht Systems",
  count: 2,
  minimum: 3,
  mandatory: true,
};
const cause = { causeKind: "certificate_ends" as const, causePersonId: subjectId(900), causePersonName: "Ada Example" };
const training = {
  audience: "participant" as const,
  personName: "Ada Example",
  trainingSessionId: subjectId(903),
  courseTitleEn: "Second-level support",
  courseTitleDe: "Second-Level-Support",
  parts: [
    { startsAt: "2027-03-08T08:00:00.000Z", endsAt: "2027-03-08T11:00:00.000Z" },
    { startsAt: "2027-03-29T07:00:00.000Z", endsAt: "2027-03-29T10:00:00.000Z" },
  ],
  timeZone: "Europe/Berlin",
  place: "Karlsruhe, room 3",
  link: null,
};
const exam = {
  audience: "holder" as const,
  personId: subjectId(900),
  personName: "Ada Example",
  organisationId: subjectId(901),
  organisationName: "Nordlicht Systems",
  programmeTitleEn: "Second-level support administrator",
  programmeTitleDe: "Administrator für Second-Level-Support",
};
const result = { ...exam, attemptId: subjectId(904), scorePercent: 72.5, cutScorePercent: 70 };
const link = { token: "kX3-one-time_token", expiresAt: "2027-01-24T10:00:00.000Z" };

/** Facts for every template, as planners would fill them. */
export const mailSamples: { readonly [K in Template]: TemplateFacts[K] } = {
  certificate_lapsing: certificate,
  certificate_lapsed: certificate,
  below_three_ahead: { ...count, ...cause, count: 3, countThen: 2, fallsOn: "2027-03-10" },
  below_three_now: { ...count, ...cause, belowSince: "2027-03-10" },
  restored: { ...count, count: 3, restoredOn: "2027-03-20" },
  training_enrolled: {
    ...training,
    calendar: {
      method: "REQUEST",
      uid: subjectId(905),
      sequence: 0,
      stampedAt: "2027-01-10T09:30:00.000Z",
      dropped: [],
    },
  },
  training_waiting: { ...training, queuePosition: 2 },
  training_seat_offered: { ...training, offerExpiresAt: "2027-03-01T08:00:00.000Z" },
  training_changed: training,
  training_cancelled: { ...training, reason: "The trainer is ill." },
  training_reminder: training,
  training_withdrawn: training,
  exam_available: exam,
  exam_passed: result,
  exam_not_passed: {
    ...result,
    scorePercent: 50,
    nextAttemptOn: "2027-03-11",
    nextAttempt: { at: "2027-03-11T14:30:00.000Z", timeZone: "Europe/Berlin" },
  },
  exam_score_changed: { ...result, scoreBefore: 71.5, passed: true, takenBack: false },
  exam_waits_for_marking: { ...exam, attemptId: subjectId(904), markedBy: "2027-03-15" },
  report_to_mark: { audience: "staff", attemptId: subjectId(904), ordinal: 7, markedBy: "2027-03-15" },
  cut_score_round: { audience: "staff", studyId: subjectId(905), title: "Spring 2027", round: 2 },
  certificate_issued: { ...certificate, validFrom: "2026-03-10", validThrough: "2027-03-09" },
  certificate_revoked: { ...certificate, effectiveOn: "2026-12-01", reasonClass: "exam_misconduct" },
  certificate_suspended: { ...certificate, effectiveOn: "2026-12-01", reasonClass: "under_investigation" },
  certificate_reinstated: { ...certificate, effectiveOn: "2026-12-10", validThrough: "2027-03-09" },
  status_decided: {
    organisationId: subjectId(901),
    organisationName: "Nordlicht Systems",
    outcome: "remediation",
    effectiveOn: "2027-03-10",
    remediationThrough: "2027-04-30",
    reason: "Ref. 2027-14",
  },
  support_contact_change: {
    event: "scheduled",
    contractingEntity: "ionos_inc",
    role: "management",
    phone: "+1 555 0100",
    email: "head@support.example",
    effectiveOn: "2027-03-17",
    present: { phone: "+1 555 0199", email: null },
  },
  address_refused: {
    audience: "partner_admin",
    personId: subjectId(900),
    personName: "Ada Example",
    organisationId: subjectId(901),
    organisationName: "Nordlicht Systems",
    address: "ada@example.org",
    answer: "550 5.1.1 no such user",
  },
  second_level_applied: {
    organisationId: subjectId(901),
    organisationName: "Nordlicht Systems",
    applicantName: "Ada Example",
  },
  second_level_decided: {
    organisationId: subjectId(901),
    organisationName: "Nordlicht Systems",
    outcome: "approved",
    obligedFrom: "2027-03-15",
    needed: 3,
    reason: "The plan is sound.",
  },
  staff_digest: {
    entries: [
      {
        personName: "Ada Example",
        organisationName: "Nordlicht Systems",
        certificateNumber: "SLA-4K7Q-2M9X-P3TD-81",
        validThrough: "2027-03-09",
      },
    ],
    more: 0,
  },
  invitation: link,
  password_reset: link,
};
