import { dayIn } from "~/kernel/calendar";
import type { PlannedNotice } from "~/notices/mail-facts";
import { selectAdminsOf } from "~/organisations/organisation-queries.server";
import type { Trx } from "~/platform/database/handle";
import { together } from "~/platform/database/together";
import type { Language } from "~/platform/schema/people-tables";
import { mayStartAttempt } from "./attempt-policy";
import { type Attempt, selectNamesOf } from "./attempt-queries.server";
import { selectCandidacy } from "./candidacy-queries.server";
import { opensFrom } from "./exam-window";
import type { AttemptResult } from "./grade-attempt";
import type { Programme } from "./programme-queries.server";
import { sectionNames } from "./section-names";

type ExamAttempt = Pick<Attempt, "id" | "personId" | "organisationId">;

/** Whom an attempt concerns, and what every mail about it says: the candidate and the partner admins, the candidate once. */
export async function concernedBy(trx: Trx, attempt: ExamAttempt, { nameEn, nameDe }: Programme, now: Date) {
  const { id: attemptId, personId, organisationId } = attempt;
  const [{ personName, organisationName, timeZone }, admins] = await together(
    selectNamesOf(trx, { personId, organisationId }),
    selectAdminsOf(trx, organisationId, now),
  );
  return {
    timeZone,
    about: {
      personId,
      personName,
      organisationId,
      organisationName,
      programmeTitleEn: nameEn,
      programmeTitleDe: nameDe,
      attemptId,
    },
    recipients: [
      { recipientId: personId, audience: "holder" as const },
      ...admins
        .filter((admin) => admin.personId !== personId)
        .map((admin) => ({ recipientId: admin.personId, audience: "partner_admin" as const })),
    ],
  };
}

/** The candidate and the partner admins are told, the same facts for all. `cycle`: what brought the result about, where that was not the hand-in. */
export async function resultNotices(
  trx: Trx,
  attempt: ExamAttempt,
  programme: Programme,
  { scorePercent, cutScorePercent, passed, sections }: AttemptResult,
  now: Date,
  cycle = attempt.id,
): Promise<PlannedNotice[]> {
  const [{ recipients, timeZone, ...told }, next] = await together(
    concernedBy(trx, attempt, programme, now),
    passed ? Promise.resolve(null) : nextAttemptAt(trx, attempt.personId, programme.code, now),
  );
  const about = { ...told.about, scorePercent, cutScorePercent };
  const key = { subjectId: attempt.id, cycle, stage: "result", organisationId: attempt.organisationId };
  if (passed) {
    return recipients.map(({ recipientId, audience }) => ({
      ...key,
      kind: "exam_passed",
      recipientId,
      facts: { ...about, audience },
    }));
  }
  const nextAttemptOn = next && dayIn(timeZone, next.at);
  const nextAttempt = next && { at: next.at.toISOString(), timeZone };
  const missed = sections.filter(({ met }) => !met);
  const called = (language: Language) => missed.map(({ section }) => sectionNames[language][section]).join(", ");
  const why = missed.length > 0 ? { missedSections: { en: called("en"), de: called("de") } } : {};
  const atOnce = next?.windowIsSet && next.at <= now ? { nextAttemptAtOnce: true as const } : {};
  const unset = next && !next.windowIsSet ? { nextAttemptUnset: true as const } : {};
  return recipients.map(({ recipientId, audience }) => ({
    ...key,
    kind: "exam_not_passed",
    recipientId,
    facts: { ...about, audience, nextAttemptOn, nextAttempt, ...atOnce, ...unset, ...why },
  }));
}

/**
 * From when on the cool-down and the examination windows let the person try again; null when staff have to release it. Where no coming window is
 * set yet, the end of the cool-down, which the mail then calls the earliest.
 */
async function nextAttemptAt(
  trx: Trx,
  personId: string,
  programmeCode: string,
  now: Date,
): Promise<{ at: Date; windowIsSet: boolean } | null> {
  const { finishedAttempts, windows } = await selectCandidacy(trx, { personId, programmeCode, at: now });
  const verdict = mayStartAttempt({
    now,
    zone: "UTC",
    isMember: true,
    requiresTraining: false,
    trainingCompleted: true,
    certificate: null,
    finishedAttempts,
    activeAttempt: null,
    exceptions: [],
  });
  const rested = verdict.verdict === "cool_down" ? verdict.mayStartAt : verdict.verdict === "may_start" ? now : null;
  if (!rested) return null;
  const opens = opensFrom(windows, rested);
  return { at: opens ?? rested, windowIsSet: opens !== null };
}
