import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServerDatabase } from "#test/set-up/database";
import type { Job } from "~/jobs/job";
import { runJob } from "~/jobs/run-job.server";
import { deliverOutbox } from "~/notices/deliver-outbox.server";
import { connect } from "~/platform/database/connect";
import type { Database } from "~/platform/database/handle";
import type { Mail } from "~/platform/mail-transport";
import { seededRandom } from "~/platform/random";
import { aPerson, lapseNotice, plan, postbox } from "../factories/mails";
import { aPortal } from "../factories/portals";

const now = new Date("2027-01-10T07:00:30Z");
let first: Database & { url: string };
let second: Database;
beforeEach(async () => {
  first = await testServerDatabase();
  second = await connect({ databaseUrl: first.url });
});
afterEach(async () => {
  await second.close();
  await first.close();
});

const delivering = (database: Database, seed: string, mail = postbox().mail) =>
  deliverOutbox({
    db: database.db,
    mail,
    baseUrl: "https://portal.example",
    now: () => now,
    random: seededRandom(seed),
    stillDue: async () => true,
    tellOfRefusal: async () => [],
    limit: 1_000,
  });

const planFor = async (people: number) => {
  for (let person = 0; person < people; person += 1) {
    const id = await aPerson(first.db, `p${person}@example.org`);
    await plan(first.db, [lapseNotice(id, "30", person), lapseNotice(id, "30", 1_000 + person)], now);
  }
};

const ids = (mails: readonly Mail[]) => mails.map(({ messageId }) => messageId);

describe("two instances on one database server", () => {
  it("send each mail once, and never two at a time to one person", async () => {
    await planFor(60);
    const flying = new Set<string>();
    const together: string[] = [];
    const { mail, arrived } = postbox(async ({ to }) => {
      if (flying.has(to.address)) together.push(to.address);
      flying.add(to.address);
      await new Promise((resolve) => setTimeout(resolve, 2));
      flying.delete(to.address);
      return { outcome: "accepted" };
    });
    // A worker that finds only mails of people who have one in flight ends; the next tick takes up the rest.
    while (arrived.length < 120) {
      const before = arrived.length;
      await Promise.all([delivering(first, "first", mail), delivering(second, `second ${before}`, mail)]);
      expect(arrived.length).toBeGreaterThan(before);
    }
    await delivering(first, "last", mail);
    expect(new Set(ids(arrived)).size).toBe(120);
    expect(arrived).toHaveLength(120);
    expect(together).toEqual([]);
  });

  it("repeat a mail whose sender died before it could say so, once its lease is over, under the same Message-ID", async () => {
    await planFor(1);
    const dying = await connect({ databaseUrl: first.url });
    const { mail, arrived } = postbox(async () => {
      await dying.close();
      return { outcome: "accepted" };
    });
    await expect(delivering(dying, "dying", mail)).rejects.toThrow();
    const before = arrived.length;
    const other = postbox();
    await delivering(second, "too early", other.mail);
    expect(
      ids(other.arrived).filter((id) => ids(arrived).includes(id)),
      "the lease still holds",
    ).toEqual([]);
    await first.db
      .updateTable("outboxMessage")
      .set({ leasedUntil: new Date("2020-01-01T00:00:00Z") })
      .where("leasedUntil", "is not", null)
      .execute();
    await delivering(second, "after", other.mail);
    await delivering(second, "once more", other.mail);
    expect(before).toBe(1);
    expect(ids(other.arrived)).toContain(ids(arrived)[0]);
    expect(new Set(ids(other.arrived)).size).toBe(2);
    expect(other.arrived).toHaveLength(2);
  });

  it("run a job once a slot between them", async () => {
    let ran = 0;
    const job: Job = {
      name: "a-job",
      schedule: { everyMinutes: 1 },
      async run() {
        ran += 1;
        return {};
      },
    };
    for (let minute = 0; minute < 20; minute += 1) {
      const at = new Date(now.getTime() + minute * 60_000);
      const instances = [first, second, first, second].map((database, index) =>
        aPortal(database, { seed: `${minute}-${index}`, now: () => at }),
      );
      await Promise.all(instances.map((portal) => runJob(portal, job, "schedule")));
      expect(ran).toBe(minute + 1);
    }
  });

  it("try a job that fails together as often as one would", async () => {
    const tried: number[] = [];
    for (let minute = 0; minute < 20; minute += 1) {
      const at = new Date("2027-01-10T07:00:30Z").getTime() + minute * 60_000;
      const job: Job = {
        name: "a-job",
        schedule: { everyMinutes: 60 },
        async run() {
          tried.push(minute);
          throw new Error("not today");
        },
      };
      const instances = [first, second, first, second].map((database, index) =>
        aPortal(database, { seed: `${minute}-${index}`, now: () => new Date(at) }),
      );
      await Promise.all(instances.map((portal) => runJob(portal, job, "schedule")));
    }
    expect(tried).toEqual([0, 1, 3, 7, 15]);
  });

  it("plan the same notices at the same moment once", async () => {
    const people = await Promise.all([1, 2, 3, 4, 5].map((person) => aPerson(first.db, `p${person}@example.org`)));
    const notices = people.map((id) => lapseNotice(id, "30"));
    const planned = await Promise.all([
      plan(first.db, notices, now),
      plan(second.db, [...notices].reverse(), now),
      plan(second.db, notices, now),
    ]);
    expect(planned.reduce((sum, count) => sum + count, 0)).toBe(5);
  });
});
