import { handInExam } from "~/eligibility/hand-in-exam.server";
import { markReport } from "~/eligibility/mark-report.server";
import { selectForm } from "~/examination/answer-queries.server";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { resultOf } from "~/examination/grade-attempt";
import { standardErrorAtCut } from "~/examination/marking/marking-need";
import { selectMarkings, selectOptionalMarkingCase } from "~/examination/marking/marking-queries.server";
import { readRubric } from "~/examination/marking/record-marking.server";
import { marksByList, type Share } from "~/examination/marking/report-rubric";
import { saveAnswer } from "~/examination/save-answer.server";
import type { Db } from "~/platform/database/handle";
import { integerBelow, seededRandom } from "~/platform/random";
import { anAttempt, examMorning, rightAnswers } from "./examination";

const random = seededRandom("marking");
const { blueprint, cutScorePercent } = secondLevelAdministrator;

export interface WaitingAttempt {
  readonly attemptId: string;
  readonly personId: string;
  /** Of the report. */
  readonly ordinal: number;
}

/**
 * An attempt of one of the people whose ticket decides: with all its points it passes, with none it does not. Answered, not handed in. Who comes
 * before in the list is left with an attempt under way whose form has no ticket.
 */
export async function anAttemptThatTheReportDecides(
  db: Db,
  personIds: readonly string[],
  now = examMorning,
): Promise<WaitingAttempt> {
  for (const personId of personIds) {
    const { attemptId } = await anAttempt(db, personId, now);
    const form = await selectForm(db, attemptId);
    const ordinal = form.find(({ kind }) => kind === "incident_report")?.ordinal;
    if (ordinal === undefined) continue;
    const scoreOf = (right: ReadonlySet<number>) =>
      resultOf(
        blueprint,
        cutScorePercent,
        form.map((place) => ({
          ...place,
          maxPoints: place.points,
          points: right.has(place.ordinal) ? place.points : 0,
        })),
      );
    const chance = seededRandom(attemptId);
    for (let tries = 0; tries < 20_000; tries += 1) {
      const right = new Set(form.map((place) => place.ordinal));
      for (let missed = 3 + integerBelow(chance, 6); missed > 0; missed -= 1)
        right.delete(1 + integerBelow(chance, form.length));
      right.add(ordinal);
      const full = scoreOf(right);
      const empty = scoreOf(new Set([...right].filter((one) => one !== ordinal)));
      const close = full.scorePercent - cutScorePercent <= standardErrorAtCut(blueprint, cutScorePercent);
      if (!full.passed || empty.passed || !close) continue;
      const answers = await rightAnswers(db, attemptId);
      for (const one of right) {
        const answer = {
          attemptId,
          personId,
          ordinal: one,
          clientId: "browser",
          sequence: 1,
          agoMs: 0,
          given: answers[one - 1],
        };
        await saveAnswer(db, { ...answer, flagged: false }, now);
      }
      return { attemptId, personId, ordinal };
    }
  }
  throw new Error("no form in which the ticket decides");
}

/** The same, handed in: its result waits for marking. */
export async function aWaitingAttempt(
  db: Db,
  personIds: readonly string[],
  now = examMorning,
): Promise<WaitingAttempt> {
  const attempt = await anAttemptThatTheReportDecides(db, personIds, now);
  const { attemptId, personId } = attempt;
  await handInExam(db, { attemptId, by: "candidate", personId }, now, random);
  return attempt;
}

interface GivenReport {
  readonly attemptId: string;
  readonly ordinal: number;
  readonly actorId: string;
  readonly share?: Share;
  readonly halves?: number;
}

/** One marking of a report: as the portal's own count has it, or the same share for every line, or so many half lines and no more. */
export async function mark(db: Db, { attemptId, ordinal, actorId, share, halves }: GivenReport, now: Date) {
  const { rubric } = await readRubric(db, attemptId, ordinal);
  const byList = marksByList(rubric);
  const lines = rubric.filter(({ kind }) => kind === "line");
  const byHalves = (criterion: (typeof rubric)[number]): Share => {
    const left = (halves ?? 0) - 2 * lines.indexOf(criterion);
    if (criterion.kind === "piece" || left <= 0) return 0;
    return left === 1 ? 0.5 : 1;
  };
  const marks = rubric.map((criterion) => ({
    criterion: criterion.id,
    share: halves === undefined ? (share ?? byList[criterion.id] ?? 0) : byHalves(criterion),
    remark: null,
  }));
  return markReport(db, { actorId, attemptId, ordinal, marks, remark: null }, now, random);
}

/** Marks what an attempt waits for as the portal has counted it; nothing where nothing waits. */
export async function markByList(db: Db, attemptId: string, markers: readonly string[], now: Date): Promise<void> {
  const waiting = await selectOptionalMarkingCase(db, attemptId);
  for (const ordinal of waiting?.ordinals ?? []) {
    const given = (await selectMarkings(db, attemptId)).filter((one) => one.ordinal === ordinal);
    for (const actorId of markers.slice(given.length)) await mark(db, { attemptId, ordinal, actorId }, now);
  }
}
