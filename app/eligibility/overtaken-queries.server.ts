import { type RawBuilder, sql } from "kysely";
import type { DueNotice } from "~/notices/deliver-outbox.server";
import type { Reader } from "~/platform/database/handle";
import type { NoticeKind } from "~/platform/schema/notice-tables";

/**
 * The certificate has not been revoked, and on the day of which the notice speaks, or today where that has passed, it does or does not count. What
 * was over before it could be told, such as a suspension with an end, is not told any more.
 */
const certificate = (counts: RawBuilder<boolean>) => sql<boolean>`exists (
  select from certificate join organisation on organisation.id = certificate.organisation_id
  cross join lateral (select greatest((told.facts ->> 'effectiveOn')::date, (told.at at time zone organisation.time_zone)::date) as day) as spoken_of
  where certificate.id = told.subject_id and ${counts}
    and not exists (select from certificate_revocation where certificate_id = certificate.id))`;

const suspendedThen = sql<boolean>`exists (
  select from certificate_suspension where certificate_id = certificate.id and superseded_at is null and during @> spoken_of.day)`;

const enrolment = (holds: RawBuilder<boolean>) => sql<boolean>`exists (
  select from enrolment join training_session on training_session.id = enrolment.training_session_id
  where enrolment.id = told.subject_id and training_session.state = 'scheduled' and ${holds})`;

const attempt = (passed: boolean) =>
  sql<boolean>`exists (select from attempt where attempt.id = told.subject_id and attempt.passed = ${sql.lit(passed)})`;

/** What must be true of the subject for what the notice says to be true; `told` is the notice, `told.at` the present instant. */
const truths = {
  certificate_issued: certificate(sql<boolean>`true`),
  certificate_suspended: certificate(suspendedThen),
  certificate_reinstated: certificate(sql<boolean>`not ${suspendedThen}`),
  // A trainer is told so of the session itself.
  training_enrolled: sql<boolean>`(${enrolment(sql<boolean>`enrolment.state = 'enrolled'`)} or exists (
    select from training_session where id = told.subject_id and state = 'scheduled' and trainer_id = told.recipient_id))`,
  training_waiting: enrolment(sql<boolean>`enrolment.state = 'waiting'`),
  training_seat_offered: enrolment(sql<boolean>`enrolment.state = 'offered' and enrolment.offer_expires_at > told.at`),
  // In the words to the participant the seat is kept; who gave the training before is told only that somebody else does now.
  training_changed: sql<boolean>`exists (
    select from training_session where id = told.subject_id and state = 'scheduled' and (
      told.facts ? 'successorName' or trainer_id = told.recipient_id or exists (
        select from enrolment where training_session_id = training_session.id and person_id = told.recipient_id
          and enrolment.state in ('enrolled', 'waiting', 'offered'))))`,
  exam_available: sql<boolean>`not exists (
      select from attempt where person_id = told.recipient_id and passed
        and started_at >= (select max(recorded_at) from attendance where enrolment_id = told.subject_id)
    ) and not exists (
      select from attendance where enrolment_id = told.subject_id and mark <> 'present')`,
  exam_passed: attempt(true),
  exam_not_passed: attempt(false),
  // Changed once more, the score is told anew.
  exam_score_changed: sql<boolean>`exists (
    select from attempt where attempt.id = told.subject_id and attempt.passed = (told.facts ->> 'passed')::boolean
      and attempt.score_percent = (told.facts ->> 'scorePercent')::numeric)`,
  cut_score_round: sql<boolean>`exists (
    select from cut_score_round where study_id = told.subject_id and round = (told.facts ->> 'round')::integer and closed_at is null
      and exists (select from cut_score_study where id = study_id and closed_at is null))`,
  status_decided: sql<boolean>`exists (select from organisation_decision where id = told.subject_id and superseded_at is null)`,
} satisfies Partial<Record<NoticeKind, RawBuilder<boolean>>>;

const isChecked = (kind: NoticeKind): kind is keyof typeof truths => kind in truths;

/**
 * Of each notice whether its subject still is as it says at `now`: a certificate revoked since, a seat given back, an offer that has run out, a
 * result that was changed, a decision that another has replaced make it untrue. Kinds that say nothing which could change: true. In the
 * order of the notices; one statement for each kind among them.
 */
export async function selectStillTrue(db: Reader, notices: readonly DueNotice[], now: Date): Promise<boolean[]> {
  const answers = notices.map(() => true);
  for (const kind of new Set(notices.map((notice) => notice.kind).filter(isChecked))) {
    const places = notices.flatMap((notice, place) => (notice.kind === kind ? [{ notice, place }] : []));
    const asked = places.map(({ notice: { subjectId, recipientId, facts }, place }) => ({
      place,
      subject_id: subjectId,
      recipient_id: recipientId,
      facts,
    }));
    const { rows } = await sql<{ place: number; holds: boolean }>`
      select place, ${truths[kind]} as holds
      from (
        select asked.*, ${now}::timestamptz as at
        from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked (place int, subject_id uuid, recipient_id uuid, facts jsonb)
      ) as told
    `.execute(db);
    for (const { place, holds } of rows) answers[place] = holds;
  }
  return answers;
}
