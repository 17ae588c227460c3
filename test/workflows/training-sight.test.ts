import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "~/platform/database/handle";
import { selectCalendar } from "~/training/calendar-queries.server";
import { selectCandidates } from "~/training/candidate-queries.server";
import { enrolPeople } from "~/training/enrol-people.server";
import { type Sight, selectParticipants } from "~/training/participant-queries.server";
import { aPartner, aTrainer, aTrainingSession } from "../factories/training";
import { testDatabase } from "../set-up/database";

const now = new Date("2027-02-01T08:00:00Z");
let database: Database;
let north: Awaited<ReturnType<typeof aPartner>>;
let south: Awaited<ReturnType<typeof aPartner>>;
let sessionId: string;
let sameTime: string;

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  north = await aPartner(db, now, { name: "North", engineers: 2 });
  south = await aPartner(db, now, { name: "South", engineers: 2 });
  sessionId = await aTrainingSession(db, now, { trainerId: await aTrainer(db, now), capacity: 1 });
  sameTime = await aTrainingSession(db, now, {
    trainerId: await aTrainer(db, now, "Tom Trainer"),
    courseCode: "support-24-7",
    parts: [{ day: "2027-03-10", from: "11:30", to: "14:00" }],
  });
  for (const { adminId, organisationId, engineerIds } of [south, north]) {
    const command = { actorId: adminId, organisationId, personIds: engineerIds, purchaseOrder: null, oneself: false };
    await enrolPeople(db, { ...command, trainingSessionId: sessionId }, now);
  }
});
afterAll(() => database.close());

const seenBy = async (sight: Sight) =>
  (await selectParticipants(database.db, sessionId, sight)).map(({ personName, state, place }) =>
    [personName, state, place].filter((part) => part !== null).join(", "),
  );

describe("who sees whom in a session", () => {
  it("staff see everybody", async () => {
    expect(await seenBy({ kind: "everybody" })).toEqual([
      "South Engineer 01, enrolled",
      "South Engineer 02, waiting, 1",
      "North Engineer 01, waiting, 2",
      "North Engineer 02, waiting, 3",
    ]);
  });

  it("a partner admin sees the own people only, with their places among all", async () => {
    const sight = { kind: "tenants", organisationIds: [north.organisationId], personId: north.adminId } as const;
    expect(await seenBy(sight)).toEqual(["North Engineer 01, waiting, 2", "North Engineer 02, waiting, 3"]);
  });

  it("an engineer sees nobody else", async () => {
    const personId = north.engineerIds[1] ?? "";
    expect(await seenBy({ kind: "tenants", organisationIds: [], personId })).toEqual(["North Engineer 02, waiting, 3"]);
  });

  it("candidates are the members of the asked organisations only, with what stands against them", async () => {
    const shared = {
      actorId: north.adminId,
      organisationId: north.organisationId,
      purchaseOrder: null,
      oneself: false,
    };
    await enrolPeople(database.db, { ...shared, trainingSessionId: sameTime, personIds: [north.adminId] }, now);
    const candidates = await selectCandidates(database.db, {
      organisationIds: [north.organisationId],
      trainingSessionId: sessionId,
      at: now,
    });
    expect(candidates.map(({ fullName, state, clash }) => [fullName, state, clash?.startsAt.toISOString()])).toEqual([
      ["North Admin", null, "2027-03-10T10:30:00.000Z"],
      ["North Engineer 01", "waiting", undefined],
      ["North Engineer 02", "waiting", undefined],
    ]);
  });
});

describe("the calendar", () => {
  const calendar = (question: Partial<Parameters<typeof selectCalendar>[1]> = {}) =>
    selectCalendar(database.db, {
      from: new Date("2027-02-28T23:00:00Z"),
      until: new Date("2027-03-31T22:00:00Z"),
      personId: south.engineerIds[0] ?? "",
      ...question,
    });

  it("lists every part with the seats of its session and one's own state", async () => {
    const parts = await calendar({ courseCode: "second-level" });
    expect(
      parts.map(({ ordinal, partCount, taken, waiting, mine }) => [ordinal, partCount, taken, waiting, mine]),
    ).toEqual([
      [1, 2, 1, 3, "enrolled"],
      [2, 2, 1, 3, "enrolled"],
    ]);
  });

  it("leaves out other courses, languages and months", async () => {
    expect(await calendar({ language: "de" })).toEqual([]);
    expect(await calendar({ courseCode: "support-24-7" })).toHaveLength(1);
    expect(await calendar({ until: new Date("2027-03-09T08:00:00Z") })).toEqual([]);
    expect(await calendar({ until: new Date("2027-03-09T08:00:01Z") })).toHaveLength(1);
  });
});
