import { recordEvents } from "~/audit/record-events.server";
import { policy } from "~/kernel/policy";
import { conflict, forbidden, notFound } from "~/kernel/rejection";
import { planNotices } from "~/notices/plan-notices.server";
import type { Reader, Trx } from "~/platform/database/handle";
import { selectAnswers } from "../answer-queries.server";
import type { Attempt } from "../attempt-queries.server";
import { gradeAnswers, readToGrade } from "../finish-attempt.server";
import { readContents, readForm, readProgrammeVersion } from "../form-queries.server";
import { keyOf } from "../present-item";
import { askThirdMarking } from "./ask-third-marking.server";
import {
  type GivenMark,
  insertMarking,
  type Marking,
  selectMarkings,
  selectOptionalMarkingCase,
  selectThirdMarkings,
} from "./marking-queries.server";
import { type Marks, markedPoints, rubricOf } from "./report-rubric";
import { type MarkedReport, settledPoints, thirdMarkings } from "./third-marking";

export interface MarkReport {
  readonly actorId: string;
  readonly attemptId: string;
  /** Of the report in its form. */
  readonly ordinal: number;
  /** One for every criterion of `readRubric`, no others. */
  readonly marks: readonly GivenMark[];
  readonly remark: string | null;
}

/** What an attempt's reports earn once all is marked that waits, by their place in the form; null until then. */
export type MarkedPoints = ReadonlyMap<number, number> | null;

/** What there is to mark in a report as it was answered. Throws `not_found` where the answer is no report. */
export async function readRubric(trx: Reader, attemptId: string, ordinal: number) {
  const place = (await readForm(trx, attemptId))[ordinal - 1];
  if (!place) throw notFound();
  const [content] = await readContents(trx, [place]);
  const response = (await selectAnswers(trx, attemptId))[ordinal - 1]?.response ?? null;
  const key = content && keyOf(content, place.seed);
  if (key?.kind !== "incident_report" || response?.kind !== "incident_report") throw notFound();
  return { place, content, rubric: rubricOf(key, response) };
}

/**
 * Keeps what one person gives a report that waits, once, and asks for a third marking where the first two do not settle it. The last marking of the last
 * report answers the points of every report. The caller has locked the attempt. Throws `report_marked_by_you`, `report_marked_meanwhile`, `forbidden` for one's own,
 * `not_found`.
 */
export async function recordMarking(
  trx: Trx,
  attempt: Attempt,
  { actorId, attemptId, ordinal, marks, remark }: MarkReport,
  now: Date,
): Promise<{ marked: MarkedPoints; thirdAsked: boolean }> {
  const waiting = await selectOptionalMarkingCase(trx, attemptId);
  if (!waiting?.ordinals.includes(ordinal)) throw notFound();
  if (attempt.personId === actorId) throw forbidden();
  const before = await selectMarkings(trx, attemptId);
  const asked = new Set((await selectThirdMarkings(trx, attemptId)).map((third) => third.ordinal));
  const own = before.filter((marking) => marking.ordinal === ordinal);
  if (own.some(({ markerId }) => markerId === actorId)) throw conflict("report_marked_by_you");
  if (attempt.gradedAt || own.length >= neededOf(asked, ordinal)) throw conflict("report_marked_meanwhile");
  const { rubric, place } = await readRubric(trx, attemptId, ordinal);
  const shares: Marks = Object.fromEntries(marks.map(({ criterion, share }) => [criterion, share]));
  if (marks.length !== rubric.length || rubric.some(({ id }) => !Object.hasOwn(shares, id)))
    throw conflict("changed_meanwhile");
  const points = markedPoints(rubric, shares, place.points);
  const marking = { attemptId, ordinal, place: own.length + 1, markerId: actorId, points, remark, recordedAt: now };
  await insertMarking(trx, { ...marking, marks });
  const given = [...before, marking];
  const { reports, passedWith } = await readMarkedReports(trx, attempt, waiting.ordinals, given);
  const thirds = new Map([...thirdMarkings(reports, passedWith)].filter(([one]) => !asked.has(one)));
  const asking = await askThirdMarking(trx, { attempt, waiting, thirds, given }, now);
  await planNotices(trx, asking.notices, now);
  const subject = { subjectType: "attempt", subjectId: attemptId, organisationId: attempt.organisationId };
  // What was given stands in the event of the result: until then nobody else who marks is to read it, whatever else they may read.
  const event = { actorId, action: "report.marked", ...subject, after: { ordinal, marking: marking.place } };
  await recordEvents(trx, [event, ...asking.events], now);
  for (const one of thirds.keys()) asked.add(one);
  const whole = reports.every((report) => report.points.length >= neededOf(asked, report.ordinal));
  const marked = new Map(reports.map((report) => [report.ordinal, settledPoints(report.points)]));
  return { marked: whole ? marked : null, thirdAsked: thirds.size > 0 };
}

/** How many people mark a report. */
const neededOf = (asked: ReadonlySet<number>, ordinal: number): number =>
  policy.markersPerReport + (asked.has(ordinal) ? 1 : 0);

/** The reports that wait with what each was given, and whether the exam is passed with other points for them. */
async function readMarkedReports(
  trx: Trx,
  attempt: Attempt,
  ordinals: readonly number[],
  given: readonly Pick<Marking, "ordinal" | "points">[],
) {
  const programme = await readProgrammeVersion(trx, attempt.programmeVersionId);
  const toGrade = await readToGrade(trx, attempt.id);
  const reports = ordinals.map(
    (ordinal): MarkedReport => ({
      ordinal,
      maxPoints: toGrade.form[ordinal - 1]?.points ?? 0,
      points: given.filter((row) => row.ordinal === ordinal).map(({ points }) => points),
    }),
  );
  const passedWith = (points: ReadonlyMap<number, number>) =>
    gradeAnswers(attempt, programme, toGrade, points).result.passed;
  return { reports, passedWith };
}
