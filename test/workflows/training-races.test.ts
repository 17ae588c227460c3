import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyChain } from "~/audit/verify-chain.server";
import type { Database } from "~/platform/database/handle";
import { acceptOffer } from "~/training/accept-offer.server";
import { enrolPeople } from "~/training/enrol-people.server";
import { expireSeatOffers } from "~/training/expire-seat-offers.server";
import { selectParticipants } from "~/training/participant-queries.server";
import { withdrawEnrolment } from "~/training/withdraw-enrolment.server";
import { aPartner, aTrainer, aTrainingSession } from "../factories/training";
import { testServerDatabase } from "../set-up/database";

const now = new Date("2027-02-01T08:00:00Z");
let database: Database;
let trainerId: string;

beforeAll(async () => {
  database = await testServerDatabase();
  trainerId = await aTrainer(database.db, now);
});
afterAll(() => database.close());

const outcomes = async (work: Promise<unknown>[]) =>
  (await Promise.allSettled(work)).map((result) => (result.status === "fulfilled" ? "done" : result.reason.code));

describe("at the same moment", () => {
  it("20 people enrol for 3 seats: 3 get one, the others stand on a waiting list without a gap", async () => {
    const partner = await aPartner(database.db, now, { engineers: 20 });
    const trainingSessionId = await aTrainingSession(database.db, now, { trainerId });
    const results = await Promise.all(
      partner.engineerIds.map((personId) =>
        enrolPeople(
          database.db,
          {
            actorId: partner.adminId,
            trainingSessionId,
            organisationId: partner.organisationId,
            personIds: [personId],
            purchaseOrder: null,
            oneself: false,
          },
          now,
        ),
      ),
    );
    const places = results.flat().flatMap(({ outcome }) => (outcome.kind === "waiting" ? [outcome.place] : []));
    expect(results.flat().filter(({ outcome }) => outcome.kind === "enrolled")).toHaveLength(3);
    expect(places.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));

    const rows = await selectParticipants(database.db, trainingSessionId, { kind: "everybody" });
    expect(rows.filter(({ state }) => state === "enrolled")).toHaveLength(3);
    const said = new Map(results.flat().map(({ personId, outcome }) => [personId, outcome]));
    for (const { personId, place } of rows.filter(({ state }) => state === "waiting")) {
      expect(said.get(personId)).toMatchObject({ kind: "waiting", place });
    }
    expect(await verifyChain(database.db)).toMatchObject({ whole: true });

    const seated = rows.filter(({ state }) => state === "enrolled");
    const withdrawals = seated.flatMap(({ enrolmentId }) => [
      withdrawEnrolment(database.db, { actorId: partner.adminId, enrolmentId }, now),
      withdrawEnrolment(database.db, { actorId: partner.adminId, enrolmentId }, now),
    ]);
    expect((await outcomes(withdrawals)).toSorted()).toEqual([
      ...Array(3).fill("changed_meanwhile"),
      ...Array(3).fill("done"),
    ]);
    const after = await selectParticipants(database.db, trainingSessionId, { kind: "everybody" });
    expect(
      after
        .filter(({ state }) => state === "offered")
        .map(({ personId }) => personId)
        .toSorted(),
    ).toEqual(
      rows
        .filter(({ place }) => place !== null && place <= 3)
        .map(({ personId }) => personId)
        .toSorted(),
    );
  });

  it("an offer is accepted and runs out: one of them happens, and no seat is given twice", async () => {
    const partner = await aPartner(database.db, now, { name: "Südwind", engineers: 3 });
    const parts = [{ day: "2027-04-09", from: "09:00", to: "12:00" } as const];
    const trainingSessionId = await aTrainingSession(database.db, now, { trainerId, parts, capacity: 1 });
    const shared = { actorId: partner.adminId, trainingSessionId, organisationId: partner.organisationId };
    const people = { personIds: partner.engineerIds, purchaseOrder: null, oneself: false };
    await enrolPeople(database.db, { ...shared, ...people }, now);
    const everybody = () => selectParticipants(database.db, trainingSessionId, { kind: "everybody" });
    const [first] = await everybody();
    await withdrawEnrolment(database.db, { actorId: null, enrolmentId: first?.enrolmentId ?? "" }, now);
    const offered = (await everybody()).find(({ state }) => state === "offered");
    const late = new Date(now.getTime() + 48 * 3_600_000);
    const [accepted] = await outcomes([
      acceptOffer(database.db, { actorId: null, enrolmentId: offered?.enrolmentId ?? "" }, now),
      expireSeatOffers(database.db, late),
    ]);
    const holders = (await everybody()).filter(({ state }) => state === "enrolled" || state === "offered");
    expect(holders.map(({ personId, state }) => [personId, state])).toEqual([
      accepted === "done" ? [offered?.personId, "enrolled"] : [partner.engineerIds[2], "offered"],
    ]);
  });

  it("one trainer is booked for two sessions: one is refused", async () => {
    const busy = await aTrainer(database.db, now, "Busy Trainer");
    for (const day of ["2027-05-01", "2027-05-02", "2027-05-03", "2027-05-04", "2027-05-05"] as const) {
      const parts = [{ day, from: "09:00", to: "12:00" }];
      const book = () => aTrainingSession(database.db, now, { trainerId: busy, parts });
      expect((await outcomes([book(), book()])).toSorted()).toEqual(["done", "trainer_booked"]);
    }
  });
});
