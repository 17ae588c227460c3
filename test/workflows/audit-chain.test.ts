import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testDatabase, testServerDatabase } from "#test/set-up/database";
import { selectChainAfter, selectChainEnd } from "~/audit/queries.server";
import { linkHash, recordEvents } from "~/audit/record-events.server";
import { verifyChain } from "~/audit/verify-chain.server";
import { type Database, inTransaction } from "~/platform/database/handle";
import { aPerson, subjectId } from "../factories/mails";
import { countStatements } from "../set-up/mortal-database";

let database: Database;
let actorId: string;
const now = new Date("2027-01-10T07:00:00.123Z");

beforeAll(async () => {
  database = await testDatabase();
  actorId = await aPerson(database.db, "staff@example.org");
  for (let entry = 1; entry <= 5; entry += 1) {
    const after = { count: entry, nested: { b: [1, { z: 1, a: "ä" }], a: null } };
    const event = {
      actorId,
      action: "thing.changed",
      subjectType: "thing",
      subjectId: subjectId(entry),
      before: { count: entry - 1 },
      after,
      reason: "because",
    };
    await inTransaction(database.db, (trx) => recordEvents(trx, [event], now));
  }
});
afterAll(() => database.close());

/** Changes the table behind the trigger's back, as somebody with the database in hand could, looks, and puts everything back. */
async function tampered(statement: string) {
  const { pool } = database;
  await pool.query("create table kept as table audit_event");
  await pool.query("alter table audit_event disable trigger all");
  await pool.query(statement);
  const verdict = await verifyChain(database.db);
  await pool.query("delete from audit_event");
  await pool.query("insert into audit_event select * from kept");
  await pool.query("alter table audit_event enable trigger all");
  await pool.query("drop table kept");
  return verdict;
}

async function lastEvent() {
  const [event] = await selectChainAfter(database.db, 4, 1);
  if (!event) throw new Error("the fifth entry is not there");
  return event;
}

const aChange = { actorId: null, action: "thing.seen", subjectType: "thing", subjectId: subjectId(1) };

describe.each([
  ["embedded", testDatabase],
  ["server", testServerDatabase],
])("the audit trail goes on where it ends: %s", (_kind, open) => {
  let own: Database;
  const written = async () => (await selectChainAfter(own.db, 0, 100)).map(({ reason }) => reason);
  const append = (reasons: readonly string[], outcome?: Error) =>
    inTransaction(own.db, async (trx) => {
      await recordEvents(
        trx,
        reasons.map((reason) => ({ ...aChange, reason, after: { text: reason } })),
        now,
      );
      if (outcome) throw outcome;
    });
  beforeEach(async () => {
    own = await open();
  });
  afterEach(() => own.close());

  it("with several events of one change in their order, whatever they say", async () => {
    const said = ["the first", 'a "quoted" \\ line\nand another', "Ümläute, 漢字, 👩‍🚀", "\u2028 $1 %s", "[12,"];
    await append(said);
    await append(["the last"]);
    expect(await written()).toEqual([...said, "the last"]);
    expect(await verifyChain(own.db)).toMatchObject({ whole: true, events: said.length + 1 });
  });

  it("with a reason that is no whole text, as the database keeps it", async () => {
    const half = { ...aChange, reason: "half a pair \ud83d of surrogates" };
    await inTransaction(own.db, (trx) => recordEvents(trx, [half], now));
    expect(await written()).toEqual(["half a pair \ufffd of surrogates"]);
    expect(await verifyChain(own.db)).toMatchObject({ whole: true, events: 1 });
  });

  it("after a change that came to nothing", async () => {
    await append(["the first"]);
    await expect(append(["undone"], new Error("no"))).rejects.toThrow("no");
    await append(["the second"]);
    expect(await written()).toEqual(["the first", "the second"]);
    expect(await verifyChain(own.db)).toMatchObject({ whole: true, events: 2 });
  });

  it("also when many changes are recorded at once, with one statement an event beside begin and commit", async () => {
    const life = countStatements(own.pool, undefined, () => undefined);
    const changes = Array.from({ length: 24 }, (_, index) => [`${index} a`, `${index} b`]);
    await Promise.all(changes.map((reasons) => append(reasons)));
    expect(life.statements).toBe(4 * changes.length);
    const reasons = await written();
    for (const [first = "", second] of changes) expect(reasons[reasons.indexOf(first) + 1]).toBe(second);
    expect(await verifyChain(own.db)).toMatchObject({ whole: true, events: 2 * changes.length });
  });
});

describe("the audit trail", () => {
  it("is whole as it was written", async () => {
    expect(await verifyChain(database.db)).toMatchObject({ whole: true, events: 5 });
  });

  it.each([
    ["at", "at + interval '1 millisecond'"],
    ["actor_id", "null"],
    ["action", "'thing.untouched'"],
    ["subject_type", "'person'"],
    ["subject_id", `'${subjectId(99)}'`],
    ["organisation_id", `'${subjectId(98)}'`],
    ["before", `'{"count": 17}'`],
    ["after", `jsonb_set(after, '{nested,b,1,a}', '"a"')`],
    ["reason", "null"],
    ["previous_hash", "repeat('1', 64)"],
    ["hash", "repeat('2', 64)"],
  ])("shows that %s of an entry was changed", async (column, value) => {
    expect(await tampered(`update audit_event set "${column}" = ${value} where sequence = 3`)).toEqual({
      whole: false,
      brokenAt: 3,
      fault: "changed",
    });
  });

  it("shows that an entry was taken out, or two were exchanged", async () => {
    expect(await tampered("delete from audit_event where sequence = 3")).toEqual({
      whole: false,
      brokenAt: 3,
      fault: "missing",
    });
    const exchanged =
      "update audit_event set sequence = case sequence when 2 then 1003 when 3 then 1002 end where sequence in (2, 3)";
    const verdict = await tampered(
      `${exchanged}; update audit_event set sequence = sequence - 1000 where sequence > 1000`,
    );
    expect(verdict).toMatchObject({ whole: false, brokenAt: 2 });
  });

  it("shows that the end was cut off, and that something was added beside the chain", async () => {
    expect(await tampered("delete from audit_event where sequence > 3")).toEqual({
      whole: false,
      brokenAt: 4,
      fault: "cut_off",
    });
    const hash = linkHash((await selectChainEnd(database.db)).hash, { ...(await lastEvent()), sequence: 6 });
    const added = `insert into audit_event select 6, at, actor_id, action, subject_type, subject_id, organisation_id, before, after, reason, hash, '${hash}' from audit_event where sequence = 5`;
    expect(await tampered(added)).toMatchObject({ whole: false, brokenAt: 6, fault: "added" });
  });

  it("cannot be changed through the database's front door", async () => {
    for (const statement of [
      "update audit_event set reason = null",
      "delete from audit_event",
      "truncate audit_event",
    ]) {
      await expect(database.pool.query(statement)).rejects.toThrow(/append-only/);
    }
  });
});
