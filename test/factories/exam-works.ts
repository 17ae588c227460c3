import { freezeMissingDocuments } from "~/certification/freeze-document.server";
import { handInExam } from "~/eligibility/hand-in-exam.server";
import { saveAnswer } from "~/examination/save-answer.server";
import type { Database, Db } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { anAttempt, answerRightly, examMorning, rightAnswers, trainedPartner } from "./examination";

/** Somebody who may sit the exam. */
export const worldOfACandidate = ({ db }: Database) => trainedPartner(db, { engineers: 1 });

/** An attempt with every item but the last answered rightly, and the answer to that. */
export async function worldOfAnAttempt(database: Database) {
  const partner = await worldOfACandidate(database);
  const personId = partner.engineerIds[0] ?? "";
  const { attemptId } = await anAttempt(database.db, personId);
  const answers = await rightAnswers(database.db, attemptId);
  await answerRightly(database.db, { attemptId, personId, count: answers.length - 1 }, examMorning);
  return { ...partner, personId, attemptId, ordinal: answers.length, lastAnswer: answers.at(-1) };
}

export type AttemptWorld = Awaited<ReturnType<typeof worldOfAnAttempt>>;

/** Saves the one answer that is missing. */
export const saveLastAnswer = (db: Db, { attemptId, personId, ordinal, lastAnswer }: AttemptWorld) =>
  saveAnswer(
    db,
    {
      attemptId,
      personId,
      ordinal,
      clientId: "browser",
      sequence: ordinal,
      given: lastAnswer,
      agoMs: 0,
      flagged: false,
    },
    examMorning,
  );

/** Hands in, with what belongs to it: grade, notices, certificate, count. */
export const handInNow = (
  db: Db,
  { attemptId, personId }: Pick<AttemptWorld, "attemptId" | "personId">,
  seed = `hand in ${attemptId}`,
) => handInExam(db, { attemptId, by: "candidate", personId }, examMorning, seededRandom(seed));

export const freezeDocuments = (db: Db) => freezeMissingDocuments(db, "https://portal.example", examMorning);

/** What stands of an attempt and of all that follows from it. */
export async function standingOf({ pool }: Database, attemptId: string) {
  const { rows } = await pool.query(
    `select
      (select count(response)::int from attempt_item where attempt_id = $1::uuid) as answers,
      (select count(points)::int from attempt_item where attempt_id = $1) as graded,
      (select finished_at is not null from attempt where id = $1) as finished,
      (select passed from attempt where id = $1) as passed,
      (select count(*)::int from certificate where attempt_id = $1) as certificates,
      (select count(*)::int from certificate_document join certificate on id = certificate_id where attempt_id = $1) as documents,
      (select count(*)::int from audit_event where action = 'attempt.finished' and subject_id = $1) as "finishEvents",
      (select count(*)::int from audit_event where action = 'certificate.issued') as "issueEvents",
      (select count(*)::int from notice where kind in ('exam_passed', 'certificate_issued')) as notices,
      (select count(distinct (kind, subject_id, cycle, stage, recipient_id))::int from notice
        where kind in ('exam_passed', 'certificate_issued')) as "differentNotices"`,
    [attemptId],
  );
  return rows[0] as Readonly<Record<string, number | boolean | null>>;
}
