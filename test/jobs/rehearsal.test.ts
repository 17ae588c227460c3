import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testDatabase, testServerDatabase } from "#test/set-up/database";
import { leaveOrganisation } from "~/eligibility/change-membership.server";
import { sweepEligibility } from "~/eligibility/sweep-organisations.server";
import { allJobs } from "~/jobs/all-jobs.server";
import { rehearseJob, runJob } from "~/jobs/run-job.server";
import { type Database, inTransaction } from "~/platform/database/handle";
import { rehearse } from "~/platform/database/rehearse";
import { aCertificate } from "../factories/certificates";
import { postbox } from "../factories/mails";
import { aMember, anOrganisation, aStaffMember } from "../factories/organisations";
import { aPortal } from "../factories/portals";

describe.each([
  ["embedded", testDatabase],
  ["server", testServerDatabase],
] as const)("a rehearsal on the %s database", (_, open) => {
  let database: Database;
  beforeEach(async () => {
    database = await open();
  });
  afterEach(() => database.close());

  const rows = async () => {
    const [ledger, outbox, runs] = await Promise.all([
      database.db.selectFrom("notice").selectAll().execute(),
      database.db.selectFrom("outboxMessage").selectAll().orderBy("id").execute(),
      database.db.selectFrom("jobRun").selectAll().execute(),
    ]);
    return { ledger, outbox, runs };
  };

  it("says what the run would do, keeps nothing, sends nothing, and leaves it to be done", async () => {
    const { mail, arrived } = postbox();
    const portal = aPortal(database, { mail, now: () => new Date("2027-03-10T07:30:00Z") });
    const organisationId = await anOrganisation(database.db);
    await aMember(database.db, organisationId, "Boss", { administrator: false, partnerAdmin: true });
    await aStaffMember(database.db, "Ines", "portal_admin");
    for (const name of ["Ada", "Ben", "Cem"]) {
      const personId = await aMember(database.db, organisationId, name);
      await aCertificate(database.db, { personId, organisationId, start: "2026-03-20" });
    }
    const before = await rows();
    for (const job of allJobs) {
      const rehearsed = await rehearseJob(portal, job);
      expect(rehearsed, job.name).toMatchObject({ outcome: "rehearsed" });
      expect(await rows(), job.name).toEqual(before);
      expect(arrived, job.name).toEqual([]);
      const real = await runJob(portal, job, "command");
      expect("counts" in real && real.counts, job.name).toEqual("counts" in rehearsed && rehearsed.counts);
      Object.assign(before, await rows());
      arrived.length = 0;
    }
    expect(before.ledger.length).toBeGreaterThan(0);
    expect(before.outbox.map(({ state }) => state)).toContain("sent");
  });

  it("undoes only the part that failed, as the real thing would", async () => {
    const kept = await rehearse(database, async ({ db }) => {
      const insert = (name: string) =>
        db
          .insertInto("jobLease")
          .values({ ...free, job: name })
          .execute();
      await insert("one");
      await expect(insert("one")).rejects.toThrow(/duplicate/);
      await expect(
        inTransaction(db, async (trx) => {
          await trx
            .insertInto("jobLease")
            .values({ ...free, job: "two" })
            .execute();
          throw new Error("no");
        }),
      ).rejects.toThrow("no");
      await Promise.all(["three", "four", "five"].map(insert));
      return (await db.selectFrom("jobLease").select("job").orderBy("job").execute()).map(({ job }) => job);
    });
    expect(kept).toEqual(["five", "four", "one", "three"]);
    expect(await database.db.selectFrom("jobLease").select("job").execute()).toEqual([]);
  });
});

it("keeps nobody from changing what it has looked at, on a server", async () => {
  const database = await testServerDatabase();
  const now = new Date("2027-03-10T07:30:00Z");
  const organisationId = await anOrganisation(database.db);
  await aMember(database.db, organisationId, "Boss", { administrator: false, partnerAdmin: true });
  const people = [
    await aMember(database.db, organisationId, "Ada"),
    await aMember(database.db, organisationId, "Ben"),
    await aMember(database.db, organisationId, "Cem"),
  ];
  for (const personId of people) await aCertificate(database.db, { personId, organisationId, start: "2026-03-20" });
  const [personId = ""] = people;
  await rehearse(database, async (rehearsal) => {
    expect(await sweepEligibility(rehearsal.db, now)).toMatchObject({ failures: [] });
    await leaveOrganisation(database.db, { actorId: null, organisationId, personId }, now);
  });
  expect(await database.db.selectFrom("notice").select("kind").distinct().execute()).toEqual([
    { kind: "below_three_now" },
  ]);
  await database.close();
}, 300_000);

const free = { leasedUntil: null, leaseToken: null, lastDoneAt: null };
