import { afterEach, beforeEach, expect, it } from "vitest";
import { testDatabase } from "#test/set-up/database";
import { selectLedgerPage } from "~/notices/ledger-queries.server";
import { messageIdFor } from "~/notices/message-id";
import type { Database } from "~/platform/database/handle";
import { aPerson, lapseNotice, plan } from "../factories/mails";

const now = new Date("2027-01-10T07:00:00Z");
let database: Database;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.close());

const ledger = async () => (await selectLedgerPage(database.db, {}, { offset: 0, limit: 100 })).rows;

it("enters the same notice once, however often it is planned", async () => {
  const person = await aPerson(database.db, "ada@example.org");
  expect(await plan(database.db, [lapseNotice(person, "30")], now)).toBe(1);
  expect(await plan(database.db, [lapseNotice(person, "30")], now)).toBe(0);
  expect(await ledger()).toHaveLength(1);
});

it("enters what was named twice once, and what was not there before, under the Message-ID that its key gives", async () => {
  const person = await aPerson(database.db, "ada@example.org");
  const [first, second] = [lapseNotice(person, "30"), lapseNotice(person, "7")];
  expect(await plan(database.db, [first], now)).toBe(1);
  expect(await plan(database.db, [second, first, second], now)).toBe(1);
  const idOf = ({ kind, subjectId, cycle, stage, recipientId }: typeof first) =>
    messageIdFor(kind, subjectId, cycle, stage, recipientId);
  const { rows } = await database.pool.query("select message_id from outbox_message");
  expect(rows.map(({ message_id }) => message_id).sort()).toEqual([idOf(first), idOf(second)].sort());
});
