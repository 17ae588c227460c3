import { beginAttempt } from "~/certification/begin-attempt.server";
import { handInExam } from "~/eligibility/hand-in-exam.server";
import { currentDeclaration } from "~/examination/declaration";
import { saveAnswer } from "~/examination/save-answer.server";
import type { AuditRow } from "../checks/audit-trail";
import { selectAttempt, selectIssued } from "../checks/certificate-queries";
import type { ExpectedNotice } from "../checks/ledger";
import { dayNumber, dayText, localDay } from "../reference/days";
import type { RefAttempt, RefPerson } from "../reference/facts";
import { mayStart, type RefVerdict } from "../reference/may-start";
import { earnedBy } from "../reference/validity";
import type { Simulation } from "../simulation";
import { right, rightAnswersToPass, wrong } from "../small-exam";

const declared = { version: currentDeclaration, language: "en" } as const;

/** Begins an exam if the portal lets the person, which must be as the reference says. The verdict, or the attempt. */
export async function begin(
  simulation: Simulation,
  person: RefPerson,
): Promise<{ attempt: RefAttempt } | { refused: RefVerdict }> {
  const { reference } = simulation;
  let expected = mayStart(reference, person, simulation.clock.now());
  let attempt: RefAttempt | undefined;
  const answer = await simulation.act({
    name: "begin",
    subjects: [person.id],
    run({ db, random }, now) {
      expected = mayStart(reference, person, now);
      return beginAttempt(db, { personId: person.id, clientId: "browser", declared }, now, random);
    },
    event: { action: "attempt.started" },
    async apply(now, events) {
      const id = events.find(({ action }) => action === "attempt.started")?.subjectId ?? "";
      const stored = await selectAttempt(simulation.database.db, id);
      const home = reference.homeOf(person, now);
      const { uses } = expected;
      const outsideWindow = uses.includes("outside_window");
      attempt = {
        id,
        personId: person.id,
        organisationId: home?.id ?? "",
        startedAt: now,
        deadlineAt: stored.deadlineAt,
        outsideWindow,
        answers: new Map(),
        finishedAt: null,
        passed: null,
      };
      person.exceptions = without(person.exceptions, uses);
      person.attempts.push(attempt);
      reference.attempts.set(id, attempt);
      reference.underWay.add(id);
      return [];
    },
  });
  if (attempt) {
    if (expected.verdict !== "may_start")
      simulation.violated("began_without_right", `the reference says ${expected.verdict}`, [person.id]);
    return { attempt };
  }
  if (answer.outcome !== "refused") throw new Error("an exam began and is not there");
  const { code, facts } = answer.rejection;
  const verdict = code === "attempt_active" ? code : String(facts.verdict);
  if (verdict !== expected.verdict) {
    simulation.violated("refused_without_reason", `begin: ${verdict}, the reference says ${expected.verdict}`, [
      person.id,
    ]);
  }
  return { refused: expected.verdict };
}

function without<T>(all: readonly T[], used: readonly T[]): T[] {
  const rest = [...all];
  for (const one of used) rest.splice(rest.indexOf(one), 1);
  return rest;
}

/**
 * Saves an answer given `agoMs` before now; again when no answer comes, as the browser does. Acknowledged counts; an answer counts when it was given before the
 * deadline and comes at most 15 seconds after it.
 */
export async function answer(
  simulation: Simulation,
  attempt: RefAttempt,
  given: { place: number; isRight: boolean; agoMs: number },
): Promise<void> {
  const { place, isRight, agoMs } = given;
  for (let tries = 1; tries <= 8; tries += 1) {
    simulation.clock.pass(1);
    const now = simulation.clock.now();
    const { portal } = simulation.nextInstance();
    if (tries < 5) simulation.faults.arm(6);
    const command = {
      attemptId: attempt.id,
      personId: attempt.personId,
      ordinal: place,
      clientId: "browser",
      sequence: place,
      agoMs,
      given: { kind: "single_choice", optionId: isRight ? right : wrong },
      flagged: false,
    } as const;
    const saved = await saveAnswer(portal.db, command, now).catch((error: unknown) => {
      if (!simulation.faults.struck) throw error;
      return undefined;
    });
    const { struck } = simulation.faults;
    simulation.faults.disarm();
    if (struck) simulation.struck[struck.kind] += 1;
    const late = now.getTime() - attempt.deadlineAt.getTime();
    simulation.log.write(
      `${now.toISOString()} answer ${attempt.id} ${place} ${isRight}: ${saved?.outcome ?? "no answer"}`,
    );
    await simulation.restartTheDead();
    if (!saved) continue;
    const counts = late < 0 || (late <= 15_000 && late - agoMs < 0);
    if ((saved.outcome === "saved") !== counts) {
      // A repeated save is told what the first was told; the first may have come in time.
      if (tries === 1)
        simulation.violated(
          counts ? "answer_refused" : "answer_counted_late",
          `${saved.outcome}, ${late} ms after the deadline`,
          [attempt.id],
        );
    }
    if (saved.outcome === "saved") attempt.answers.set(place, isRight);
    if (saved.outcome === "saved" && late >= 0) simulation.reached("answer_counted_after_the_deadline");
    if (saved.outcome === "late") simulation.reached("answer_too_late");
    return;
  }
}

export async function handIn(simulation: Simulation, attempt: RefAttempt): Promise<void> {
  const result = await simulation.act({
    name: "hand in",
    // Whoever has not passed changes no count, and who has passed only that of where they are now: what the new day brings is left to the sweep.
    get counts() {
      const { reference, clock } = simulation;
      const home = reference.homeOf(reference.person(attempt.personId), clock.now());
      return attempt.passed && home ? [home.id] : [];
    },
    subjects: [attempt.id, attempt.personId],
    run: ({ db, random }, now) =>
      handInExam(db, { attemptId: attempt.id, by: "candidate", personId: attempt.personId }, now, random),
    event: { action: "attempt.finished", subjectId: attempt.id },
    apply: (now) => finished(simulation, attempt, now < attempt.deadlineAt ? now : attempt.deadlineAt, now),
  });
  if (result.outcome === "refused")
    simulation.violated("refused_without_reason", `hand in: ${result.rejection.code}`, [attempt.id]);
}

/** The job has handed an attempt in. */
export async function handedInByDeadline(
  simulation: Simulation,
  event: AuditRow,
  now: Date,
): Promise<ExpectedNotice[]> {
  const attempt = simulation.reference.attempts.get(event.subjectId);
  if (!attempt) {
    simulation.violated("attempt_unknown", "an attempt was handed in that nobody began", [event.subjectId]);
    return [];
  }
  simulation.reached("handed_in_by_the_deadline");
  if (now.getTime() < attempt.deadlineAt.getTime() + 15_000)
    simulation.violated("handed_in_too_early", attempt.id, [attempt.id]);
  return finished(simulation, attempt, attempt.deadlineAt, now);
}

/** Grades the attempt by what was acknowledged, and holds the certificate to what it earns. What is to be told of both. */
async function finished(
  simulation: Simulation,
  attempt: RefAttempt,
  finishedAt: Date,
  now: Date,
): Promise<ExpectedNotice[]> {
  const { reference } = simulation;
  const person = reference.person(attempt.personId);
  attempt.finishedAt = finishedAt;
  reference.underWay.delete(attempt.id);
  attempt.passed = [...attempt.answers.values()].filter(Boolean).length >= rightAnswersToPass;
  const stored = await selectAttempt(simulation.database.db, attempt.id);
  if (stored.passed !== attempt.passed || Number(stored.finishedAt) !== Number(finishedAt)) {
    simulation.violated(
      "graded_wrongly",
      `passed ${stored.passed} at ${stored.finishedAt?.toISOString()}, must be ${attempt.passed} at ${finishedAt.toISOString()}`,
      [attempt.id],
    );
  }
  const admins = reference.adminsOf(attempt.organisationId, now);
  const result = {
    kind: attempt.passed ? "exam_passed" : "exam_not_passed",
    subjectId: attempt.id,
    recipients: [person.id, ...admins],
  };
  const issued = await selectIssued(simulation.database.db, attempt.id);
  if (!attempt.passed) {
    if (issued) simulation.violated("certificate_without_pass", issued.id, [attempt.id]);
    return [result];
  }
  if (!issued) {
    simulation.violated("certificate_missing", `attempt ${attempt.id} was passed`, [attempt.id]);
    return [result];
  }
  const { zone } = reference.organisation(attempt.organisationId);
  const passedOn = localDay(zone, finishedAt);
  const earned = earnedBy(passedOn, person.certificates, attempt.outsideWindow);
  const { start, end, anchor, term, previousId } = earned;
  const words = (one: { start: string; end: string; anchor: string; term: number; previousId: string | null }) =>
    `${one.start} to ${one.end}, anchor ${one.anchor}, term ${one.term}, after ${one.previousId}`;
  const must = words({ start: dayText(start), end: dayText(end), anchor: dayText(anchor), term, previousId });
  const is = words({
    ...issued,
    start: issued.validity.start,
    end: issued.validity.end ?? "",
    anchor: issued.anchorOn,
  });
  if (is !== must || issued.personId !== person.id || issued.organisationId !== attempt.organisationId) {
    simulation.violated("certificate_wrong", `is ${is}; must be ${must} (${earned.how})`, [attempt.id, person.id]);
  }
  countPassing(simulation, earned, person, passedOn, finishedAt);
  reference.issued({
    id: issued.id,
    personId: person.id,
    organisationId: attempt.organisationId,
    attemptId: attempt.id,
    previousId,
    start,
    end,
    anchor,
    term,
    ordinal: reference.certificates.size,
    suspensions: [],
    revokedFrom: null,
  });
  simulation.log.write(`${now.toISOString()} certificate ${issued.id} ${person.id} ${is}`);
  const home = reference.homeOf(person, now);
  const homeAdmins = home ? reference.adminsOf(home.id, now) : [];
  return [result, { kind: "certificate_issued", subjectId: issued.id, recipients: [person.id, ...homeAdmins] }];
}

function countPassing(
  simulation: Simulation,
  earned: ReturnType<typeof earnedBy>,
  person: RefPerson,
  passedOn: number,
  finishedAt: Date,
): void {
  const { how, start, anchor } = earned;
  const isLeapDay = (day: number) => dayText(day).endsWith("-02-29");
  if (passedOn !== dayNumber(finishedAt.toISOString().slice(0, 10)))
    simulation.reached("passed_on_another_day_than_in_utc");
  if (how === "first") simulation.reached("first_certificate");
  if (how === "renewal" && passedOn === start - 90) simulation.reached("renewed_on_first_day_of_window");
  if (how === "renewal" && passedOn === start - 1) simulation.reached("renewed_on_last_day");
  if (how === "renewal" && isLeapDay(anchor)) simulation.reached("renewal_of_a_chain_from_29_february");
  if (how === "after_end") {
    const ended = Math.max(...person.certificates.map(({ end }) => end));
    simulation.reached(passedOn === ended ? "passed_on_the_day_after_the_end" : "came_back_after_a_lapse");
  }
  if (how === "after_revocation") simulation.reached("passed_again_after_revocation");
  if (how === "by_exception") simulation.reached("passed_by_exception_before_the_window");
  if (how !== "renewal" && isLeapDay(passedOn)) simulation.reached("chain_begun_on_29_february");
}
