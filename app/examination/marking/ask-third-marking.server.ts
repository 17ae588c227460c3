import type { AuditEntry } from "~/audit/record-events.server";
import { dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { PlannedNotice } from "~/notices/mail-facts";
import { selectPeopleWithRole } from "~/people/person-queries.server";
import type { Trx } from "~/platform/database/handle";
import type { MarkingCaseTable } from "~/platform/schema/evaluation-tables";
import type { Attempt } from "../attempt-queries.server";
import { readProgrammeVersion } from "../form-queries.server";
import { concernedBy } from "../tell-of-result.server";
import { insertThirdMarkings, type Marking } from "./marking-queries.server";
import { reportStage } from "./report-stage";
import type { ThirdReason } from "./third-marking";

interface AskThirdMarking {
  readonly attempt: Attempt;
  readonly waiting: MarkingCaseTable;
  /** The reports that need one, by their place in the form. */
  readonly thirds: ReadonlyMap<number, ThirdReason>;
  readonly given: readonly Pick<Marking, "ordinal" | "markerId">[];
}

/**
 * Has reports of the locked attempt marked once more, by people who have not marked them. What is to be told of it: to these people, or to portal admins
 * where none is left; and to whoever was promised the result for an earlier day. The caller leaves it behind.
 */
export async function askThirdMarking(
  trx: Trx,
  { attempt, waiting, thirds, given }: AskThirdMarking,
  now: Date,
): Promise<{ notices: PlannedNotice[]; events: AuditEntry[] }> {
  if (thirds.size === 0) return { notices: [], events: [] };
  const { id: attemptId, organisationId } = attempt;
  const soonest = now.getTime() + policy.thirdMarkingDays * 86_400_000;
  const dueAt = new Date(Math.max(waiting.dueAt.getTime(), soonest));
  const asked = [...thirds].map(([ordinal, because]) => ({ attemptId, ordinal, because, askedAt: now, dueAt }));
  await insertThirdMarkings(trx, asked);
  const programme = await readProgrammeVersion(trx, attempt.programmeVersionId);
  const { about, recipients, timeZone } = await concernedBy(trx, attempt, programme, now);
  const markedBy = dayIn(timeZone, dueAt);
  const managers = await selectPeopleWithRole(trx, ["exam_manager"]);
  const admins = await selectPeopleWithRole(trx, ["portal_admin"]);
  const key = { subjectId: attemptId, cycle: attemptId };
  const toMark = asked.flatMap(({ ordinal }) => {
    const barred = [attempt.personId, ...given.filter((row) => row.ordinal === ordinal).map((row) => row.markerId)];
    const left = managers.filter(({ personId }) => !barred.includes(personId));
    const told = left.length > 0 ? left : admins.filter(({ personId }) => personId !== attempt.personId);
    const third = left.length > 0 ? ("asked" as const) : ("nobody_left" as const);
    return told.map(({ personId }) => ({
      ...key,
      kind: "report_to_mark" as const,
      stage: reportStage(ordinal, { third: true }),
      recipientId: personId,
      organisationId: null,
      facts: { audience: "staff" as const, attemptId, ordinal, markedBy, third },
    }));
  });
  // Two reports that are asked for one after the other can move the day once more.
  const moved = dueAt > waiting.dueAt ? recipients : [];
  const waits = moved.map(({ recipientId, audience }) => ({
    ...key,
    kind: "exam_waits_for_marking" as const,
    stage: `third-${markedBy}`,
    recipientId,
    organisationId,
    facts: { ...about, audience, markedBy, third: true as const },
  }));
  const subject = { subjectType: "attempt", subjectId: attemptId, organisationId };
  const events = asked.map(({ ordinal, because }) => ({
    actorId: null,
    action: "report.third_marking_asked",
    ...subject,
    after: { ordinal, because, dueAt: dueAt.toISOString() },
  }));
  return { notices: [...waits, ...toMark], events };
}
