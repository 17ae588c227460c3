import { afterAll, beforeAll, expect, it } from "vitest";
import { readOrganisation } from "~/eligibility/read-organisation.server";
import type { Day } from "~/kernel/calendar";
import { decideOnStatus } from "~/organisations/decide-on-status.server";
import type { Database } from "~/platform/database/handle";
import { enrolPeople } from "~/training/enrol-people.server";
import { aCertificate, aRevocation } from "../factories/certificates";
import { aMember, anOrganisation, aStaffMember } from "../factories/organisations";
import { aTrainer, aTrainingSession } from "../factories/training";
import { testDatabase } from "../set-up/database";
import { servePortal } from "../set-up/served-portal";

const now = new Date("2027-01-15T09:00:00Z");

let database: Database;
let organisationId: string;
let people: { readonly ada: string; readonly ben: string; readonly cem: string; readonly nia: string };
let adasCertificate: string;
beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  organisationId = await anOrganisation(db);
  const certified = async (name: string, start: Day) => {
    const personId = await aMember(db, organisationId, name);
    return { personId, certificateId: await aCertificate(db, { personId, organisationId, start }) };
  };
  const ada = await certified("Ada", "2026-03-10");
  const ben = await certified("Ben", "2026-03-10");
  const cem = await certified("Cem", "2026-04-01");
  adasCertificate = ada.certificateId;
  people = {
    ada: ada.personId,
    ben: ben.personId,
    cem: cem.personId,
    nia: await aMember(db, organisationId, "Nia"),
  };
});
afterAll(() => database.close());

async function aTrainingOn(trainerId: string, day: Day, closes: Day, capacity = 3): Promise<string> {
  const parts = [{ day, from: "09:00", to: "12:00" }];
  const enrolmentCloses = { day: closes, time: "18:00" };
  return aTrainingSession(database.db, now, { trainerId, parts, enrolmentCloses, capacity });
}

it("counts back from the fall to the last training with a free seat, and from a certificate's end to the last safe examination", async () => {
  const { db } = database;
  const trainerId = await aTrainer(db, now);
  const next = await aTrainingOn(trainerId, "2027-02-01", "2027-01-30");
  const last = await aTrainingOn(trainerId, "2027-02-20", "2027-02-18");
  const full = await aTrainingOn(trainerId, "2027-03-05", "2027-03-03", 1);
  // Ends before the fall, but leaves no room for a failed attempt.
  await aTrainingOn(trainerId, "2027-03-08", "2027-03-06");
  const seat = { organisationId, personIds: [people.ben], purchaseOrder: null, oneself: false };
  await enrolPeople(db, { actorId: people.ben, trainingSessionId: full, ...seat }, now);

  const { tasks } = await readOrganisation(db, organisationId, {}, now);
  const of = (personId: string) => tasks?.find((task) => "personId" in task && task.personId === personId)?.lastSafe;
  expect(of(people.nia)).toMatchObject({
    kind: "enrol",
    pressure: "safe",
    passBy: "2027-03-09",
    next: { trainingSessionId: next, freeSeats: 3 },
    last: { trainingSessionId: last },
  });
  expect(of(people.ada)).toMatchObject({
    kind: "exam",
    pressure: "safe",
    attemptsLeft: 3,
    safeThrough: "2027-02-28",
    passBy: "2027-03-09",
  });
});

it("advises where ends coincide, by name", async () => {
  const { advice } = await readOrganisation(database.db, organisationId, {}, now);
  expect(advice).toMatchObject({ countAfter: 0, newChain: null });
  expect(advice?.people.map(({ name }) => name)).toEqual(["Ada Example", "Ben Example", "Cem Example"]);
  // Ten days before the first end at the latest, and none before today.
  const days = advice?.sittings.map(({ sitOn }) => sitOn) ?? [];
  expect(days[0]).toBe("2027-01-15");
  expect(days.every((day) => day <= "2027-02-28")).toBe(true);
});

it("shows a day as it was known on another: what was recorded later is left out, and nothing is said of what to do", async () => {
  const { db } = database;
  await aRevocation(db, adasCertificate, "2026-12-01", "2027-01-10");
  const seen = async (knownOn?: Day) => {
    const { known, standing, tasks, advice } = await readOrganisation(
      db,
      organisationId,
      { on: "2026-12-15", knownOn },
      now,
    );
    return { known, count: standing.count, tasks, advice };
  };
  const told = { tasks: null, advice: null };
  expect(await seen()).toEqual({ known: null, count: 2, ...told });
  expect(await seen("2027-01-10")).toEqual({ known: "2027-01-10", count: 2, ...told });
  expect(await seen("2027-01-09")).toEqual({ known: "2027-01-09", count: 3, ...told });
  // A day that is not over has not become known yet.
  expect(await seen("2027-01-15")).toEqual({ known: null, count: 2, ...told });
  const today = await readOrganisation(db, organisationId, { knownOn: "2027-01-09" }, now);
  expect(today).toMatchObject({ known: "2027-01-09", day: "2027-01-15", standing: { count: 3 }, tasks: null });
});

it("shows beside the status the decision that was known then, by the day in the organisation's zone", async () => {
  const { db } = database;
  const actorId = await aStaffMember(db, "Ines", "portal_admin");
  const decision = { actorId, organisationId, effectiveOn: "2026-12-01", reason: "for the test" } as const;
  const remediation = { outcome: "remediation", remediationThrough: "2027-01-31" } as const;
  const granted = { outcome: "granted", remediationThrough: null } as const;
  // The last instant of 4 January in Berlin, and the first of 10 January.
  const at = { first: new Date("2027-01-04T22:59:59.999Z"), second: new Date("2027-01-09T23:00:00Z") };
  const { decisionId } = await decideOnStatus(db, { ...decision, ...remediation, seenId: "" }, at.first);
  await decideOnStatus(db, { ...decision, ...granted, seenId: decisionId }, at.second);
  const shown = async (knownOn?: Day, on?: Day) =>
    (await readOrganisation(db, organisationId, { on, knownOn }, now)).decision?.outcome ?? null;
  expect(await shown("2027-01-03")).toBeNull();
  expect(await shown("2027-01-04")).toBe("remediation");
  expect(await shown("2027-01-09")).toBe("remediation");
  expect(await shown("2027-01-09", "2026-11-30")).toBeNull();
  expect(await shown("2027-01-10")).toBe("granted");
  // A day that is not over has not become known yet.
  expect(await shown("2027-01-15")).toBe("granted");
  expect(await shown()).toBe("granted");
});

it("offers to book the next training for as many as it has seats, in the order of the tasks", async () => {
  const { db } = database;
  const served = await servePortal(database, { now: () => now });
  try {
    const adminId = await aMember(db, organisationId, "Boss", { administrator: false, partnerAdmin: true });
    for (const name of ["Quin", "Oda", "Pia"]) await aMember(db, organisationId, name);
    const { tasks } = await readOrganisation(db, organisationId, {}, now);
    const seeking = (tasks ?? []).flatMap((task) =>
      task.kind === "certify" && task.lastSafe?.kind === "enrol" ? [{ ...task, next: task.lastSafe.next }] : [],
    );
    expect(seeking.map(({ name }) => name)).toEqual(["Nia Example", "Oda Example", "Pia Example", "Quin Example"]);
    const next = seeking[0]?.next;
    expect(next?.freeSeats).toBe(3);

    const headers = { Cookie: await served.signedIn(adminId) };
    const html = await (await fetch(`${served.url}/organisations/${organisationId}`, { headers })).text();
    const links = [...html.matchAll(/href="\/training\/([^?"]+)\?([^"]+)"/g)].map(([, id, search = ""]) => ({
      id,
      people: new URLSearchParams(search.replaceAll("&amp;", "&")).get("people")?.split(","),
    }));
    const [ofAll, ...ofEach] = links;
    expect(ofAll).toEqual({ id: next?.trainingSessionId, people: seeking.slice(0, 3).map(({ personId }) => personId) });
    // At each task there is still a way for its person alone.
    expect(ofEach.map(({ people: own }) => own)).toEqual(seeking.map(({ personId }) => [personId]));
  } finally {
    served.close();
  }
});
