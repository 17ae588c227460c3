import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { reinstate, revoke, suspend } from "~/eligibility/decide-on-certificate.server";
import { decideOnStatus } from "~/organisations/decide-on-status.server";
import type { Database } from "~/platform/database/handle";
import type { AttendanceMark } from "~/platform/schema/training-tables";
import { acceptOffer } from "~/training/accept-offer.server";
import { cancelTrainingSession } from "~/training/cancel-training-session.server";
import { changeTrainingSession } from "~/training/change-training-session.server";
import { enrolPeople } from "~/training/enrol-people.server";
import { selectOpenEnrolments } from "~/training/enrolment-queries.server";
import { recordAttendance } from "~/training/record-attendance.server";
import { selectTrainingSession } from "~/training/session-queries.server";
import { withdrawEnrolment } from "~/training/withdraw-enrolment.server";
import { programmeVersionId } from "../factories/certificates";
import { at, issue, worldOfAPass, worldOfOneSeat } from "../factories/race-worlds";
import { aPlan, aTrainer } from "../factories/training";
import { testServerDatabase } from "../set-up/database";
import { noticesThatHold } from "../set-up/notices-that-hold";

/** What the ledger promises to tell, and what has become of it by the time the mail could leave (§4, checked again before sending). */
let database: Database;
beforeEach(async () => {
  database = await testServerDatabase();
});
afterEach(() => database.close());

describe("mails about a certificate", () => {
  const kinds = [
    "certificate_issued",
    "certificate_suspended",
    "certificate_reinstated",
    "certificate_revoked",
  ] as const;

  it("leave only while it still is as they say", async () => {
    const { db } = database;
    const world = await worldOfAPass(database, "dia", at("2027-02-01"));
    const certificateId = await issue(db, world.passed, at("2027-02-01"), "overtaken");
    const decision = { actorId: world.staffId, certificateId, note: "for the test" };
    const holding = async (now: Date) => [...new Set((await noticesThatHold(db, kinds, now)).map(({ kind }) => kind))];
    expect(await holding(at("2027-02-01"))).toEqual(["certificate_issued"]);
    await suspend(db, { ...decision, reasonClass: "conduct" }, at("2027-02-02"));
    expect(await holding(at("2027-02-02"))).toEqual(["certificate_issued", "certificate_suspended"]);
    await reinstate(db, decision, at("2027-02-04"));
    expect(await holding(at("2027-02-04"))).toEqual(["certificate_issued", "certificate_reinstated"]);
    await suspend(db, { ...decision, reasonClass: "conduct", until: "2027-02-20" }, at("2027-02-10"));
    expect(await holding(at("2027-02-19"))).toEqual(["certificate_issued", "certificate_suspended"]);
    expect(await holding(at("2027-02-20"))).toEqual(["certificate_issued", "certificate_reinstated"]);
    await revoke(db, { ...decision, reasonClass: "conduct" }, at("2027-02-21"));
    expect(await holding(at("2027-02-21"))).toEqual(["certificate_revoked"]);
  });
});

describe("mails about a seat", () => {
  const kinds = ["training_enrolled", "training_waiting", "training_seat_offered"] as const;
  const holding = async (now: Date) => [
    ...new Set((await noticesThatHold(database.db, kinds, now)).map(({ stage }) => stage)),
  ];

  it("leave only while the person has, waits for or is offered it", async () => {
    const { db } = database;
    const world = await worldOfOneSeat(database);
    const { trainingSessionId, organisationId, adminId: actorId, engineerIds: personIds, now } = world;
    const command = { actorId, trainingSessionId, organisationId, personIds, purchaseOrder: null, oneself: false };
    await enrolPeople(db, command, now);
    expect(await holding(now)).toEqual(["scheduled", "enrolled", "waiting"]);
    const [first, second] = await selectOpenEnrolments(db, trainingSessionId);
    await withdrawEnrolment(db, { actorId, enrolmentId: first?.id ?? "" }, at("2027-02-02"));
    expect(await holding(at("2027-02-02"))).toEqual(["scheduled", "offered"]);
    const [offered] = await selectOpenEnrolments(db, trainingSessionId);
    const until = offered?.offerExpiresAt?.getTime() ?? Number.NaN;
    expect(await holding(new Date(until - 1))).toEqual(["scheduled", "offered"]);
    expect(await holding(new Date(until))).toEqual(["scheduled"]);
    await acceptOffer(db, { actorId, enrolmentId: second?.id ?? "" }, at("2027-02-02", "12:00"));
    expect(await holding(at("2027-02-02", "12:00"))).toEqual(["scheduled", "enrolled"]);
    const cancel = { actorId, trainingSessionId, reason: "the trainer is ill" };
    await cancelTrainingSession(db, cancel, at("2027-02-03"));
    expect(await holding(at("2027-02-03"))).toEqual([]);
  });
});

it("a moved training is told to who still comes, gives it or gave it; an open exam to who was there throughout", async () => {
  const { db } = database;
  const world = await worldOfOneSeat(database);
  const { trainingSessionId, organisationId, adminId: actorId, engineerIds, now } = world;
  const [personId = ""] = engineerIds;
  const command = { actorId, trainingSessionId, organisationId, purchaseOrder: null, oneself: false };
  await enrolPeople(db, { ...command, personIds: [personId] }, now);
  const trainer = await aTrainer(db, now, "Theo Trainer");
  const move = {
    actorId,
    trainingSessionId,
    revision: 0,
    trainerId: trainer,
    language: "en" as const,
    plan: aPlan({ capacity: 1, place: "Berlin, room 1" }, now),
  };
  await changeTrainingSession(db, move, now);
  const told = async (at: Date) => {
    const held = await noticesThatHold(db, ["training_changed"], at);
    return held.map(({ recipientId }) => recipientId).sort();
  };
  const { trainerId: former } = world;
  expect(await told(now)).toEqual([personId, trainer, former].sort());
  const [seat] = await selectOpenEnrolments(db, trainingSessionId);
  await withdrawEnrolment(db, { actorId, enrolmentId: seat?.id ?? "" }, now);
  expect(await told(now)).toEqual([trainer, former].sort());

  await enrolPeople(db, { ...command, personIds: [personId] }, now);
  const [again] = await selectOpenEnrolments(db, trainingSessionId);
  const { parts } = await selectTrainingSession(db, trainingSessionId);
  const mark = (partId: string, kind: AttendanceMark) =>
    recordAttendance(
      db,
      { actorId: trainer, trainingSessionId, partId, marks: [{ enrolmentId: again?.id ?? "", mark: kind }] },
      at("2027-03-10", "12:00"),
    );
  await programmeVersionId(db);
  for (const { id } of parts) await mark(id, "present");
  const opened = () => noticesThatHold(db, ["exam_available"], at("2027-03-10", "12:00"));
  expect(await opened()).toHaveLength(1);
  await mark(parts[0]?.id ?? "", "absent");
  expect(await opened()).toEqual([]);
});

it("a decision about the status that another has replaced is not told any more", async () => {
  const { db } = database;
  const { organisationId, staffId: actorId } = await worldOfAPass(database, "dia", at("2027-02-01"));
  const decide = (seenId: string, reason: string) =>
    decideOnStatus(
      db,
      {
        actorId,
        organisationId,
        outcome: "granted",
        effectiveOn: "2027-02-01",
        remediationThrough: null,
        reason,
        seenId,
      },
      at("2027-02-01"),
    );
  const { decisionId } = await decide("", "on the documents");
  await decide(decisionId, "on more documents");
  const held = await noticesThatHold(db, ["status_decided"], at("2027-02-01"));
  expect(held.map(({ facts }) => facts.reason)).toEqual(["on more documents"]);
});
