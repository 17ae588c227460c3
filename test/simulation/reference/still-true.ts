/** Whether what a mail tells of still is so (domain rules §4: once it has been undone, the mail stays). */
import { localDay } from "./days";
import { covers } from "./facts";
import type { Reference } from "./model";
import type { RefMail } from "./morning";

/** Kinds that nothing in this world undoes are always true; a notice that follows a calendar is judged by `due.ts`. */
export function stillTrue(reference: Reference, { kind, subjectId, cycle, recipientId }: RefMail, at: Date): boolean {
  switch (kind) {
    case "certificate_issued":
      return reference.certificate(subjectId).revokedFrom === null;
    case "certificate_suspended":
    case "certificate_reinstated": {
      const { organisationId, revokedFrom, suspensions } = reference.certificate(subjectId);
      const { zone } = reference.organisation(organisationId);
      // The clock may have been put back since the act, whose instant the cycle is.
      const day = Math.max(localDay(zone, at), localDay(zone, new Date(cycle)));
      const suspended = suspensions.some((suspension) => covers(suspension, day));
      return revokedFrom === null && suspended === (kind === "certificate_suspended");
    }
    case "exam_available": {
      const { attempts, trainedAt } = reference.person(recipientId);
      return !attempts.some(({ passed, startedAt }) => passed && trainedAt !== null && startedAt >= trainedAt);
    }
    case "exam_passed":
    case "exam_not_passed":
      return reference.attempts.get(subjectId)?.passed === (kind === "exam_passed");
    default:
      return true;
  }
}
