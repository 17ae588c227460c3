import { policy } from "~/kernel/policy";
import { notFound } from "~/kernel/rejection";
import { selectAccount } from "~/people/person-queries.server";
import type { Reader } from "~/platform/database/handle";
import type { Language } from "~/platform/schema/people-tables";
import { selectAnswers } from "../answer-queries.server";
import { selectAttempt } from "../attempt-queries.server";
import type { ClauseTag } from "../clause-tags";
import { readContents, readForm } from "../form-queries.server";
import { contentFor } from "../item";
import { keyOf, presentItem } from "../present-item";
import { renderItem } from "../render-item.server";
import { selectMarkings, selectOptionalMarkingCase, selectThirdMarkings } from "./marking-queries.server";
import { type Criterion, marksByList, rubricOf, type Share } from "./report-rubric";

/** A field of the ticket with the pieces that the candidate put into it. */
interface FilledField {
  readonly id: string;
  readonly name: string;
  readonly pieces: readonly string[];
}

/** What a criterion asks, in words: what the line names, or the piece and the field it stands in. */
export interface WordedCriterion {
  readonly id: string;
  readonly kind: Criterion["kind"];
  /** Of a line. */
  readonly clause: ClauseTag | null;
  readonly label: string;
  readonly fieldName: string;
  /** What the portal's own count gives; null before one's own marking, which it would draw towards itself. */
  readonly byList: Share | null;
}

/**
 * A report as those who mark it see it: what was asked, the ticket, and what there is to mark; what the portal has counted only after one's own marking, whose it is
 * and what others gave only once the result stands. Throws `not_found` where nothing waits or waited, and for one's own.
 */
export async function readReport(
  db: Reader,
  { attemptId, ordinal }: { readonly attemptId: string; readonly ordinal: number },
  readerId: string,
  language: Language,
) {
  const waiting = await selectOptionalMarkingCase(db, attemptId);
  const attempt = await selectAttempt(db, attemptId);
  if (!waiting?.ordinals.includes(ordinal) || attempt.personId === readerId) throw notFound();
  const place = (await readForm(db, attemptId))[ordinal - 1];
  const [content] = place ? await readContents(db, [place]) : [];
  const response = (await selectAnswers(db, attemptId))[ordinal - 1]?.response;
  if (!place || !content || response?.kind !== "incident_report") throw notFound();
  const asked = contentFor(content, place.seed);
  const key = keyOf(content, place.seed);
  const shown = presentItem(content, place.seed, language);
  if (asked.kind !== "incident_report" || key.kind !== asked.kind || shown.kind !== asked.kind) throw notFound();
  const { stemHtml, exhibits } = renderItem(place, shown);
  const textOf = new Map([...shown.fields, ...shown.evidence].map(({ id, text }) => [id, text]));
  const labelOf = new Map(
    asked.key.requirements.map(({ id, label, fieldId }) => [id, { label: label[language], fieldId }]),
  );
  const markings = (await selectMarkings(db, attemptId)).filter((marking) => marking.ordinal === ordinal);
  const own = markings.find(({ markerId }) => markerId === readerId) ?? null;
  const settled = attempt.gradedAt !== null;
  const rubric = rubricOf(key, response);
  const counted = own || settled ? marksByList(rubric) : {};
  const criteria = rubric.map((criterion): WordedCriterion => {
    const { id, kind } = criterion;
    const line = criterion.kind === "line" ? labelOf.get(criterion.requirementId) : undefined;
    const fieldId = criterion.kind === "line" ? (line?.fieldId ?? "") : criterion.fieldId;
    const label = criterion.kind === "line" ? (line?.label ?? "") : (textOf.get(criterion.evidenceId) ?? "");
    const clause = criterion.kind === "line" ? criterion.clause : null;
    return { id, kind, clause, label, fieldName: textOf.get(fieldId) ?? "", byList: counted[id] ?? null };
  });
  const fields = shown.fields.map(({ id, text }): FilledField => {
    const pieces = shown.evidence.filter((piece) => response.placements[piece.id] === id).map((piece) => piece.text);
    return { id, name: text, pieces };
  });
  const third = (await selectThirdMarkings(db, attemptId)).find((one) => one.ordinal === ordinal);
  return {
    stemHtml,
    exhibits,
    fields,
    leftOut: shown.evidence.filter(({ id }) => !Object.hasOwn(response.placements, id)).map(({ text }) => text),
    criteria,
    maxPoints: place.points,
    dueAt: third?.dueAt ?? waiting.dueAt,
    given: markings.length,
    third: third !== undefined,
    complete: markings.length >= policy.markersPerReport + (third ? 1 : 0),
    own,
    settled: settled ? { ...(await outcomeOf(db, attempt)), markings } : null,
  };
}

async function outcomeOf(db: Reader, { personId, result }: Awaited<ReturnType<typeof selectAttempt>>) {
  const { fullName } = await selectAccount(db, personId);
  const { scorePercent = 0, passed = false, cutScorePercent = 0 } = result ?? {};
  return { personName: fullName, scorePercent, passed, belowMinimum: !passed && scorePercent >= cutScorePercent };
}
