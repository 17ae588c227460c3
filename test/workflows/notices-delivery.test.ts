import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "#test/set-up/database";
import { policy } from "~/kernel/policy";
import { type Delivery, deliverOutbox } from "~/notices/deliver-outbox.server";
import { countWaitingForMorning, selectLedgerPage } from "~/notices/ledger-queries.server";
import { enqueueAccountMail } from "~/notices/plan-notices.server";
import { retryParked } from "~/notices/retry-parked.server";
import { type Database, inTransaction } from "~/platform/database/handle";
import type { DeliveryOutcome } from "~/platform/mail-transport";
import { seededRandom } from "~/platform/random";
import { mailSamples } from "../factories/mail-samples";
import { aPerson, lapseNotice, plan, postbox, subjectId } from "../factories/mails";
import { aPartner } from "../factories/training";

const belowNow = { kind: "below_three_now", facts: mailSamples.below_three_now } as const;

let database: Database;
let now: Date;
beforeEach(async () => {
  database = await testDatabase();
  now = new Date("2027-01-10T07:00:00Z");
});
afterEach(() => database.close());

const hours = (count: number) => {
  now = new Date(now.getTime() + count * 3_600_000);
};

const deliver = (mail: Delivery["mail"], options: Partial<Delivery> = {}) =>
  deliverOutbox({
    db: database.db,
    mail,
    baseUrl: "https://portal.example",
    now: () => now,
    random: seededRandom("delivery"),
    stillDue: async () => true,
    tellOfRefusal: async () => [],
    limit: 100,
    ...options,
  });

const ledger = async () => (await selectLedgerPage(database.db, {}, { offset: 0, limit: 100 })).rows;

describe("delivery", () => {
  it("sends a due mail once: the second run finds nothing", async () => {
    const { mail, arrived } = postbox();
    await plan(database.db, [lapseNotice(await aPerson(database.db, "ada@example.org"), "30")], now);
    expect(await deliver(mail)).toMatchObject({ sent: 1 });
    expect(await deliver(mail)).toMatchObject({ sent: 0 });
    expect(arrived.map(({ to }) => to.address)).toEqual(["ada@example.org"]);
    expect(await ledger()).toMatchObject([{ state: "sent", tries: 1, sentAt: now }]);
  });

  it("asks right before sending whether the cause still holds", async () => {
    const { mail, arrived } = postbox();
    const person = await aPerson(database.db, "ada@example.org");
    await plan(database.db, [lapseNotice(person, "30")], now);
    const asked: unknown[] = [];
    const stillDue = async (notice: unknown) => {
      asked.push(notice);
      return false;
    };
    expect(await deliver(mail, { stillDue })).toMatchObject({ suppressed: 1, sent: 0 });
    expect(arrived).toEqual([]);
    expect(asked).toMatchObject([
      { kind: "certificate_lapsing", subjectId: subjectId(1), stage: "30", recipientId: person },
    ]);
    expect(await ledger()).toMatchObject([{ state: "suppressed", stateReason: "no_longer_due" }]);
  });

  it("lets a newer stage supersede a pending older one", async () => {
    const { mail, arrived } = postbox();
    const person = await aPerson(database.db, "ada@example.org");
    await plan(database.db, [lapseNotice(person, "30")], now);
    hours(24 * 16);
    await plan(database.db, [lapseNotice(person, "14")], now);
    expect(await deliver(mail)).toMatchObject({ sent: 1, superseded: 1 });
    expect(arrived).toHaveLength(1);
    expect((await ledger()).map(({ stage, state }) => [stage, state])).toEqual([
      ["14", "sent"],
      ["30", "superseded"],
    ]);
  });

  it("sends one person no second mail about one certificate within 24 hours, and then does", async () => {
    const { mail, arrived } = postbox();
    const person = await aPerson(database.db, "ada@example.org");
    hours(1.5);
    await plan(database.db, [lapseNotice(person, "7")], now);
    await deliver(mail);
    hours(23);
    await plan(
      database.db,
      [{ ...lapseNotice(person, "lapsed"), kind: "certificate_lapsed" }, lapseNotice(person, "7", 2)],
      now,
    );
    expect(await deliver(mail)).toMatchObject({ postponed: 1, sent: 1 });
    hours(1);
    expect(await deliver(mail)).toMatchObject({ sent: 1 });
    expect(arrived).toHaveLength(3);
  });

  it("lets a warning wait for its recipient's morning, says so, and sends what answers at once", async () => {
    const { mail, arrived } = postbox();
    const person = await aPerson(database.db, "ada@example.org");
    const first = { ...lapseNotice(person, "0", 3), ...belowNow };
    hours(12);
    await plan(database.db, [lapseNotice(person, "30"), first], now);
    expect(await deliver(mail)).toMatchObject({ sent: 1, postponed: 1 });
    expect(await countWaitingForMorning(database.db, now)).toBe(1);
    const morning = new Date("2027-01-11T07:00:00Z");
    expect(await ledger()).toContainEqual(
      expect.objectContaining({ state: "pending", stateReason: "waits_for_morning", nextTryAt: morning }),
    );
    now = new Date(morning.getTime() - 1);
    expect(await deliver(mail)).toMatchObject({ sent: 0, postponed: 0 });
    now = morning;
    expect(await deliver(mail)).toMatchObject({ sent: 1 });
    expect(await countWaitingForMorning(database.db, now)).toBe(0);
    expect(arrived).toHaveLength(2);
    expect((await ledger()).map(({ stateReason }) => stateReason)).toEqual([null, null]);
  });

  it("goes by the clock of the organisation where the recipient is a member, and by Berlin's for who is none", async () => {
    const { mail, arrived } = postbox();
    const { adminId } = await aPartner(database.db, now, { timeZone: "America/New_York" });
    const staff = await aPerson(database.db, "staff@example.org");
    await deliver(mail);
    arrived.length = 0;
    await plan(database.db, [lapseNotice(adminId, "30"), lapseNotice(staff, "30", 2)], now);
    expect(await deliver(mail)).toMatchObject({ sent: 1, postponed: 1 });
    expect(arrived.map(({ to }) => to.address)).toEqual(["staff@example.org"]);
    now = new Date("2027-01-10T13:00:00Z");
    expect(await deliver(mail)).toMatchObject({ sent: 1 });
  });

  it("tries again at any hour what was tried in the morning, and what staff ask for", async () => {
    let answers: DeliveryOutcome[] = [
      { outcome: "uncertain", reason: "451" },
      { outcome: "refused", of: "address", reason: "550" },
    ];
    const { mail } = postbox(() => answers.shift() ?? { outcome: "accepted" });
    await plan(database.db, [lapseNotice(await aPerson(database.db, "ada@example.org"), "30")], now);
    expect(await deliver(mail)).toMatchObject({ delayed: 1 });
    hours(6);
    expect(await deliver(mail)).toMatchObject({ parked: 1, postponed: 0 });
    const [parked] = await ledger();
    const staff = await aPerson(database.db, "staff@example.org");
    await retryParked(database.db, { outboxMessageId: parked?.id ?? "", actorId: staff }, now);
    answers = [];
    expect(await deliver(mail)).toMatchObject({ sent: 1, postponed: 0 });
  });

  it("sends nothing to people who are deactivated or whose address is no plain one", async () => {
    const { mail, arrived } = postbox();
    const gone = await aPerson(database.db, "gone@example.org");
    await database.db.updateTable("person").set({ deactivatedAt: now }).where("id", "=", gone).execute();
    const odd = await aPerson(database.db, '"ada@evil.example, bob"@example.org');
    await plan(database.db, [lapseNotice(gone, "30"), lapseNotice(odd, "30", 2)], now);
    expect(await deliver(mail)).toMatchObject({ suppressed: 1, parked: 1, sent: 0 });
    expect(arrived).toEqual([]);
  });

  it("parks a refused mail with the server's words, and staff can send it again under the same Message-ID", async () => {
    let refuse = true;
    const { mail, arrived } = postbox(() =>
      refuse ? { outcome: "refused", of: "address", reason: "550 no such user" } : { outcome: "accepted" },
    );
    const staff = await aPerson(database.db, "staff@example.org");
    await plan(database.db, [lapseNotice(await aPerson(database.db, "ada@example.org"), "30")], now);
    await deliver(mail);
    const [parked] = await ledger();
    expect(parked).toMatchObject({ state: "parked", stateReason: "refused", lastError: "550 no such user" });
    refuse = false;
    await retryParked(database.db, { outboxMessageId: parked?.id ?? "", actorId: staff }, now);
    expect(await deliver(mail)).toMatchObject({ sent: 1 });
    expect(new Set(arrived.map(({ messageId }) => messageId)).size).toBe(1);
    const events = await database.db.selectFrom("auditEvent").select(["action", "actorId", "subjectId"]).execute();
    expect(events).toEqual([{ action: "notice.retried", actorId: staff, subjectId: parked?.id }]);
    await expect(
      retryParked(database.db, { outboxMessageId: parked?.id ?? "", actorId: staff }, now),
    ).rejects.toMatchObject({ code: "changed_meanwhile" });
  });

  it("tries an unclear mail again later and later, under the same Message-ID, and parks it after the last try", async () => {
    const { mail, arrived } = postbox(() => ({ outcome: "uncertain", reason: "451 try later" }));
    await plan(database.db, [lapseNotice(await aPerson(database.db, "ada@example.org"), "30")], now);
    const started = now.getTime();
    const waits: number[] = [];
    for (;;) {
      await deliver(mail);
      const [row] = await ledger();
      if (row?.state !== "pending") break;
      expect(await deliver(mail), "not before its time").toMatchObject({ delayed: 0 });
      waits.push(row.nextTryAt.getTime() - now.getTime());
      now = row.nextTryAt;
    }
    expect(arrived).toHaveLength(policy.mailTries);
    expect(new Set(arrived.map(({ messageId }) => messageId)).size).toBe(1);
    expect(await ledger()).toMatchObject([
      { state: "parked", stateReason: "too_many_tries", lastError: "451 try later" },
    ]);
    const lasted = (now.getTime() - started) / 3_600_000;
    expect(lasted).toBeGreaterThan(30);
    expect(lasted).toBeLessThan(60);
    expect(waits[5]).toBeGreaterThan((waits[0] ?? 0) * 8);
  });

  it("leaves the rest alone when the server is away, and sends all of it once the server is back", async () => {
    let away = true;
    const { mail, arrived } = postbox(() =>
      away ? { outcome: "uncertain", reason: "connection refused" } : { outcome: "accepted" },
    );
    for (let person = 0; person < 30; person += 1) {
      await plan(database.db, [lapseNotice(await aPerson(database.db, `p${person}@example.org`), "30", person)], now);
    }
    await deliver(mail);
    expect(arrived.length).toBeLessThan(10);
    const touched = arrived.length;
    away = false;
    hours(1);
    expect(await deliver(mail)).toMatchObject({ sent: 30 });
    expect(arrived).toHaveLength(30 + touched);
  });

  it("loses no mail of others when one cannot be written", async () => {
    const { mail, arrived } = postbox();
    const [broken, whole] = [
      await aPerson(database.db, "broken@example.org"),
      await aPerson(database.db, "whole@example.org"),
    ];
    await plan(database.db, [lapseNotice(broken, "30", 1), lapseNotice(whole, "30", 2)], now);
    await database.db.updateTable("outboxMessage").set({ facts: "{}" }).where("recipientId", "=", broken).execute();
    expect(await deliver(mail)).toMatchObject({ sent: 1, delayed: 1 });
    expect(arrived.map(({ to }) => to.address)).toEqual(["whole@example.org"]);
  });
});

describe("a run that fails", () => {
  it("is over when it says so: no mail of it leaves afterwards", async () => {
    for (let person = 0; person < 8; person += 1) {
      await plan(database.db, [lapseNotice(await aPerson(database.db, `p${person}@example.org`), "30", person)], now);
    }
    let ended = false;
    const late: string[] = [];
    const { mail } = postbox(async ({ to }) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (ended) late.push(to.address);
      return { outcome: "accepted" };
    });
    let asked = 0;
    // The clock is read for every claim: the third worker fails there, while others have mails in hand.
    const failing = () => {
      asked += 1;
      if (asked === 3) throw new Error("the database is gone");
      return now;
    };
    await expect(deliver(mail, { now: failing })).rejects.toThrow("gone");
    ended = true;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(late).toEqual([]);
    expect((await ledger()).filter(({ state }) => state === "sent")).toHaveLength(8);
  });
});

describe("one-time links", () => {
  const token = "a-token-of-one-time";
  const invite = async (expiresAt: Date) => {
    const recipientId = await aPerson(database.db, "ada@example.org");
    const facts = { token, expiresAt: expiresAt.toISOString() };
    await inTransaction(database.db, (trx) =>
      enqueueAccountMail(trx, { template: "invitation", recipientId, facts, key: "k" }, now),
    );
  };
  const stored = () => database.db.selectFrom("outboxMessage").select(["state", "facts"]).executeTakeFirstOrThrow();

  it("forgets the token as soon as the mail has left", async () => {
    const { mail, arrived } = postbox();
    await invite(new Date("2027-01-20T00:00:00Z"));
    await deliver(mail);
    expect(arrived[0]?.text).toContain(`https://portal.example/link/${token}`);
    expect(JSON.stringify(await stored())).not.toContain(token);
  });

  it("does not send a link that has expired meanwhile", async () => {
    const { mail, arrived } = postbox();
    await invite(now);
    expect(await deliver(mail)).toMatchObject({ suppressed: 1 });
    expect(arrived).toEqual([]);
    expect(JSON.stringify(await stored())).not.toContain(token);
  });
});
