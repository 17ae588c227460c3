import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reviewItem } from "~/examination/authoring/review-item.server";
import { firstBank } from "~/examination/bank/first-bank";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { readFormCandidates } from "~/examination/form-candidates.server";
import { selectLatestVersions } from "~/examination/item-queries.server";
import { type Bank, publishBank } from "~/examination/publish-bank.server";
import type { Database } from "~/platform/database/handle";
import { anItemRevised } from "../factories/items";
import { aPerson } from "../factories/mails";
import { testDatabase } from "../set-up/database";

const now = new Date("2027-01-01T08:00:00Z");
let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const [first, second, third, fourth] = firstBank;
if (!first || !second || !third || !fourth) throw new Error("the bank is empty");
const bankOf = (...items: Bank["items"]): Bank => ({ programme: secondLevelAdministrator, items });
/** The whole bank, with these in place of those of the same code. */
const bankWith = (...items: Bank["items"]): Bank =>
  bankOf(...firstBank.filter(({ code }) => !items.some((item) => item.code === code)), ...items);
const versions = async () =>
  database.db.selectFrom("itemVersion").select(["itemId", "version", "status"]).orderBy("version").execute();

describe("publishing the bank", () => {
  it("writes programme and items once; the same again changes nothing and leaves no trace", async () => {
    expect(await publishBank(database.db, now)).toEqual({ newItems: firstBank.length, newVersions: 0, withdrawn: 0 });
    const events = () => database.db.selectFrom("auditEvent").select("sequence").execute();
    const before = await events();
    expect(before).toHaveLength(firstBank.length + 1);
    expect(await publishBank(database.db, now)).toEqual({ newItems: 0, newVersions: 0, withdrawn: 0 });
    expect(await events()).toEqual(before);
  });

  it("gives a changed item a new version and retires the one before", async () => {
    const changed = { ...first, points: first.points + 1 };
    expect(await publishBank(database.db, now, bankWith(changed))).toEqual({
      newItems: 0,
      newVersions: 1,
      withdrawn: 0,
    });
    const itemId = (await selectLatestVersions(database.db, [first.code])).get(first.code)?.itemId;
    expect((await versions()).filter((row) => row.itemId === itemId)).toMatchObject([
      { version: 1, status: "retired" },
      { version: 2, status: "active" },
    ]);
  });

  it("leaves alone what an author of the staff has changed", async () => {
    await anItemRevised(database.db, second.code, { points: 9 }, now);
    expect(await publishBank(database.db, now, bankWith(first, second))).toMatchObject({ newItems: 0, withdrawn: 0 });
    expect((await selectLatestVersions(database.db, [second.code])).get(second.code)).toMatchObject({
      points: 9,
      version: 2,
    });
    expect(await publishBank(database.db, now, bankOf(...firstBank.slice(2)))).toMatchObject({
      withdrawn: 1,
    });
    expect((await selectLatestVersions(database.db, [second.code])).get(second.code)).toMatchObject({
      status: "active",
      withdrawnAt: null,
    });
    await publishBank(database.db, now);
  });

  it("takes out of use what is delivered no longer, says so, and brings it back when it is delivered again", async () => {
    const latest = async () => (await selectLatestVersions(database.db, [third.code])).get(third.code);
    const before = await latest();
    const without = bankOf(...firstBank.filter(({ code }) => code !== third.code));
    expect(await publishBank(database.db, now, without)).toEqual({ newItems: 0, newVersions: 0, withdrawn: 1 });
    expect(await latest()).toMatchObject({ status: "retired", withdrawnAt: now, version: before?.version });
    expect((await readFormCandidates(database.db, null)).bank.items.map(({ itemId }) => itemId)).not.toContain(
      before?.itemId,
    );
    const said = await database.db
      .selectFrom("auditEvent")
      .select(["action", "subjectId"])
      .orderBy("sequence", "desc")
      .executeTakeFirst();
    expect(said).toEqual({ action: "item.withdrawn", subjectId: before?.itemId });
    expect(await publishBank(database.db, now, without)).toEqual({ newItems: 0, newVersions: 0, withdrawn: 0 });
    expect(await publishBank(database.db, now)).toEqual({ newItems: 0, newVersions: 1, withdrawn: 0 });
    expect(await latest()).toMatchObject({ status: "active", withdrawnAt: null, version: (before?.version ?? 0) + 1 });
  });

  it("does not bring back what staff have taken out of use", async () => {
    const { itemId = "", version = 0 } =
      (await selectLatestVersions(database.db, [fourth.code])).get(fourth.code) ?? {};
    const actorId = await aPerson(database.db, "retiring@ionos.example");
    await reviewItem(database.db, { actorId, itemId, version, step: "retired", remark: "outdated" }, now);
    const changed = { ...fourth, points: fourth.points + 1 };
    expect(await publishBank(database.db, now, bankWith(changed))).toEqual({
      newItems: 0,
      newVersions: 0,
      withdrawn: 0,
    });
  });

  it("writes nothing at all when one item is faulty", async () => {
    const before = await versions();
    const faulty = {
      ...first,
      code: "NEW-001",
      content: { ...first.content, kind: "numeric" } as typeof first.content,
    };
    await expect(publishBank(database.db, now, bankOf({ ...second, code: "NEW-002" }, faulty))).rejects.toThrow();
    expect(await versions()).toEqual(before);
  });
});
