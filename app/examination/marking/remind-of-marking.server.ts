import { dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { type PlannedNotice, planNotices } from "~/notices/plan-notices.server";
import { selectPeopleWithRole } from "~/people/person-queries.server";
import { type Db, inTransaction } from "~/platform/database/handle";
import { type OverdueReport, selectOverdueReports } from "./marking-queries.server";

/**
 * Reminds whoever has not marked a report that is overdue, and some days later the portal admins with them: each stage once a person, the
 * later one in the place of the earlier where both are due. Nobody is reminded of their own report, or of one they have marked.
 * @returns how many notices were new
 */
export async function remindOfMarking(db: Db, now: Date): Promise<number> {
  return inTransaction(db, async (trx) => {
    const reports = await selectOverdueReports(trx, now);
    if (reports.length === 0) return 0;
    const managers = await selectPeopleWithRole(trx, ["exam_manager"]);
    const everybody = await selectPeopleWithRole(trx, ["exam_manager", "portal_admin"]);
    const notices = reports.flatMap((report) => {
      const isEscalated = now.getTime() >= report.dueAt.getTime() + policy.markingEscalationDays * 86_400_000;
      const done = [...report.markerIds, report.candidateId];
      return (isEscalated ? everybody : managers)
        .filter(({ personId }) => !done.includes(personId))
        .map(({ personId }) => reminder(report, personId, isEscalated ? "escalated" : "reminded"));
    });
    return planNotices(trx, notices, now);
  });
}

function reminder(
  { attemptId, ordinal, dueAt, timeZone }: OverdueReport,
  recipientId: string,
  overdue: "reminded" | "escalated",
): PlannedNotice {
  const markedBy = dayIn(timeZone, dueAt);
  return {
    kind: "report_to_mark",
    subjectId: attemptId,
    cycle: attemptId,
    stage: `report-${ordinal}-${overdue}`,
    recipientId,
    organisationId: null,
    facts: { audience: "staff", attemptId, ordinal, markedBy, overdue },
  };
}
