import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServerDatabase } from "#test/set-up/database";
import { suspend } from "~/eligibility/decide-on-certificate.server";
import type { Day } from "~/kernel/calendar";
import { aCertificate, aRevocation, aSuspension } from "../factories/certificates";
import { at } from "../factories/race-worlds";
import { aToldOrganisation, type ToldOrganisation } from "../factories/told-organisations";

let world: ToldOrganisation;
beforeEach(async () => {
  world = await aToldOrganisation(await testServerDatabase());
});
afterEach(() => world.database.close());

describe("a decision about a certificate", () => {
  const suspendAdas = async (day: Day) => {
    const certificateId = await aCertificate(world.database.db, {
      personId: world.ada,
      organisationId: world.organisationId,
      start: "2027-03-10",
    });
    const why = { reasonClass: "under_investigation", note: "A complaint is looked into." } as const;
    await suspend(world.database.db, { actorId: world.staff, certificateId, ...why }, at(day));
    const told = world.database.db.selectFrom("notice").select("recipientId").where("subjectId", "=", certificateId);
    return (await told.where("kind", "=", "certificate_suspended").execute()).map(({ recipientId }) => recipientId);
  };

  it("is told to a partner admin up to the day on which the membership ends, as planned before", async () => {
    await world.leave(world.boss, "2027-04-01", "2027-05-01");
    expect((await suspendAdas("2027-04-30")).sort()).toEqual([world.ada, world.boss].sort());
  });

  it("is not told to one who has left, though the end was recorded before it came", async () => {
    await world.leave(world.boss, "2027-04-01", "2027-05-01");
    expect(await suspendAdas("2027-05-01")).toEqual([world.ada]);
  });
});

describe("the end of a certificate", () => {
  const lapses = async (personId: string) => {
    const { rows } = await world.database.pool.query<{ line: string }>(
      `select notice.kind || ' ' || stage || ' ' || (case recipient_id when $1 then 'holder' when $2 then 'boss' else '?' end) as line
       from notice join certificate on certificate.id = subject_id where person_id = $1 and kind like 'certificate_laps%' order by decided_at, line desc`,
      [personId, world.boss],
    );
    return rows.map(({ line }) => line);
  };

  it("is told to holder and partner admin, by stage, and on the day", async () => {
    for (const day of ["2027-03-08", "2027-03-09", "2027-03-10", "2027-03-11"] as const) await world.sweep(day);
    expect(await lapses(world.ada)).toEqual([
      "certificate_lapsing 7 holder",
      "certificate_lapsing 7 boss",
      "certificate_lapsing 1 holder",
      "certificate_lapsing 1 boss",
      "certificate_lapsed 0 holder",
      "certificate_lapsed 0 boss",
    ]);
  });

  it("is told to the holder alone after leaving", async () => {
    await world.leave(world.ada, "2027-01-01");
    await world.sweep("2027-03-10");
    expect(await lapses(world.ada)).toEqual(["certificate_lapsed 0 holder"]);
  });

  it.each(["renewed", "revoked", "suspended"] as const)(
    "is not told when %s, and a mail already planned does not leave",
    async (how) => {
      await world.sweep("2027-03-01");
      const [notice] = (
        await world.database.db
          .selectFrom("notice")
          .selectAll()
          .where("kind", "=", "certificate_lapsing")
          .where("recipientId", "=", world.ada)
          .execute()
      ).values();
      if (!notice) throw new Error("nothing planned");
      expect(await world.stillDue(notice, at("2027-03-01", "10:00"))).toBe(true);
      const certificateId = notice.subjectId;
      if (how === "renewed")
        await aCertificate(world.database.db, {
          personId: world.ada,
          organisationId: world.organisationId,
          start: "2027-03-10",
          issuedOn: "2027-03-01",
          previousId: certificateId,
        });
      if (how === "revoked") await aRevocation(world.database.db, certificateId, "2027-03-01");
      if (how === "suspended") await aSuspension(world.database.db, certificateId, { start: "2027-03-01", end: null });
      expect(await world.stillDue(notice, at("2027-03-01", "10:00"))).toBe(false);
      await world.sweep("2027-03-09");
      await world.sweep("2027-03-10");
      expect((await lapses(world.ada)).filter((line) => line.endsWith("holder"))).toEqual([
        "certificate_lapsing 14 holder",
      ]);
    },
  );

  it("keeps a mail of an older stage from leaving once a newer stage has come", async () => {
    await world.sweep("2027-03-01");
    const notice = await world.database.db
      .selectFrom("notice")
      .selectAll()
      .where("kind", "=", "certificate_lapsing")
      .where("recipientId", "=", world.ada)
      .executeTakeFirstOrThrow();
    expect(await world.stillDue(notice, at("2027-03-02"))).toBe(true);
    expect(await world.stillDue(notice, at("2027-03-03"))).toBe(false);
  });
});
