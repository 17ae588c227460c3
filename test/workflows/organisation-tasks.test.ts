import { afterAll, beforeAll, expect, it } from "vitest";
import { readExamAvailability } from "~/certification/begin-attempt.server";
import { handInExam } from "~/eligibility/hand-in-exam.server";
import { nextStep } from "~/eligibility/next-step";
import { selectTrainingSeats } from "~/eligibility/preparation-queries.server";
import { readOrganisation } from "~/eligibility/read-organisation.server";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { grantException } from "~/examination/grant-exception.server";
import { insertWindow } from "~/examination/window-queries.server";
import { addMember } from "~/organisations/add-member.server";
import { type Database, inTransaction } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { enrolPeople } from "~/training/enrol-people.server";
import { anAttempt, answerRightly, examMorning, trainedPartner } from "../factories/examination";
import { aSecondLevelPartner, aStaffMember } from "../factories/organisations";
import { aTrainer, aTrainingSession } from "../factories/training";
import { testDatabase } from "../set-up/database";

let database: Database;
let partner: Awaited<ReturnType<typeof trainedPartner>>;
beforeAll(async () => {
  database = await testDatabase();
  partner = await trainedPartner(database.db, { engineers: 6 });
  const { organisationId, adminId: actorId } = partner;
  await aSecondLevelPartner(database.db, { organisationId, actorId, from: "2027-03-15" }, examMorning);
});
afterAll(() => database.close());

const later = (minutes: number) => new Date(examMorning.getTime() + minutes * 60_000);
const day = 24 * 60;

async function fail(personId: string, minutes: number): Promise<void> {
  const { attemptId } = await anAttempt(database.db, personId, later(minutes));
  await handInExam(database.db, { attemptId, by: "candidate", personId }, later(minutes), seededRandom(attemptId));
}

it("tells trained from enrolled from neither, and who sits, waits, needs a release or is certified, as the examination itself does", async () => {
  const { db } = database;
  const { organisationId, adminId, engineerIds } = partner;
  const [trained = "", sitting = "", failed = "", exhausted = "", passed = "", released = ""] = engineerIds;
  const newcomer = { organisationId, actorId: null, language: "en", administrator: true, partnerAdmin: false } as const;
  const joined = await inTransaction(db, (trx) =>
    addMember(trx, { ...newcomer, fullName: "Nia New", email: "nia@example.org" }, examMorning, seededRandom("nia")),
  );
  const trainerId = await aTrainer(db, examMorning, "Spring Trainer");
  const trainingSessionId = await aTrainingSession(db, examMorning, {
    trainerId,
    parts: [{ day: "2027-04-06", from: "09:00", to: "12:00" }],
    enrolmentCloses: { day: "2027-04-04", time: "18:00" },
  });
  const seat = { trainingSessionId, organisationId, personIds: [joined.personId], purchaseOrder: null, oneself: false };
  for (const [index, minutes] of [0, day, 8 * day].entries()) {
    await fail(exhausted, minutes);
    if (index === 2) await fail(failed, minutes);
  }
  await fail(released, 8 * day);
  const release = (personId: string) => {
    const granted = { kind: "release", extraMinutes: 0, reason: "power cut" } as const;
    return grantException(db, { actorId: trainerId, personId, ...granted }, later(8 * day));
  };
  await release(released);
  const { attemptId } = await anAttempt(db, passed, later(8 * day));
  await answerRightly(db, { attemptId, personId: passed }, later(8 * day));
  await handInExam(db, { attemptId, by: "candidate", personId: passed }, later(8 * day + 1), seededRandom("pass"));
  await anAttempt(db, sitting, later(8 * day + 5));

  const now = later(8 * day + 10);
  const tasks = (await readOrganisation(db, organisationId, {}, now)).tasks ?? [];
  const steps = new Map(tasks.flatMap((task) => ("step" in task ? [[task.personId, task.step.kind] as const] : [])));
  expect(Object.fromEntries(steps)).toEqual({
    [adminId]: "enrol",
    [joined.personId]: "enrol",
    [trained]: "sit_exam",
    [sitting]: "finish_exam",
    [failed]: "wait",
    [exhausted]: "ask_release",
    [released]: "sit_exam",
  });
  expect(tasks.at(-1)).toMatchObject({ kind: "renew_from", personId: passed });
  for (const task of tasks) {
    if (!("step" in task)) continue;
    const { verdict } = await readExamAvailability(db, task.personId, now);
    const seats = await selectTrainingSeats(db, [task.personId]);
    expect(task.step).toEqual(nextStep({ verdict, seats, windows: [] }, now));
  }

  await release(exhausted);
  const again = (await readOrganisation(db, organisationId, {}, now)).tasks ?? [];
  const lastSafeOf = (personId: string) =>
    again.find((task) => "personId" in task && task.personId === personId)?.lastSafe;
  expect(lastSafeOf(exhausted)).toMatchObject({ kind: "exam", attemptsLeft: 1 });
  expect(lastSafeOf(released)).toMatchObject({ kind: "exam", attemptsLeft: 2 });

  await enrolPeople(db, { actorId: adminId, ...seat }, examMorning);
  const enrolled = (await readOrganisation(db, organisationId, {}, examMorning)).tasks ?? [];
  const hers = enrolled.find((task) => "personId" in task && task.personId === joined.personId);
  expect(hers).toMatchObject({ kind: "certify", lapsedOn: null, step: { kind: "attend", trainingSessionId } });
});

it("says nothing of another day: what people have done is known of today only", async () => {
  expect(
    (await readOrganisation(database.db, partner.organisationId, { on: "2027-05-01" }, examMorning)).tasks,
  ).toBeNull();
});

it("sends nobody to an examination that is closed, and counts the last safe day by its windows", async () => {
  const { db } = database;
  const { organisationId, engineerIds } = partner;
  const now = later(8 * day + 10);
  const staff = await aStaffMember(db, "Wilma Window", "exam_manager");
  const opensAt = later(10 * day);
  await inTransaction(db, (trx) =>
    insertWindow(trx, {
      programmeCode: secondLevelAdministrator.code,
      opensAt,
      closesAt: later(11 * day),
      reason: "Spring",
      recordedAt: now,
      recordedBy: staff,
    }),
  );
  const tasks = (await readOrganisation(db, organisationId, {}, now)).tasks ?? [];
  const of = (personId = "") => tasks.find((task) => "personId" in task && task.personId === personId);
  const [trained, , failed] = engineerIds;
  expect(of(trained)).toMatchObject({ step: { kind: "await_window", until: opensAt } });
  // The cool-down ends before the window opens: the same instant as the person is told.
  expect(of(failed)).toMatchObject({ step: { kind: "wait", until: opensAt } });
  const { verdict } = await readExamAvailability(db, trained ?? "", now);
  expect(verdict).toEqual({ verdict: "exam_closed", opensAt });
});
