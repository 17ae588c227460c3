import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stillDueTogether } from "~/eligibility/still-due.server";
import type { Rejection } from "~/kernel/rejection";
import type { Database } from "~/platform/database/handle";
import { cancelTrainingSession } from "~/training/cancel-training-session.server";
import { changeTrainingSession } from "~/training/change-training-session.server";
import { enrolPeople } from "~/training/enrol-people.server";
import { selectOpenEnrolments } from "~/training/enrolment-queries.server";
import { selectParticipants } from "~/training/participant-queries.server";
import { planTrainingReminders } from "~/training/plan-training-reminders.server";
import type { SessionDraft } from "~/training/session-plan";
import { selectCourses, selectTrainingSession } from "~/training/session-queries.server";
import { withdrawEnrolment } from "~/training/withdraw-enrolment.server";
import { aPartner, aPlan, aTrainer, aTrainingSession } from "../factories/training";
import { testDatabase } from "../set-up/database";

const now = new Date("2027-02-01T08:00:00Z");
let database: Database;
let partner: Awaited<ReturnType<typeof aPartner>>;
let trainerId: string;

beforeAll(async () => {
  database = await testDatabase();
  partner = await aPartner(database.db, now, { engineers: 5 });
  trainerId = await aTrainer(database.db, now);
});
afterAll(() => database.close());

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => ({ code: "not refused", facts: {} }),
    (error: Rejection) => ({ code: error.code ?? String(error), facts: error.facts }),
  );
const enrol = (trainingSessionId: string, personIds: readonly string[]) =>
  enrolPeople(
    database.db,
    {
      actorId: partner.adminId,
      trainingSessionId,
      organisationId: partner.organisationId,
      personIds,
      purchaseOrder: null,
      oneself: false,
    },
    now,
  );
const change = (trainingSessionId: string, draft: Partial<SessionDraft>, revision = 0, at = now, trainer = trainerId) =>
  changeTrainingSession(
    database.db,
    { actorId: trainerId, trainingSessionId, revision, trainerId: trainer, language: "en", plan: aPlan(draft, now) },
    at,
  );
const told = async (trainingSessionId: string, kind: "training_changed" | "training_cancelled") =>
  (
    await database.db
      .selectFrom("notice")
      .innerJoin("person", "person.id", "recipientId")
      .select(["fullName", "stage"])
      .where("subjectId", "=", trainingSessionId)
      .where("kind", "=", kind)
      .orderBy("decidedAt")
      .orderBy("fullName")
      .execute()
  ).map(({ fullName, stage }) => `${stage}: ${fullName}`);
const on = (day: SessionDraft["parts"][number]["day"], from = "09:00", to = "12:00") => ({
  parts: [{ day, from, to }],
});

it("offers the two trainings of clause 2.7", async () => {
  expect((await selectCourses(database.db)).map(({ code, kind }) => [code, kind])).toEqual([
    ["second-level", "second_level"],
    ["support-24-7", "support_24_7"],
  ]);
});

describe("a trainer", () => {
  it("is not booked twice at once, and the refusal names when", async () => {
    await aTrainingSession(database.db, now, { trainerId, ...on("2027-03-11") });
    const again = aTrainingSession(database.db, now, { trainerId, ...on("2027-03-11", "11:59", "13:00") });
    expect(await refusal(again)).toEqual({
      code: "trainer_booked",
      facts: {
        startsAt: "2027-03-11T08:00:00.000Z",
        endsAt: "2027-03-11T11:00:00.000Z",
        timeZone: "Europe/Berlin",
      },
    });
  });

  it("may go on where the other training ends, and is free again when one is cancelled", async () => {
    const first = await aTrainingSession(database.db, now, { trainerId, ...on("2027-03-12") });
    await aTrainingSession(database.db, now, { trainerId, ...on("2027-03-12", "12:00", "13:00") });
    await cancelTrainingSession(database.db, { actorId: trainerId, trainingSessionId: first, reason: null }, now);
    await aTrainingSession(database.db, now, { trainerId, ...on("2027-03-12") });
  });

  it("can be moved within the own session's time", async () => {
    const id = await aTrainingSession(database.db, now, { trainerId, ...on("2027-03-13") });
    await change(id, on("2027-03-13", "10:00", "13:00"));
    expect((await selectTrainingSession(database.db, id)).parts[0]?.start).toEqual(new Date("2027-03-13T09:00:00Z"));
  });
});

describe("changing a session", () => {
  it("tells everybody in it, on its waiting list and both trainers, once a revision", async () => {
    const id = await aTrainingSession(database.db, now, { trainerId, capacity: 1, ...on("2027-03-15") });
    await enrol(id, partner.engineerIds.slice(0, 2));
    const successor = await aTrainer(database.db, now, "Tom Trainer");
    await change(id, { capacity: 1, ...on("2027-03-16") }, 0, now, successor);
    expect(await told(id, "training_changed")).toEqual([
      "revision 1: Nordlicht Engineer 01",
      "revision 1: Nordlicht Engineer 02",
      "revision 1: Tessa Trainer",
      "revision 1: Tom Trainer",
    ]);
    expect((await selectTrainingSession(database.db, id)).revision).toBe(1);
    expect(await refusal(change(id, on("2027-03-17"), 0))).toMatchObject({ code: "changed_meanwhile" });
  });

  it("offers more seats to the waiting list and bothers nobody else", async () => {
    const id = await aTrainingSession(database.db, now, { trainerId, capacity: 1, ...on("2027-03-18") });
    await enrol(id, partner.engineerIds.slice(0, 4));
    expect(await change(id, { capacity: 3, ...on("2027-03-18") })).toEqual({ told: 0, offered: 2 });
    const states = (await selectParticipants(database.db, id, { kind: "everybody" })).map(({ state }) => state);
    expect(states).toEqual(["enrolled", "offered", "offered", "waiting"]);
  });

  it("keeps a seat for everybody who holds one", async () => {
    const id = await aTrainingSession(database.db, now, { trainerId, capacity: 3, ...on("2027-03-19") });
    await enrol(id, partner.engineerIds.slice(0, 3));
    expect(await refusal(change(id, { capacity: 2, ...on("2027-03-19") }))).toEqual({
      code: "capacity_below_enrolled",
      facts: { enrolled: 3 },
    });
  });

  it("shortens offers to an earlier deadline", async () => {
    const id = await aTrainingSession(database.db, now, { trainerId, capacity: 1, ...on("2027-03-20") });
    await enrol(id, partner.engineerIds.slice(0, 2));
    await change(id, { capacity: 2, ...on("2027-03-20") });
    await change(id, { capacity: 2, ...on("2027-03-20"), enrolmentCloses: { day: "2027-02-01", time: "12:00" } }, 1);
    const offered = (await selectParticipants(database.db, id, { kind: "everybody" })).find(
      ({ state }) => state === "offered",
    );
    expect(offered?.offerExpiresAt).toEqual(new Date("2027-02-01T11:00:00Z"));
  });

  it("ends when the session begins", async () => {
    const id = await aTrainingSession(database.db, now, { trainerId, ...on("2027-03-21") });
    const start = new Date("2027-03-21T08:00:00Z");
    expect(await refusal(change(id, on("2027-03-22"), 0, start))).toMatchObject({ code: "training_session_started" });
    expect(await change(id, on("2027-03-22"), 0, new Date(start.getTime() - 1))).toMatchObject({ told: 1 });
  });
});

describe("cancelling a session", () => {
  it("tells everybody once and refuses what comes after", async () => {
    const id = await aTrainingSession(database.db, now, { trainerId, capacity: 1, ...on("2027-03-23") });
    await enrol(id, partner.engineerIds.slice(0, 2));
    const cancel = () =>
      cancelTrainingSession(database.db, { actorId: trainerId, trainingSessionId: id, reason: "Trainer ill" }, now);
    expect(await cancel()).toEqual({ told: 3 });
    expect(await told(id, "training_cancelled")).toHaveLength(3);
    expect(await refusal(cancel())).toMatchObject({ code: "training_session_cancelled" });
    expect(await refusal(enrol(id, partner.engineerIds.slice(2, 3)))).toMatchObject({
      code: "training_session_cancelled",
    });
  });
});

describe("reminders", () => {
  it("go out 7 and 1 days before, once, to who has a seat and to the trainer", async () => {
    const id = await aTrainingSession(database.db, now, { trainerId, capacity: 1, ...on("2027-04-20") });
    await enrol(id, partner.engineerIds.slice(0, 2));
    const remind = (at: string) => planTrainingReminders(database.db, new Date(at));
    expect(await remind("2027-04-12T21:59:00Z")).toEqual({ reminded: 0 });
    expect(await remind("2027-04-12T22:00:00Z")).toEqual({ reminded: 2 });
    expect(await remind("2027-04-14T08:00:00Z")).toEqual({ reminded: 0 });
    expect(await remind("2027-04-19T08:00:00Z")).toEqual({ reminded: 2 });
    expect(await remind("2027-04-20T06:59:00Z")).toEqual({ reminded: 0 });
  });

  it("do not leave when the seat was given back, the session was moved or has begun in the meantime", async () => {
    const id = await aTrainingSession(database.db, now, { trainerId, ...on("2027-07-20") });
    const [stays = "", leaves = ""] = partner.engineerIds;
    await enrol(id, [stays, leaves]);
    const at = new Date("2027-07-19T05:00:00Z");
    await planTrainingReminders(database.db, at);
    const planned = await database.db
      .selectFrom("notice")
      .select(["kind", "subjectId", "cycle", "stage", "recipientId", "organisationId", "facts"])
      .where("subjectId", "=", id)
      .where("kind", "=", "training_reminder")
      .execute();
    const due = async (instant: Date) => {
      const ask = stillDueTogether(database.db, () => instant);
      const answers = await Promise.all(planned.map(async (one) => ((await ask(one)) ? [one.recipientId] : [])));
      return answers.flat().sort();
    };
    expect(await due(at)).toEqual([stays, leaves, trainerId].sort());
    const enrolment = (await selectOpenEnrolments(database.db, id)).find(({ personId }) => personId === leaves);
    await withdrawEnrolment(database.db, { actorId: null, enrolmentId: enrolment?.id ?? "" }, at);
    expect(await due(at)).toEqual([stays, trainerId].sort());
    expect(await due(new Date("2027-07-20T07:00:00Z"))).toHaveLength(2);
    expect(await due(new Date("2027-07-20T07:00:00.001Z"))).toEqual([]);
    await change(id, on("2027-07-21"), 0, at);
    expect(await due(at)).toEqual([]);
  });

  it("start again when the session is moved", async () => {
    const id = await aTrainingSession(database.db, now, { trainerId, ...on("2027-05-20") });
    const remind = (at: string) => planTrainingReminders(database.db, new Date(at));
    expect(await remind("2027-05-15T08:00:00Z")).toEqual({ reminded: 1 });
    await change(id, on("2027-06-20"));
    expect(await remind("2027-05-16T08:00:00Z")).toEqual({ reminded: 0 });
    expect(await remind("2027-06-15T08:00:00Z")).toEqual({ reminded: 1 });
  });
});
