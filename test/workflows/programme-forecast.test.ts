import { afterEach, beforeEach, expect, it } from "vitest";
import { testServerDatabase } from "#test/set-up/database";
import { readForecast } from "~/eligibility/read-forecast.server";
import type { Day } from "~/kernel/calendar";
import type { Database } from "~/platform/database/handle";
import { enrolPeople } from "~/training/enrol-people.server";
import { aCertificate } from "../factories/certificates";
import { aMember, anOrganisation, aStaffMember } from "../factories/organisations";
import { aTrainingSession } from "../factories/training";

const now = new Date("2027-02-01T09:00:00Z");
let database: Database;
beforeEach(async () => {
  database = await testServerDatabase();
});
afterEach(() => database.close());

it("says in which month who falls, and how many seats are needed for those who must be trained first", async () => {
  const { db } = database;
  const met = await anOrganisation(db, { name: "Nordlicht" });
  for (const [name, start] of [
    ["Ada", "2026-03-10"],
    ["Ben", "2026-06-10"],
    ["Cem", "2026-06-10"],
  ] as [string, Day][]) {
    await aCertificate(db, { personId: await aMember(db, met, name), organisationId: met, start });
  }
  // Below three from the start: one certified, one named with a seat, and so one seat is still needed.
  const below = await anOrganisation(db, { name: "Elbufer" });
  await aCertificate(db, { personId: await aMember(db, below, "Dora"), organisationId: below, start: "2026-12-01" });
  const enrolled = await aMember(db, below, "Emil");
  await aMember(db, below, "Fritz");
  const trainerId = await aStaffMember(db, "Tom", "training_manager");
  const trainingSessionId = await aTrainingSession(db, now, {
    trainerId,
    capacity: 3,
    parts: [{ day: "2027-03-20", from: "09:00", to: "12:00" }],
    enrolmentCloses: { day: "2027-03-18", time: "18:00" },
  });
  const command = { trainingSessionId, organisationId: below, personIds: [enrolled], purchaseOrder: null };
  await enrolPeople(db, { ...command, actorId: trainerId, oneself: false }, now);

  const { months, capacity } = await readForecast(db, now);
  expect(months).toHaveLength(13);
  expect(months.filter(({ falls }) => falls > 0)).toEqual([{ month: "2027-03", falls: 1 }]);
  expect(capacity.filter(({ needed, free }) => needed > 0 || free > 0)).toEqual([
    { month: "2027-02", needed: 1, free: 0, balance: -1 },
    { month: "2027-03", needed: 0, free: 2, balance: 1 },
  ]);
});
