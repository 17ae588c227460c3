import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { verifyChain } from "~/audit/verify-chain.server";
import type { Rejection } from "~/kernel/rejection";
import { endMembership } from "~/organisations/end-membership.server";
import { type Database, inTransaction } from "~/platform/database/handle";
import { acceptOffer } from "~/training/accept-offer.server";
import { enrolPeople } from "~/training/enrol-people.server";
import { expireSeatOffers } from "~/training/expire-seat-offers.server";
import { selectParticipants } from "~/training/participant-queries.server";
import { withdrawEnrolment } from "~/training/withdraw-enrolment.server";
import { aPartner, aTrainer, aTrainingSession } from "../factories/training";
import { testDatabase } from "../set-up/database";

const now = new Date("2027-02-01T08:00:00Z");
const hoursLater = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
/** 7 March 2027, 18:00 in Berlin. */
const deadline = new Date("2027-03-07T17:00:00Z");

let database: Database;
let partner: Awaited<ReturnType<typeof aPartner>>;
let trainerId: string;
let sessionId: string;
let day = 9;

beforeAll(async () => {
  database = await testDatabase();
  partner = await aPartner(database.db, now, { engineers: 6 });
  trainerId = await aTrainer(database.db, now);
});
afterAll(() => database.close());
beforeEach(async () => {
  day += 1;
  const parts = [{ day: `2027-03-${day}`, from: "09:00", to: "12:00" } as const];
  sessionId = await aTrainingSession(database.db, now, { trainerId, parts });
});

const enrol = (engineers: number[], at = now, more: Partial<Parameters<typeof enrolPeople>[1]> = {}) =>
  enrolPeople(
    database.db,
    {
      actorId: partner.adminId,
      trainingSessionId: sessionId,
      organisationId: partner.organisationId,
      personIds: engineers.map((index) => partner.engineerIds[index] ?? ""),
      purchaseOrder: null,
      oneself: false,
      ...more,
    },
    at,
  );
const list = async () =>
  (await selectParticipants(database.db, sessionId, { kind: "everybody" })).map((row) =>
    `${row.personName.slice(-2)} ${row.state} ${row.place ?? ""}`.trim(),
  );
const enrolmentOf = async (engineer: number) => {
  const rows = await selectParticipants(database.db, sessionId, { kind: "everybody" });
  const row = rows.find(({ personId }) => personId === partner.engineerIds[engineer]);
  if (!row) throw new Error(`engineer ${engineer} is not in the session`);
  return row.enrolmentId;
};
const noticesTo = async (engineer: number) => {
  const rows = await database.db
    .selectFrom("notice")
    .select(["kind", "facts"])
    .where("recipientId", "=", partner.engineerIds[engineer] ?? "")
    .orderBy("decidedAt")
    .execute();
  return rows
    .filter(({ facts }) => (facts as { trainingSessionId?: string }).trainingSessionId === sessionId)
    .map(({ kind }) => kind);
};
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "not refused",
    (error: Rejection) => error.code ?? String(error),
  );

describe("enrolling several people at once", () => {
  it("gives three seats and tells the fourth that it waits in the first place", async () => {
    const results = await enrol([0, 1, 2, 3]);
    expect(results.map(({ personName, outcome }) => [personName.slice(-2), outcome])).toEqual([
      ["01", { kind: "enrolled" }],
      ["02", { kind: "enrolled" }],
      ["03", { kind: "enrolled" }],
      ["04", { kind: "waiting", place: 1, why: "full" }],
    ]);
    expect(await noticesTo(0)).toEqual(["training_enrolled"]);
    expect(await noticesTo(3)).toEqual(["training_waiting"]);
  });

  it("leaves who is in already as they are, and refuses when that is everybody", async () => {
    await enrol([0, 1]);
    const again = await enrol([1, 2]);
    expect(again.map(({ outcome }) => outcome.kind)).toEqual(["enrolled", "already_in"]);
    expect(await refusal(enrol([0, 1, 2]))).toBe("already_enrolled");
    expect(await list()).toEqual(["01 enrolled", "02 enrolled", "03 enrolled"]);
  });

  it("is not possible for people of another organisation, and then for none", async () => {
    const other = await aPartner(database.db, now, { name: `Other ${day}`, engineers: 1 });
    const personIds = [partner.engineerIds[0] ?? "", other.engineerIds[0] ?? ""];
    expect(await refusal(enrol([], now, { personIds }))).toBe("not_found");
    expect(await list()).toEqual([]);
  });

  it("closes at the deadline", async () => {
    await enrol([0], new Date(deadline.getTime() - 1));
    expect(await refusal(enrol([1], deadline))).toBe("enrolment_closed");
  });

  it("needs a purchase order where the session is at a charge, and keeps it with who accepted", async () => {
    const parts = [{ day: `2027-03-${day}`, from: "13:00", to: "15:00" } as const];
    sessionId = await aTrainingSession(database.db, now, { trainerId, parts, chargeMinorUnits: 49_000 });
    expect(await refusal(enrol([0]))).toBe("charge_not_accepted");
    await enrol([0], now, { purchaseOrder: "PO 4711" });
    const row = await database.db
      .selectFrom("enrolment")
      .select(["purchaseOrder", "chargeAcceptedBy"])
      .where("trainingSessionId", "=", sessionId)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ purchaseOrder: "PO 4711", chargeAcceptedBy: partner.adminId });
  });
});

describe("enrolling oneself", () => {
  const oneself = (personId: string, organisationId: string) =>
    enrol([], now, { actorId: personId, organisationId, personIds: [personId], oneself: true });

  it("is for those whose organisation allows it", async () => {
    expect(await refusal(oneself(partner.engineerIds[0] ?? "", partner.organisationId))).toBe("forbidden");
    const open = await aPartner(database.db, now, { name: `Open ${day}`, engineers: 2, selfEnrolment: true });
    const [first = "", second = ""] = open.engineerIds;
    expect((await oneself(first, open.organisationId)).map(({ outcome }) => outcome.kind)).toEqual(["enrolled"]);
    const forAnother = enrol([], now, {
      actorId: first,
      organisationId: open.organisationId,
      personIds: [second],
      oneself: true,
    });
    expect(await refusal(forAnother)).toBe("forbidden");
  });
});

describe("a seat that becomes free", () => {
  beforeEach(() => enrol([0, 1, 2, 3, 4]));
  const withdraw = async (engineer: number, at = now) =>
    withdrawEnrolment(database.db, { actorId: partner.adminId, enrolmentId: await enrolmentOf(engineer) }, at);

  it("is offered to the next for 48 hours, who may take it", async () => {
    await withdraw(0);
    expect(await list()).toEqual(["02 enrolled", "03 enrolled", "04 offered", "05 waiting 1"]);
    await acceptOffer(database.db, { actorId: null, enrolmentId: await enrolmentOf(3) }, hoursLater(47));
    expect(await list()).toEqual(["02 enrolled", "03 enrolled", "04 enrolled", "05 waiting 1"]);
    expect(await noticesTo(3)).toEqual(["training_waiting", "training_seat_offered", "training_enrolled"]);
    expect(await noticesTo(0)).toEqual(["training_enrolled", "training_withdrawn"]);
  });

  it("goes on to the next when the offer is declined", async () => {
    await withdraw(0);
    await withdraw(3);
    expect(await list()).toEqual(["02 enrolled", "03 enrolled", "05 offered"]);
  });

  it("goes on to the next when the offer runs out; a second run changes nothing", async () => {
    await withdraw(0);
    await expireSeatOffers(database.db, new Date(hoursLater(48).getTime() - 1));
    expect(await list()).toEqual(["02 enrolled", "03 enrolled", "04 offered", "05 waiting 1"]);
    await expireSeatOffers(database.db, hoursLater(48));
    expect(await expireSeatOffers(database.db, hoursLater(48))).toEqual({ expired: 0, offered: 0 });
    expect(await list()).toEqual(["02 enrolled", "03 enrolled", "05 offered", "04 offer_expired"]);
  });

  it("cannot be taken after the offer has run out, even before anybody ended it", async () => {
    await withdraw(0);
    const enrolmentId = await enrolmentOf(3);
    expect(await refusal(acceptOffer(database.db, { actorId: null, enrolmentId }, hoursLater(48)))).toBe(
      "offer_expired",
    );
  });

  it("is held no longer than until the deadline, and offered to nobody after it", async () => {
    await withdraw(0, new Date(deadline.getTime() - 3_600_000));
    const [offer] = (await selectParticipants(database.db, sessionId, { kind: "everybody" })).filter(
      ({ state }) => state === "offered",
    );
    expect(offer?.offerExpiresAt).toEqual(deadline);
    await expireSeatOffers(database.db, deadline);
    expect(await list()).toEqual(["02 enrolled", "03 enrolled", "05 waiting 1", "04 offer_expired"]);
  });

  it("passes over a person who has left the organisation", async () => {
    const leaver = await aPartner(database.db, now, { name: `Leaver ${day}`, engineers: 0 });
    const parts = [{ day: `2027-03-${day}`, from: "16:00", to: "17:00" } as const];
    sessionId = await aTrainingSession(database.db, now, { trainerId, parts, capacity: 1 });
    await enrol([0]);
    const leaving = { actorId: leaver.adminId, organisationId: leaver.organisationId, personIds: [leaver.adminId] };
    await enrol([], now, leaving);
    await enrol([1]);
    await inTransaction(database.db, (trx) =>
      endMembership(
        trx,
        { actorId: null, organisationId: leaver.organisationId, personId: leaver.adminId },
        hoursLater(1),
      ),
    );
    await withdraw(0, hoursLater(2));
    expect(await list()).toEqual(["02 offered", "in waiting 1"]);
  });

  it("is not freed twice", async () => {
    const enrolmentId = await enrolmentOf(0);
    await withdraw(0);
    const again = withdrawEnrolment(database.db, { actorId: null, enrolmentId }, now);
    expect(await refusal(again)).toBe("changed_meanwhile");
    expect((await list()).filter((line) => line.includes("offered"))).toHaveLength(1);
  });
});

it("leaves an audit trail whose chain holds", async () => {
  await enrol([0, 1, 2, 3]);
  await withdrawEnrolment(database.db, { actorId: null, enrolmentId: await enrolmentOf(0) }, now);
  const events = await database.db
    .selectFrom("auditEvent")
    .innerJoin("enrolment", "enrolment.id", "auditEvent.subjectId")
    .select("action")
    .where("trainingSessionId", "=", sessionId)
    .orderBy("sequence")
    .execute();
  expect(events.map(({ action }) => action)).toEqual([
    "enrolment.enrolled",
    "enrolment.enrolled",
    "enrolment.enrolled",
    "enrolment.waiting",
    "enrolment.withdrawn",
    "enrolment.offered",
  ]);
  expect(await verifyChain(database.db)).toMatchObject({ whole: true });
});
