import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reviewItem } from "~/examination/authoring/review-item.server";
import { addUpDrawings, selectDrawings } from "~/examination/bank-items-queries.server";
import { itemCountOf, secondLevelAdministrator } from "~/examination/blueprint";
import { DrawnFigures } from "~/examination/drawn-figures";
import { readFormCandidates } from "~/examination/form-candidates.server";
import { type Database, inTransaction } from "~/platform/database/handle";
import { anAttempt, examMorning, trainedPartner } from "../factories/examination";
import { anItemInUse, aWrittenItem, twoStaff } from "../factories/items";
import { testDatabase, testServerDatabase } from "../set-up/database";

const places = itemCountOf(secondLevelAdministrator.blueprint);

describe.each([
  ["embedded", testDatabase],
  ["server", testServerDatabase],
])("what a form is drawn from: %s", (_kind, open) => {
  let database: Database;
  let first: string;
  let others: string[];
  beforeAll(async () => {
    database = await open();
    const { engineerIds } = await trainedPartner(database.db, { engineers: 4 });
    [first = "", ...others] = engineerIds;
  });
  afterAll(() => database.close());

  it("counts every place of every form, also of people who begin at the same moment", async () => {
    const { db, pool } = database;
    await anAttempt(db, first);
    const begun = await Promise.all(others.map((personId) => anAttempt(db, personId)));
    expect(new Set(begun.map(({ attemptId }) => attemptId)).size).toBe(others.length);
    const { rows } = await pool.query<{ itemId: string; drawn: number }>(
      `select item_id as "itemId", count(*)::int as drawn from attempt_item join item_version on item_version.id = item_version_id group by item_id`,
    );
    const drawn = new Map(rows.map((row) => [row.itemId, row.drawn]));
    const { bank, exposures } = await readFormCandidates(db, first);
    const exposuresInUse = bank.items.map(({ place }) => exposures[place]);
    expect(exposuresInUse.reduce((sum = 0, exposure = 0) => sum + exposure, 0)).toBe(places * (1 + others.length));
    expect(exposuresInUse).toEqual(bank.items.map(({ itemId }) => drawn.get(itemId) ?? 0));
  });

  it("knows what the person has had, and of nobody else", async () => {
    const { bank, seen } = await readFormCandidates(database.db, first);
    expect(bank.items.filter(({ itemId }) => seen.has(itemId))).toHaveLength(places);
    expect((await readFormCandidates(database.db, null)).seen.size).toBe(0);
  });

  it("takes an item in as it is approved and leaves it out as it is retired, but not where that is undone", async () => {
    const { db } = database;
    const inUse = async () => (await readFormCandidates(db, null)).bank.items.map(({ itemId }) => itemId);
    const before = await inUse();
    const staff = await twoStaff(db);
    const itemId = await anItemInUse(db, aWrittenItem({ code: "NEW-001" }), staff, examMorning);
    expect((await inUse()).filter((id) => !before.includes(id))).toEqual([itemId]);
    const undone = inTransaction(db, async (trx) => {
      await trx.updateTable("itemVersion").set({ status: "retired" }).where("itemId", "=", itemId).execute();
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await inUse()).toContain(itemId);
    const step = { itemId, version: 1, step: "retired" as const, remark: null };
    await reviewItem(db, { actorId: staff.reviewerId, ...step }, examMorning);
    expect((await inUse()).sort()).toEqual(before.sort());
  });

  it("counts what is undone not at all, and what was drawn while others drew from its commit on", async () => {
    const { db, pool, kind } = database;
    const { attemptId } = await db.selectFrom("attemptItem").select("attemptId").limit(1).executeTakeFirstOrThrow();
    const figures = async () => {
      const { bank, exposures } = await readFormCandidates(db, null);
      return bank.items.map(({ place }) => exposures[place] ?? 0);
    };
    const { bank } = await readFormCandidates(db, null);
    const [longer, shorter] = [bank.items.length - 1, bank.items.length - 2];
    const before = await figures();
    const with_ = (...more: number[]) =>
      before.map((times, index) => times + more.filter((one) => one === index).length);
    const client = await pool.connect();
    const draw = (by: Pick<typeof client, "query">, index: number, ordinal: number) =>
      by.query("insert into attempt_item (attempt_id, ordinal, item_version_id, seed) values ($1, $2, $3, 'seed')", [
        attemptId,
        ordinal,
        bank.items[index]?.itemVersionId,
      ]);
    await client.query("begin");
    await draw(client, longer, 901);
    // The embedded database has one connection, over which nobody else draws meanwhile.
    if (kind === "server") {
      await draw(pool, shorter, 902);
      expect(await figures()).toEqual(with_(shorter));
      expect(await figures()).toEqual(with_(shorter));
    }
    await client.query("commit");
    await client.query("begin");
    await draw(client, longer, 903);
    await client.query("rollback");
    client.release();
    expect(await figures()).toEqual(kind === "server" ? with_(shorter, longer) : with_(longer));
  });

  it("counts what the asking transaction has drawn for itself, and for nobody once it is undone", async () => {
    const { db } = database;
    const { bank, exposures } = await readFormCandidates(db, null);
    const before = [...exposures];
    const { attemptId } = await db.selectFrom("attemptItem").select("attemptId").limit(1).executeTakeFirstOrThrow();
    const item = { attemptId, ordinal: 905, itemVersionId: bank.items[0]?.itemVersionId ?? "", seed: "seed" };
    const place = bank.items[0]?.place ?? 0;
    const undone = inTransaction(db, async (trx) => {
      await trx
        .insertInto("attemptItem")
        .values({ ...item, points: null, response: null, respondedAt: null, spentSeconds: null })
        .execute();
      expect((await readFormCandidates(trx, null)).exposures[place]).toBe((before[place] ?? 0) + 1);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect((await readFormCandidates(db, null)).exposures).toEqual(before);
  });

  it("does not take figures for new that another server has numbered, from which they were restored", async () => {
    const { db, pool } = database;
    const stored = async () => {
      const { rows } = await pool.query<{ id: string; drawn: number }>(
        `select item_id as id, drawn + (select count(*)::int from exposure_entry, unnest(item_ids) as one where one = item_id) as drawn from item_exposure`,
      );
      const times = new Map(rows.map(({ id, drawn }) => [id, drawn]));
      const { bank, exposures } = await readFormCandidates(db, null);
      expect(bank.items.map(({ place }) => exposures[place])).toEqual(
        bank.items.map(({ itemId }) => times.get(itemId)),
      );
      return exposures;
    };
    await stored();
    await pool.query("update exposure_entry set drawn_in = '4000000000000'::xid8");
    await stored();
    const known = await selectDrawings(db, null, undefined);
    const bankItem = (await readFormCandidates(db, null)).bank.items[0]?.itemId;
    expect(known).toMatchObject({ entries: [], drawn: expect.arrayContaining([[bankItem, expect.any(Number)]]) });
    expect((await selectDrawings(db, null, known)).entries).toEqual([]);
    await database.db.updateTable("item").set({ enemyGroup: "another" }).where("code", "=", "NEW-001").execute();
    await stored();
  });

  it("finds the same figures once the night has added them up, in a process that remembers and in one that is new", async () => {
    const { db, pool } = database;
    const before = [...(await readFormCandidates(db, null)).exposures];
    expect(await addUpDrawings(db)).toBeGreaterThan(0);
    expect(await addUpDrawings(db)).toBe(0);
    const { rows } = await pool.query("select count(*)::int as entries from exposure_entry");
    expect(rows).toEqual([{ entries: 0 }]);
    expect((await readFormCandidates(db, null)).exposures).toEqual(before);
    const { drawn, entries } = await selectDrawings(db, null, undefined);
    const { bank } = await readFormCandidates(db, null);
    const anew = new DrawnFigures(bank.items, drawn ?? []);
    anew.take(entries, "0");
    expect(anew.exposures).toEqual(before);
  });
});
