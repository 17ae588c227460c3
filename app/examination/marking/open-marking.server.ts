import { addDays, dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { PlannedNotice } from "~/notices/mail-facts";
import { selectPeopleWithRole } from "~/people/person-queries.server";
import type { Trx } from "~/platform/database/handle";
import type { Attempt } from "../attempt-queries.server";
import { type Finish, updateAsHandedIn } from "../attempt-write-queries.server";
import type { Programme } from "../programme-queries.server";
import { concernedBy } from "../tell-of-result.server";
import type { MarkingNeed } from "./marking-need";
import { insertMarkingCase } from "./marking-queries.server";
import { reportStage } from "./report-stage";

interface OpenMarking extends Pick<Finish, "finishedAt" | "finishedBy" | "spentSeconds" | "result"> {
  readonly attempt: Attempt;
  readonly programme: Programme;
  readonly need: MarkingNeed;
}

/** Closes the locked attempt without a result; what is to be told of it to the candidate, the partner admins and those who mark. */
export async function openMarking(
  trx: Trx,
  { attempt, programme, need, result, ...closed }: OpenMarking,
  now: Date,
): Promise<PlannedNotice[]> {
  const { id: attemptId, organisationId } = attempt;
  const { ordinals, standardError } = need;
  await updateAsHandedIn(trx, attemptId, closed);
  const dueAt = new Date(now.getTime() + policy.markingDays * 86_400_000);
  const { scorePercent } = result;
  await insertMarkingCase(trx, {
    attemptId,
    openedAt: now,
    dueAt,
    ordinals: [...ordinals],
    scorePercent,
    standardError,
  });
  const { about, recipients, timeZone } = await concernedBy(trx, attempt, programme, now);
  const markedBy = addDays(dayIn(timeZone, now), policy.markingDays);
  const markers = await selectPeopleWithRole(trx, ["exam_manager"]);
  const key = { subjectId: attemptId, cycle: attemptId, organisationId };
  return [
    ...recipients.map(({ recipientId, audience }) => ({
      ...key,
      kind: "exam_waits_for_marking" as const,
      stage: "handed_in",
      recipientId,
      facts: { ...about, audience, markedBy },
    })),
    ...ordinals.flatMap((ordinal) =>
      markers.map(({ personId }) => ({
        ...key,
        kind: "report_to_mark" as const,
        stage: reportStage(ordinal),
        recipientId: personId,
        organisationId: null,
        facts: { audience: "staff" as const, attemptId, ordinal, markedBy },
      })),
    ),
  ];
}
