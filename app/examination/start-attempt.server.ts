import { recordEvents } from "~/audit/record-events.server";
import { conflict } from "~/kernel/rejection";
import { selectOptionalCurrentMembership } from "~/organisations/membership-queries.server";
import { type Reader, sendAhead, type Trx } from "~/platform/database/handle";
import { together } from "~/platform/database/together";
import type { Random } from "~/platform/random";
import { selectTrainingCompletion } from "~/training/completion-queries.server";
import { assembleForm } from "./assemble-form";
import { deadlineOf, mayStartAttempt, minutesCut, type StartFacts, type StartVerdict } from "./attempt-policy";
import { consumeExceptions, insertAttempt } from "./attempt-write-queries.server";
import type { BankItemRow } from "./bank-items-queries.server";
import { secondLevelAdministrator } from "./blueprint";
import { selectCandidacy } from "./candidacy-queries.server";
import type { Declared } from "./declaration";
import { type ExamWindow, openingAt, opensFrom, opensOnDay } from "./exam-window";
import type { FormCandidates } from "./form-bank";
import type { Programme } from "./programme-queries.server";

export interface Candidacy {
  readonly personId: string;
  /** What a higher feature is about to hear of the person's certificate; see `StartFacts`. */
  readonly certificate: Promise<StartFacts["certificate"]>;
}

export interface Availability {
  readonly verdict: StartVerdict;
  /**
   * When the examination can be sat after a cool-down or from the day of the renewal on, windows considered; null while no window is set for then,
   * "that_day" where nothing but the day of the renewal has to come. Null with other verdicts.
   */
  readonly opensAfterWait: "that_day" | Date | null;
  /** Those of the programme that stand. */
  readonly windows: readonly ExamWindow[];
  /** The end of the window that is open: nobody sits on after it. */
  readonly windowEndsAt: Date | null;
  readonly programme: Programme;
  /** Where the person is a member today; null when nowhere. */
  readonly organisation: { readonly organisationId: string; readonly timeZone: string } | null;
  readonly trainingCompleted: boolean;
  /** Attempts so far, the running one included. */
  readonly attempts: number;
}

/** Whether the person may start now and, if not, what is missing until when. The page shows it, the start asks it again under a lock. */
export async function readAvailability(
  db: Reader,
  { personId, certificate: asked }: Candidacy,
  now: Date,
): Promise<Availability> {
  const programmeCode = secondLevelAdministrator.code;
  const [certificate, known, organisation = null, training] = await together(
    asked,
    selectCandidacy(db, { personId, programmeCode, at: now }),
    selectOptionalCurrentMembership(db, personId, now),
    selectTrainingCompletion(db, personId, "second_level"),
  );
  const { programme, finishedAttempts, activeAttempt, exceptions, windows } = known;
  const trainingCompleted = training !== null && training.completedAt <= now;
  const opening = openingAt(windows, now);
  const allowed = mayStartAttempt({
    now,
    zone: organisation?.timeZone ?? "UTC",
    isMember: organisation !== null,
    requiresTraining: programme.requiresTraining,
    trainingCompleted,
    certificate,
    finishedAttempts,
    activeAttempt,
    exceptions,
  });
  const verdict: StartVerdict =
    allowed.verdict === "may_start" && !opening.open ? { verdict: "exam_closed", opensAt: opening.opensAt } : allowed;
  const windowEndsAt = opening.open ? opening.closesAt : null;
  const opensAfterWait = afterWait(verdict, windows, organisation?.timeZone ?? "UTC");
  const attempts = finishedAttempts.length + (activeAttempt ? 1 : 0);
  return { verdict, opensAfterWait, windows, windowEndsAt, programme, organisation, trainingCompleted, attempts };
}

function afterWait(
  verdict: StartVerdict,
  windows: readonly ExamWindow[],
  zone: string,
): Availability["opensAfterWait"] {
  if (verdict.verdict === "cool_down") return opensFrom(windows, verdict.mayStartAt);
  if (verdict.verdict === "window_not_open") return opensOnDay(windows, verdict.windowOpensOn, zone);
  return null;
}

export interface StartAttempt {
  readonly personId: string;
  readonly clientId: string | null;
  /** What the candidate has accepted; kept with the attempt. */
  readonly declared: Declared;
  /** What the candidate was shown of rules and time; left out where nobody is shown any. */
  readonly shown?: {
    readonly programmeVersion: number;
    /** The end of the examination window, where the page said that it takes from the time. */
    readonly cutAt: Date | null;
  };
}

/** What has been read once the person was locked. */
export interface ReadToStart {
  readonly availability: Availability;
  readonly candidates: FormCandidates<BankItemRow>;
}

/**
 * Begins an attempt if the rule allows it: draws the form by a fresh seed, sets the deadline, uses up the exceptions it needed. The caller has
 * locked the person, so of two starts at once one finds the other's attempt. Throws `attempt_active` with its id, `attempt_not_allowed` with the
 * verdict, `changed_meanwhile` where another version of the programme is in force than was shown, or the window takes from the time and that was not said, or `item_bank_too_small`. Run through the workflow in certification that locks the person and knows the certificate.
 */
export async function startAttempt(
  trx: Trx,
  { personId, clientId, declared, shown }: StartAttempt,
  { availability, candidates }: ReadToStart,
  now: Date,
  random: Random,
): Promise<{ attemptId: string; deadlineAt: Date }> {
  const { verdict, windowEndsAt, programme, organisation, attempts } = availability;
  if (verdict.verdict === "attempt_active") throw conflict("attempt_active", { attemptId: verdict.attemptId });
  if (verdict.verdict !== "may_start" || !organisation)
    throw conflict("attempt_not_allowed", { verdict: verdict.verdict });
  const { extraMinutes, exceptionIds } = verdict;
  const { organisationId } = organisation;
  const sitting = { startedAt: now, durationMinutes: programme.durationMinutes, extraMinutes, windowEndsAt };
  const deadlineAt = deadlineOf(sitting);
  const isCut = minutesCut(sitting) > 0;
  if (shown && shown.programmeVersion !== programme.version) throw conflict("changed_meanwhile");
  if (shown && isCut && shown.cutAt?.getTime() !== windowEndsAt?.getTime()) throw conflict("changed_meanwhile");
  const durationMinutes = programme.durationMinutes + extraMinutes;
  const seed = random.bytes(16).toString("hex");
  const attemptId = await insertAttempt(trx, {
    personId,
    organisationId,
    programmeVersionId: programme.versionId,
    ordinal: attempts + 1,
    seed,
    startedAt: now,
    deadlineAt,
    extraMinutes,
    activeClient: clientId,
    items: drawForm(programme, candidates, seed),
    declaration: { ...declared, durationMinutes },
  });
  sendAhead(trx, consumeExceptions(trx, exceptionIds, attemptId));
  const after = {
    ordinal: attempts + 1,
    programmeVersion: programme.version,
    deadlineAt: deadlineAt.toISOString(),
    extraMinutes,
    declaration: declared.version,
  };
  const subject = { subjectType: "attempt", subjectId: attemptId, organisationId };
  sendAhead(trx, recordEvents(trx, [{ actorId: personId, action: "attempt.started", ...subject, after }], now));
  return { attemptId, deadlineAt };
}

function drawForm({ blueprint }: Programme, candidates: FormCandidates<BankItemRow>, seed: string) {
  const form = assembleForm({ ...candidates, blueprint, seed });
  if ("fault" in form) {
    throw conflict(
      "item_bank_too_small",
      "section" in form ? { section: form.section, missing: form.missing } : { clause: form.clause },
    );
  }
  return form.items;
}
