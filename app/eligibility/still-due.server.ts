import { selectReportsToMark } from "~/examination/marking/marking-queries.server";
import { reportOfStage } from "~/examination/marking/report-stage";
import type { DueNotice } from "~/notices/deliver-outbox.server";
import type { PlannedNotice } from "~/notices/mail-facts";
import type { Db } from "~/platform/database/handle";
import { reminderHorizon } from "~/training/reminder";
import { selectAttendersBetween } from "~/training/reminder-queries.server";
import { decideLapseNotices } from "./decide-lapse-notices.server";
import { decideStandingNotices } from "./decide-standing-notices.server";
import { selectStillTrue } from "./overtaken-queries.server";
import { everybodyIn, selectRecipients } from "./people-to-tell.server";

/**
 * Of each notice, whether what it says still holds for whom it was meant. False after a renewal, a revocation, a recovery,
 * when a more urgent stage has come, when a training has begun, was moved or is not the recipient's any more, when a report has been marked by the
 * recipient or by enough others, when the recipient is not to be told any more, or when what it tells of has been undone since
 * (`selectStillTrue`). In the order of the notices; a few decisions, however many.
 */
async function stillDueOf(db: Db, notices: readonly DueNotice[], now: Date): Promise<boolean[]> {
  const subjectsOf = (kinds: readonly DueNotice["kind"][]) => [
    ...new Set(notices.filter(({ kind }) => kinds.includes(kind)).map(({ subjectId }) => subjectId)),
  ];
  const lapses = await decideLapseNotices(db, subjectsOf(["certificate_lapsing", "certificate_lapsed"]), now);
  const standings = await decideStandingNotices(
    db,
    subjectsOf(["below_three_ahead", "below_three_now", "restored"]),
    now,
  );
  const concerned = await selectRecipients(db, subjectsOf(["restored"]), now);
  const reminded = notices.some(({ kind }) => kind === "training_reminder") ? await selectReminded(db, now) : null;
  const toMark = await selectReportsToMark(db, subjectsOf(["report_to_mark", "exam_waits_for_marking"]));
  const stillTrue = await selectStillTrue(db, notices, now);
  const due = new Set([...lapses, ...standings].flatMap((decided) => decided.due.map(keyOf)));
  return notices.map((notice, index) => {
    switch (notice.kind) {
      case "certificate_lapsing":
      case "certificate_lapsed":
      case "below_three_ahead":
      case "below_three_now":
        return due.has(keyOf(notice));
      case "training_reminder":
        return reminded?.has(`${notice.subjectId} ${notice.cycle} ${notice.recipientId}`) ?? false;
      case "exam_waits_for_marking":
        return toMark.some(({ attemptId }) => attemptId === notice.subjectId);
      case "report_to_mark":
        return toMark.some(
          ({ attemptId, ordinal, markerIds }) =>
            attemptId === notice.subjectId &&
            ordinal === reportOfStage(notice.stage) &&
            !markerIds.includes(notice.recipientId),
        );
      case "restored": {
        // The notice itself has closed its fall in the ledger, so the rule has nothing more to say of it: only a newer fall makes it untrue.
        const decided = standings.find(({ organisationId }) => organisationId === notice.subjectId);
        return (
          decided?.standing.metSince != null &&
          decided.told.at(-1)?.cycle === notice.cycle &&
          everybodyIn(concerned.get(notice.subjectId)).includes(notice.recipientId)
        );
      }
      default:
        return stillTrue[index] ?? false;
    }
  });
}

/** Who has a seat in what begins from now on, and who gives it. */
async function selectReminded(db: Db, now: Date): Promise<ReadonlySet<string>> {
  const attenders = await selectAttendersBetween(db, now, reminderHorizon(now));
  return new Set(
    attenders.map(({ trainingSessionId, startsAt, personId }) =>
      [trainingSessionId, startsAt.toISOString(), personId].join(" "),
    ),
  );
}

const keyOf = ({ kind, subjectId, cycle, stage, recipientId }: PlannedNotice | DueNotice): string =>
  [kind, subjectId, cycle, stage, recipientId].join(" ");

interface Asking {
  readonly notice: DueNotice;
  readonly resolve: (due: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The question that delivery asks just before each mail leaves. Mails that leave at the same time are asked about together: whoever comes
 * while an answer is on its way is in the next question. A notice that cannot be decided fails alone.
 */
export function stillDueTogether(db: Db, now: () => Date): (notice: DueNotice) => Promise<boolean> {
  let waiting: Asking[] = [];
  let busy = false;
  const answer = async (asking: readonly Asking[]): Promise<void> => {
    try {
      const due = await stillDueOf(
        db,
        asking.map(({ notice }) => notice),
        now(),
      );
      for (const [index, { resolve }] of asking.entries()) resolve(due[index] ?? false);
    } catch (error) {
      if (asking.length === 1) for (const { reject } of asking) reject(error);
      else for (const one of asking) await answer([one]);
    }
  };
  const answerAll = async () => {
    busy = true;
    while (waiting.length > 0) {
      const asking = waiting;
      waiting = [];
      await answer(asking);
    }
    busy = false;
  };
  return (notice) =>
    new Promise((resolve, reject) => {
      waiting.push({ notice, resolve, reject });
      if (!busy) void answerAll();
    });
}
