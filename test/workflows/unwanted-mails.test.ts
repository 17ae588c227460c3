import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServerDatabase } from "#test/set-up/database";
import { selectAuditEvents } from "~/audit/queries.server";
import { chooseMails } from "~/notices/choose-mails.server";
import { type Delivery, deliverOutbox } from "~/notices/deliver-outbox.server";
import { selectLedgerPage } from "~/notices/ledger-queries.server";
import { selectUnwanted } from "~/notices/unwanted-queries.server";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { mailSamples } from "../factories/mail-samples";
import { aPerson, lapseNotice, plan, postbox, subjectId } from "../factories/mails";

const now = new Date("2027-01-10T07:00:00Z");
let database: Database;
let ada: string;
beforeEach(async () => {
  database = await testServerDatabase();
  ada = await aPerson(database.db, "ada@example.org");
});
afterEach(() => database.close());

const deliver = (mail: Delivery["mail"], at: Date) =>
  deliverOutbox({
    db: database.db,
    mail,
    baseUrl: "https://portal.example",
    now: () => at,
    random: seededRandom("unwanted"),
    stillDue: async () => true,
    tellOfRefusal: async () => [],
    limit: 100,
  });

const restored = () => ({
  kind: "restored" as const,
  subjectId: subjectId(901),
  cycle: "2027-01-01",
  stage: "0",
  recipientId: ada,
  organisationId: null,
  facts: mailSamples.restored,
});

describe("mails that a person does without", () => {
  it("are entered and not sent; what is a duty comes all the same", async () => {
    await chooseMails(database.db, { personId: ada, unwanted: ["restored", "exam_passed"], timeZone: null }, now);
    await plan(database.db, [restored(), lapseNotice(ada, "30")], now);
    const { mail, arrived } = postbox();
    await deliver(mail, now);
    expect(arrived).toHaveLength(1);
    expect(arrived[0]?.subject).toContain("certificate ends");
    const { rows } = await selectLedgerPage(database.db, { template: "restored" }, { offset: 0, limit: 10 });
    expect(rows).toMatchObject([{ state: "suppressed", stateReason: "unwanted" }]);
  });

  it("are the person's own choice, recorded when it changes", async () => {
    await chooseMails(database.db, { personId: ada, unwanted: ["restored"], timeZone: null }, now);
    await chooseMails(database.db, { personId: ada, unwanted: ["restored", "restored"], timeZone: null }, now);
    await chooseMails(database.db, { personId: ada, unwanted: [], timeZone: "America/New_York" }, now);
    expect(await selectUnwanted(database.db, ada)).toEqual([]);
    const events = await selectAuditEvents(database.db, { action: "person.mails_chosen" }, 10);
    expect(events.map(({ after }) => after)).toEqual([
      { unwanted: [], timeZone: "America/New_York" },
      { unwanted: ["restored"], timeZone: null },
    ]);
  });

  it("and where mails are read: what waits for the morning waits for that of the zone chosen", async () => {
    await chooseMails(database.db, { personId: ada, unwanted: [], timeZone: "America/New_York" }, now);
    await plan(database.db, [lapseNotice(ada, "30")], now);
    const { mail, arrived } = postbox();
    // Eight in the morning in Berlin, two at night in New York.
    await deliver(mail, now);
    await deliver(mail, new Date("2027-01-10T12:59:59Z"));
    expect(arrived).toHaveLength(0);
    await deliver(mail, new Date("2027-01-10T13:00:00Z"));
    expect(arrived).toHaveLength(1);
  });

  it("are never those of a duty: the database refuses too", async () => {
    for (const kind of ["certificate_lapsing", "below_three_now", "training_cancelled"]) {
      const row = { personId: ada, kind: kind as "restored" };
      await expect(database.db.insertInto("unwantedMail").values(row).execute()).rejects.toThrow(/check constraint/);
    }
  });
});
