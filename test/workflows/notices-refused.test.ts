import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServerDatabase } from "#test/set-up/database";
import { tellOfRefusal } from "~/eligibility/tell-of-refusal.server";
import { deliverOutbox } from "~/notices/deliver-outbox.server";
import { selectRefusal } from "~/notices/refused-address-queries.server";
import type { Database } from "~/platform/database/handle";
import type { DeliveryOutcome, Mail } from "~/platform/mail-transport";
import { seededRandom } from "~/platform/random";
import { lapseNotice, plan, postbox } from "../factories/mails";
import { aMember, anOrganisation, aStaffMember } from "../factories/organisations";

let database: Database;
let now: Date;
let organisationId: string;
let ada: string;
let refusing: Set<string>;
beforeEach(async () => {
  database = await testServerDatabase();
  now = new Date("2027-01-10T07:00:00Z");
  organisationId = await anOrganisation(database.db);
  await aMember(database.db, organisationId, "Boss", { partnerAdmin: true });
  ada = await aMember(database.db, organisationId, "Ada");
  await aStaffMember(database.db, "Ines", "portal_admin");
  refusing = new Set([await addressOf(ada)]);
  await database.db.updateTable("outboxMessage").set({ state: "sent" }).execute();
});
afterEach(() => database.close());

async function addressOf(personId: string): Promise<string> {
  const row = await database.db
    .selectFrom("person")
    .select("email")
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  return row.email;
}

const answer = ({ to }: Mail): DeliveryOutcome =>
  refusing.has(to.address)
    ? { outcome: "refused", of: "address", reason: "550 5.1.1 no such user" }
    : { outcome: "accepted" };

async function deliver(): Promise<Mail[]> {
  const { mail, arrived } = postbox(answer);
  await deliverOutbox({
    db: database.db,
    mail,
    baseUrl: "https://portal.example",
    now: () => now,
    random: seededRandom("refused"),
    stillDue: async () => true,
    tellOfRefusal,
    limit: 100,
  });
  now = new Date(now.getTime() + 3_600_000);
  return arrived.filter(({ to }) => !refusing.has(to.address));
}

const told = (mails: readonly Mail[]) => mails.map(({ to, subject }) => `${to.name}: ${subject}`);

describe("an address that is refused for good", () => {
  it("is remembered, and the partner admin is told once, however many mails are refused", async () => {
    await plan(database.db, [lapseNotice(ada, "30")], now);
    const mails = await deliver();
    expect(await selectRefusal(database.db, ada)).toMatchObject({
      answer: "550 5.1.1 no such user",
      since: new Date("2027-01-10T07:00:00Z"),
    });
    expect(told(mails)).toEqual(["Boss Example: Mail to Ada Example is refused"]);
    expect(mails[0]?.text).toContain(`/organisations/${organisationId}/people/${ada}`);
    await plan(database.db, [lapseNotice(ada, "14")], now);
    expect(told(await deliver())).toEqual([]);
  });

  it("is forgotten when a mail arrives again, and told anew when it is refused anew", async () => {
    await plan(database.db, [lapseNotice(ada, "30")], now);
    await deliver();
    refusing.clear();
    await plan(database.db, [lapseNotice(ada, "14")], now);
    now = new Date("2027-01-12T07:00:00Z");
    expect(told(await deliver())).toHaveLength(1);
    expect(await selectRefusal(database.db, ada)).toBeUndefined();
    refusing.add(await addressOf(ada));
    await plan(database.db, [lapseNotice(ada, "7")], now);
    now = new Date("2027-01-14T07:00:00Z");
    expect(told(await deliver())).toEqual(["Boss Example: Mail to Ada Example is refused"]);
  });

  it("does not count against the address that the person has got since", async () => {
    await plan(database.db, [lapseNotice(ada, "30")], now);
    await deliver();
    await database.db.updateTable("person").set({ email: "ada.new@example.org" }).where("id", "=", ada).execute();
    expect(await selectRefusal(database.db, ada)).toBeUndefined();
  });

  it("is told to IONOS when it is the only partner admin's own", async () => {
    const boss = await database.db
      .selectFrom("person")
      .select(["id", "email"])
      .where("fullName", "=", "Boss Example")
      .executeTakeFirstOrThrow();
    refusing = new Set([boss.email]);
    await plan(database.db, [lapseNotice(boss.id, "30")], now);
    expect(told(await deliver())).toEqual(["Ines Staff: Mail to Boss Example is refused"]);
  });
});
