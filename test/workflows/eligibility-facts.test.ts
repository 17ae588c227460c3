import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServerDatabase } from "#test/set-up/database";
import {
  addEngineer,
  changeOrganisationLevel,
  leaveOrganisation,
  optOutOfSecondLevel,
} from "~/eligibility/change-membership.server";
import { selectStandingFacts } from "~/eligibility/facts-queries.server";
import { assessStanding } from "~/eligibility/standing";
import { sweepEligibility } from "~/eligibility/sweep-organisations.server";
import type { Day } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { aCertificate, aRevocation, aSuspension } from "../factories/certificates";
import { aMember, anOrganisation, aSecondLevelPartner, aStaffMember } from "../factories/organisations";

const at = (day: Day) => new Date(`${day}T09:00:00Z`);

/** Ada, Ben and Cem, certified from 2026-03-10 for a year. */
async function threeCertified(database: Database, organisationId: string, names = ["Ada", "Ben", "Cem"]) {
  const people: { personId: string; certificateId: string }[] = [];
  for (const name of names) {
    const personId = await aMember(database.db, organisationId, name);
    people.push({
      personId,
      certificateId: await aCertificate(database.db, { personId, organisationId, start: "2026-03-10" }),
    });
  }
  return people;
}

describe("the facts of an organisation", () => {
  let database: Database;
  beforeEach(async () => {
    database = await testServerDatabase();
  });
  afterEach(() => database.close());

  const standing = async (organisationId: string, day: Day, knownAt?: Date) => {
    const facts = (await selectStandingFacts(database.db, [organisationId], knownAt)).get(organisationId);
    if (!facts) throw new Error("no facts");
    return assessStanding(facts, day, policy);
  };

  it("as of a day and as known on another: a revocation with effect from last month", async () => {
    const organisationId = await anOrganisation(database.db);
    const [ada] = await threeCertified(database, organisationId);
    await aRevocation(database.db, ada?.certificateId ?? "", "2026-08-01", "2026-09-15");
    expect(await standing(organisationId, "2026-08-20")).toMatchObject({
      status: "not_met",
      count: 2,
      fallen: { day: "2026-08-01" },
    });
    expect(await standing(organisationId, "2026-08-20", at("2026-09-14"))).toMatchObject({ status: "met", count: 3 });
    expect(await standing(organisationId, "2026-08-20", at("2026-09-16"))).toMatchObject({
      status: "not_met",
      count: 2,
    });
  });

  it("as known before a leaver, a suspension, a certificate and a level were recorded", async () => {
    const organisationId = await anOrganisation(database.db);
    const [ada, ben, cem] = await threeCertified(database, organisationId);
    const leaver = { actorId: null, organisationId, personId: ada?.personId ?? "", endsOn: "2026-06-01" as Day };
    await leaveOrganisation(database.db, leaver, at("2026-07-01"));
    await aSuspension(database.db, ben?.certificateId ?? "", { start: "2026-06-10", end: "2026-07-10" }, "2026-07-02");
    await aCertificate(database.db, {
      personId: cem?.personId ?? "",
      organisationId,
      start: "2027-03-10",
      issuedOn: "2027-01-05",
    });
    await changeOrganisationLevel(
      database.db,
      { actorId: null, organisationId, levelCode: "partner", from: "2026-12-01" },
      at("2026-11-01"),
    );
    const counts = [at("2026-06-30"), at("2026-07-01"), at("2026-07-02"), undefined].map((known) =>
      standing(organisationId, "2026-06-20", known),
    );
    expect((await Promise.all(counts)).map(({ count }) => count)).toEqual([3, 2, 1, 1]);
    expect((await standing(organisationId, "2026-12-15", at("2026-10-31"))).status).toBe("not_met");
    expect((await standing(organisationId, "2026-12-15")).status).toBe("not_applicable");
    expect((await standing(organisationId, "2027-04-01", at("2027-01-04"))).count).toBe(0);
    expect((await standing(organisationId, "2027-04-01", at("2027-01-06"))).count).toBe(1);
  });

  it("count somebody who changes sides from the first day there, with the certificate earned before", async () => {
    const [from, to] = [await anOrganisation(database.db), await anOrganisation(database.db, { name: "Zweite" })];
    const [ada] = await threeCertified(database, from);
    await leaveOrganisation(
      database.db,
      { actorId: null, organisationId: from, personId: ada?.personId ?? "", endsOn: "2026-10-01" },
      at("2026-09-01"),
    );
    const again = {
      actorId: null,
      organisationId: to,
      fullName: "Ada Example",
      email: "ADA@example.org",
      language: "en",
      administrator: true,
      partnerAdmin: false,
      from: "2026-10-01",
    } as const;
    await addEngineer(database.db, again, at("2026-09-02"), seededRandom("transfer"));
    const counts = async (day: Day) => [(await standing(from, day)).count, (await standing(to, day)).count];
    expect([await counts("2026-09-30"), await counts("2026-10-01")]).toEqual([
      [3, 0],
      [2, 1],
    ]);
  });

  it("bind a Platinum partner between opting in and out", async () => {
    const organisationId = await anOrganisation(database.db, { levelCode: "platinum" });
    const [ada] = await threeCertified(database, organisationId);
    const actorId = ada?.personId ?? "";
    await aSecondLevelPartner(database.db, { actorId, organisationId, from: "2026-05-01" }, at("2026-05-01"));
    await optOutOfSecondLevel(database.db, { actorId: null, organisationId, from: "2026-08-01" }, at("2026-07-15"));
    const days = ["2026-04-30", "2026-05-01", "2026-07-31", "2026-08-01"] as const;
    expect(await Promise.all(days.map(async (day) => (await standing(organisationId, day)).status))).toEqual([
      "not_applicable",
      "met",
      "met",
      "not_applicable",
    ]);
    await expect(
      optOutOfSecondLevel(database.db, { actorId: null, organisationId, from: "2026-09-01" }, at("2026-09-01")),
    ).rejects.toMatchObject({ code: "changed_meanwhile" });
  });

  it("keep organisations apart, however many are asked at once", async () => {
    const [first, second] = [await anOrganisation(database.db), await anOrganisation(database.db, { name: "Zweite" })];
    await threeCertified(database, first);
    await threeCertified(database, second, ["Dia", "Eva"]);
    const facts = await selectStandingFacts(database.db, [first, second]);
    expect([first, second].map((id) => [...(facts.get(id)?.names.values() ?? [])].sort())).toEqual([
      ["Ada Example", "Ben Example", "Cem Example"],
      ["Dia Example", "Eva Example"],
    ]);
  });
});

describe("two planners at once, on a server", () => {
  it("tell a fall once, whoever finds it first", async () => {
    const database = await testServerDatabase();
    try {
      const organisationId = await anOrganisation(database.db);
      await aMember(database.db, organisationId, "Boss", { administrator: false, partnerAdmin: true });
      await aStaffMember(database.db, "Ines", "portal_admin");
      const people = await threeCertified(database, organisationId);
      const leaving = people.map(({ personId }) =>
        leaveOrganisation(database.db, { actorId: null, organisationId, personId }, at("2026-09-01")),
      );
      const sweeps = [1, 2, 3].map(() => sweepEligibility(database.db, at("2026-09-01")));
      const reports = await Promise.all([...sweeps, ...leaving]);
      expect(reports.flatMap((report) => report?.failures ?? [])).toEqual([]);
      const { rows } = await database.pool.query(
        "select cycle, stage, count(*)::int as told from notice where kind = 'below_three_now' group by cycle, stage",
      );
      expect(rows).toEqual([{ cycle: "2026-09-01", stage: "0", told: 2 }]);
    } finally {
      await database.close();
    }
  });
});
