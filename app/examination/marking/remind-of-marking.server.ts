import { dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { type PlannedNotice, planNotices } from "~/notices/plan-notices.server";
import { selectPeopleWithRole } from "~/people/person-queries.server";
import { isDatabaseGone } from "~/platform/database/errors";
import { type Db, inTransaction } from "~/platform/database/handle";
import { type OverdueReport, selectOverdueReports } from "./marking-queries.server";
import { type Overdue, reportStage } from "./report-stage";

/**
 * Reminds whoever has not marked a report that is overdue, and some days later the portal admins with them: each stage once a person, the
 * later one in the place of the earlier where both are due. Nobody is reminded of their own report, or of one they have marked. One transaction an
 * attempt; one that fails is told to `failed`, or thrown without it.
 * @returns how many notices were new
 */
export async function remindOfMarking(
  db: Db,
  now: Date,
  failed: (attemptId: string, error: unknown) => void = (_, error) => {
    throw error;
  },
): Promise<number> {
  const reports = await selectOverdueReports(db, now);
  if (reports.length === 0) return 0;
  const managers = await selectPeopleWithRole(db, ["exam_manager"]);
  const everybody = await selectPeopleWithRole(db, ["exam_manager", "portal_admin"]);
  let planned = 0;
  for (const attemptId of new Set(reports.map((report) => report.attemptId))) {
    const notices = reports
      .filter((report) => report.attemptId === attemptId)
      .flatMap((report) => {
        const isEscalated = now.getTime() >= report.dueAt.getTime() + policy.markingEscalationDays * 86_400_000;
        const done = [...report.markerIds, report.candidateId];
        const isNobodyLeft = managers.every(({ personId }) => done.includes(personId));
        return (isEscalated || isNobodyLeft ? everybody : managers)
          .filter(({ personId }) => !done.includes(personId))
          .map(({ personId }) => reminder(report, personId, isEscalated ? "escalated" : "reminded", isNobodyLeft));
      });
    try {
      planned += await inTransaction(db, (trx) => planNotices(trx, notices, now));
    } catch (error) {
      if (isDatabaseGone(error)) throw error;
      failed(attemptId, error);
    }
  }
  return planned;
}

function reminder(
  { attemptId, ordinal, dueAt, timeZone, third }: OverdueReport,
  recipientId: string,
  overdue: Overdue,
  isNobodyLeft: boolean,
): PlannedNotice {
  const markedBy = dayIn(timeZone, dueAt);
  return {
    kind: "report_to_mark",
    subjectId: attemptId,
    cycle: attemptId,
    stage: reportStage(ordinal, { third, overdue }),
    recipientId,
    organisationId: null,
    facts: {
      audience: "staff",
      attemptId,
      ordinal,
      markedBy,
      overdue,
      ...(third && { third: isNobodyLeft ? "nobody_left" : "asked" }),
    },
  };
}
