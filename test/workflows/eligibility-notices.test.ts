import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServerDatabase } from "#test/set-up/database";
import { changeAdministrator } from "~/eligibility/change-membership.server";
import { sweepEligibility } from "~/eligibility/sweep-organisations.server";
import { aCertificate } from "../factories/certificates";
import { aMember, anOrganisation } from "../factories/organisations";
import { at } from "../factories/race-worlds";
import { aToldOrganisation, type ToldOrganisation } from "../factories/told-organisations";

let world: ToldOrganisation;
beforeEach(async () => {
  world = await aToldOrganisation(await testServerDatabase());
});
afterEach(() => world.database.close());

describe("a fall below three", () => {
  it("is planned in the moment somebody leaves, to partner admin and staff, once", async () => {
    await world.leave(world.ben, "2026-09-01");
    expect(await world.ledger("below_three_now")).toEqual([
      "below_three_now 2026-09-01 0 boss",
      "below_three_now 2026-09-01 0 staff",
    ]);
    expect(await world.sweep("2026-09-01", "20:00")).toEqual({});
  });

  it("is not planned when the change itself fails", async () => {
    await world.leave(world.ben, "2026-09-01");
    await expect(world.leave(world.ben, "2026-09-02")).rejects.toMatchObject({ code: "membership_ended" });
    expect(await world.ledger("below_three_now")).toHaveLength(2);
  });

  it("is planned when the flag is taken away", async () => {
    await changeAdministrator(
      world.database.db,
      { actorId: world.boss, organisationId: world.organisationId, personId: world.cem, administrator: false },
      at("2026-09-01"),
    );
    const { rows } = await world.database.pool.query(
      "select facts->>'causeKind' as kind, facts->>'causePersonName' as name from notice where kind = 'below_three_now'",
    );
    expect(rows[0]).toEqual({ kind: "not_administrator", name: "Cem Example" });
  });

  it("is found by the sweep when the calendar brings it, in the organisation's zone", async () => {
    await world.sweep("2027-03-09", "22:59");
    expect(await world.ledger("below_three_now")).toEqual([]);
    await world.sweep("2027-03-09", "23:00");
    expect(await world.ledger("below_three_now")).toHaveLength(2);
  });

  it("is told again a week later, and after three weeks without a sweep once, not three times", async () => {
    await world.leave(world.ben, "2026-09-01");
    expect(await world.sweep("2026-09-07")).toEqual({});
    expect(await world.sweep("2026-09-08")).toEqual({ below_three_now: 2 });
    expect(await world.sweep("2026-09-29")).toEqual({ below_three_now: 2 });
    expect(await world.sweep("2026-09-29")).toEqual({});
  });

  it("is restored once, and the next fall is told again, even on the same day", async () => {
    await world.leave(world.ben, "2026-09-01");
    const dia = await world.join("Dia", "2026-09-01");
    await aCertificate(world.database.db, { personId: dia, organisationId: world.organisationId, start: "2026-09-01" });
    expect(await world.sweep("2026-09-01")).toEqual({ restored: 2 });
    expect(await world.sweep("2026-09-02")).toEqual({});
    await world.leave(world.cem, "2026-09-01");
    expect(await world.ledger("below_three_now", "restored")).toEqual([
      "below_three_now 2026-09-01 0 boss",
      "below_three_now 2026-09-01 0 staff",
      "below_three_now 2026-09-01/2 0 boss",
      "below_three_now 2026-09-01/2 0 staff",
      "restored 2026-09-01 0 boss",
      "restored 2026-09-01 0 staff",
    ]);
  });

  it("is told once also when the clock is put back between two falls of one day", async () => {
    const flag = (administrator: boolean, time: string) => {
      const command = { actorId: world.boss, organisationId: world.organisationId, personId: world.cem, administrator };
      return changeAdministrator(world.database.db, command, at("2026-09-01", time));
    };
    await flag(false, "10:00");
    await flag(true, "10:20");
    await flag(false, "09:50");
    expect(await world.sweep("2026-09-01", "10:10")).toEqual({});
    await flag(true, "10:15");
    expect(await world.sweep("2026-09-01", "11:00")).toEqual({});
    expect(await world.ledger("below_three_now", "restored")).toEqual([
      "below_three_now 2026-09-01 0 boss",
      "below_three_now 2026-09-01 0 staff",
      "below_three_now 2026-09-01/2 0 boss",
      "below_three_now 2026-09-01/2 0 staff",
      "restored 2026-09-01 0 boss",
      "restored 2026-09-01 0 staff",
      "restored 2026-09-01/2 0 boss",
      "restored 2026-09-01/2 0 staff",
    ]);
  });

  it("is not told to a partner admin who has left", async () => {
    await world.leave(world.boss, "2026-08-01");
    await world.leave(world.ben, "2026-09-01");
    expect(await world.ledger("below_three_now")).toEqual(["below_three_now 2026-09-01 0 staff"]);
  });
});

describe("a fall ahead", () => {
  it("is told by stage, the most urgent only, to staff from thirty days", async () => {
    expect(await world.sweep("2026-12-09")).toEqual({});
    expect(await world.sweep("2026-12-10")).toMatchObject({ below_three_ahead: 1 });
    expect(await world.sweep("2027-02-20")).toMatchObject({ below_three_ahead: 2 });
    expect(await world.ledger("below_three_ahead")).toEqual([
      "below_three_ahead 2027-03-10 30 boss",
      "below_three_ahead 2027-03-10 30 staff",
      "below_three_ahead 2027-03-10 90 boss",
    ]);
  });

  it("is told when a leaver brings it into sight", async () => {
    await world.leave(world.ben, "2026-09-01", "2026-10-15");
    expect(await world.ledger("below_three_ahead")).toEqual(["below_three_ahead 2026-10-15 60 boss"]);
  });
});

describe("a sweep", () => {
  const refuseNoticesOf = async (subjectId: string, sqlState = "P0001") => {
    await world.database.pool.query(`create function refuse() returns trigger language plpgsql as $$ begin
      if new.subject_id = '${subjectId}' then raise exception 'no room' using errcode = '${sqlState}'; end if; return new; end $$`);
    await world.database.pool.query(
      "create trigger refuse before insert on notice for each row execute function refuse()",
    );
  };

  it("lets one organisation that cannot be told cost only itself", async () => {
    const other = await anOrganisation(world.database.db, { name: "Zweite" });
    const people = [
      await aMember(world.database.db, other, "Eva"),
      await aMember(world.database.db, other, "Fin"),
      await aMember(world.database.db, other, "Gus"),
    ];
    for (const personId of people)
      await aCertificate(world.database.db, { personId, organisationId: other, start: "2026-03-10" });
    await refuseNoticesOf(world.organisationId);
    const report = await sweepEligibility(world.database.db, at("2027-03-10"));
    expect(report.failures.map(({ subject }) => subject)).toEqual([`organisation ${world.organisationId}`]);
    expect(report.planned).toMatchObject({ below_three_now: 1, certificate_lapsed: 5 });
  });

  it("fails when the database goes away, so that it is tried again at once, rather than pass a subject over until the next", async () => {
    const adminShutdown = "57P01";
    await refuseNoticesOf(world.organisationId, adminShutdown);
    await expect(sweepEligibility(world.database.db, at("2027-03-10"))).rejects.toThrow("no room");
  });

  it("says what it looked at", async () => {
    expect(await sweepEligibility(world.database.db, at("2026-12-10"))).toMatchObject({
      organisations: 1,
      certificates: 1,
    });
  });
});
