import { recordEvents } from "~/audit/record-events.server";
import { policy } from "~/kernel/policy";
import { conflict, forbidden, notFound } from "~/kernel/rejection";
import type { Reader, Trx } from "~/platform/database/handle";
import { selectAnswers } from "../answer-queries.server";
import type { Attempt } from "../attempt-queries.server";
import { readContents, readForm } from "../form-queries.server";
import { keyOf } from "../present-item";
import { type GivenMark, insertMarking, selectMarkings, selectOptionalMarkingCase } from "./marking-queries.server";
import { type Marks, markedPoints, meanPoints, rubricOf } from "./report-rubric";

export interface MarkReport {
  readonly actorId: string;
  readonly attemptId: string;
  /** Of the report in its form. */
  readonly ordinal: number;
  /** One for every criterion of `readRubric`, no others. */
  readonly marks: readonly GivenMark[];
  readonly remark: string | null;
}

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
 * Keeps what one person gives a report that waits, once. The last marking of the last report answers the points of every report, by
 * its place in the form; null until then. The caller has locked the attempt. Throws `report_marked_by_you`, `report_marked_meanwhile`, `forbidden` for one's own, `not_found`.
 */
export async function recordMarking(
  trx: Trx,
  attempt: Attempt,
  { actorId, attemptId, ordinal, marks, remark }: MarkReport,
  now: Date,
): Promise<ReadonlyMap<number, number> | null> {
  const waiting = await selectOptionalMarkingCase(trx, attemptId);
  if (!waiting?.ordinals.includes(ordinal)) throw notFound();
  if (attempt.personId === actorId) throw forbidden();
  const before = await selectMarkings(trx, attemptId);
  const own = before.filter((marking) => marking.ordinal === ordinal);
  if (own.some(({ markerId }) => markerId === actorId)) throw conflict("report_marked_by_you");
  if (attempt.gradedAt || own.length >= policy.markersPerReport) throw conflict("report_marked_meanwhile");
  const { rubric, place } = await readRubric(trx, attemptId, ordinal);
  const shares: Marks = Object.fromEntries(marks.map(({ criterion, share }) => [criterion, share]));
  if (marks.length !== rubric.length || rubric.some(({ id }) => !Object.hasOwn(shares, id)))
    throw conflict("changed_meanwhile");
  const points = markedPoints(rubric, shares, place.points);
  const marking = { attemptId, ordinal, place: own.length + 1, markerId: actorId, points, remark, recordedAt: now };
  await insertMarking(trx, { ...marking, marks });
  const given = [...before, marking];
  const subject = { subjectType: "attempt", subjectId: attemptId, organisationId: attempt.organisationId };
  const after = { ordinal, marking: marking.place, points };
  await recordEvents(trx, [{ actorId, action: "report.marked", ...subject, after, reason: remark }], now);
  const pointsOf = (one: number) => given.filter((row) => row.ordinal === one).map((row) => row.points);
  const whole = waiting.ordinals.every((one) => pointsOf(one).length >= policy.markersPerReport);
  const marked = new Map(waiting.ordinals.map((one) => [one, meanPoints(pointsOf(one))]));
  return whole ? marked : null;
}
