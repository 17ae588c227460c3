import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServerDatabase } from "#test/set-up/database";
import { stillDueTogether } from "~/eligibility/still-due.server";
import type { DueNotice } from "~/notices/deliver-outbox.server";
import { aCertificate } from "../factories/certificates";
import { at } from "../factories/race-worlds";
import { aToldOrganisation, type ToldOrganisation } from "../factories/told-organisations";

let world: ToldOrganisation;
beforeEach(async () => {
  world = await aToldOrganisation(await testServerDatabase());
});
afterEach(() => world.database.close());

describe("asked again before a mail leaves", () => {
  const first = (kind: "below_three_now" | "restored" | "below_three_ahead") =>
    world.database.db
      .selectFrom("notice")
      .selectAll()
      .where("kind", "=", kind)
      .where("recipientId", "=", world.boss)
      .orderBy("decidedAt", "desc")
      .executeTakeFirstOrThrow();

  it("below three holds until restored, restored until the next fall", async () => {
    await world.leave(world.ben, "2026-09-01");
    const fall = await first("below_three_now");
    expect(await world.stillDue(fall, at("2026-09-02"))).toBe(true);
    await aCertificate(world.database.db, {
      personId: await world.join("Dia", "2026-09-03"),
      organisationId: world.organisationId,
      start: "2026-09-03",
    });
    expect(await world.stillDue(fall, at("2026-09-03"))).toBe(false);
    await world.sweep("2026-09-03");
    const restored = await first("restored");
    expect(await world.stillDue(restored, at("2026-09-03"))).toBe(true);
    await world.leave(world.cem, "2026-09-04");
    expect(await world.stillDue(restored, at("2026-09-04"))).toBe(false);
  });

  it("restored is not told to who has left since", async () => {
    await world.leave(world.ben, "2026-09-01");
    await aCertificate(world.database.db, {
      personId: await world.join("Dia", "2026-09-03"),
      organisationId: world.organisationId,
      start: "2026-09-03",
    });
    await world.sweep("2026-09-03");
    const restored = await first("restored");
    expect(await world.stillDue(restored, at("2026-09-04"))).toBe(true);
    await world.leave(world.boss, "2026-09-04");
    expect(await world.stillDue(restored, at("2026-09-04"))).toBe(false);
  });

  it("a fall ahead is dropped when it moves, or when the recipient is no longer to be told", async () => {
    await world.sweep("2027-03-01");
    const ahead = await first("below_three_ahead");
    expect(await world.stillDue(ahead, at("2027-03-01"))).toBe(true);
    await aCertificate(world.database.db, {
      personId: world.ada,
      organisationId: world.organisationId,
      start: "2027-03-10",
      issuedOn: "2027-03-01",
    });
    expect(await world.stillDue(ahead, at("2027-03-01"))).toBe(false);
    await world.sweep("2027-03-02");
    const moved = await first("below_three_ahead");
    expect(moved.cycle).toBe("2027-04-01");
    await world.leave(world.boss, "2027-03-02");
    expect(await world.stillDue(moved, at("2027-03-02"))).toBe(false);
  });
});

describe("mails that leave at the same time", () => {
  it("are asked about together, each gets its own answer, and one that cannot be decided fails alone", async () => {
    await world.sweep("2027-03-01");
    const planned = await world.database.db.selectFrom("notice").selectAll().orderBy("id").execute();
    await aCertificate(world.database.db, {
      personId: world.ada,
      organisationId: world.organisationId,
      start: "2027-03-10",
      issuedOn: "2027-03-01",
    });
    const ask = stillDueTogether(world.database.db, () => at("2027-03-01", "10:00"));
    const broken = { ...planned[0], kind: "certificate_lapsing", subjectId: "no id at all" } as DueNotice;
    const answers = await Promise.allSettled([...planned.map((notice) => ask(notice)), ask(broken)]);
    const alone = await Promise.all(planned.map((notice) => world.stillDue(notice, at("2027-03-01", "10:00"))));
    expect(answers.map((one) => (one.status === "fulfilled" ? one.value : "failed"))).toEqual([...alone, "failed"]);
    expect(new Set(alone)).toEqual(new Set([true, false]));
  });
});
