import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { foreseeImport } from "~/examination/authoring/exchange/import-items.server";
import { reviewItem } from "~/examination/authoring/review-item.server";
import { createItem, saveItem } from "~/examination/authoring/save-item.server";
import {
  selectHappenings,
  selectLatestByCode,
  selectStoredVersions,
  selectVersions,
} from "~/examination/authoring/version-queries.server";
import { firstBank } from "~/examination/bank/first-bank";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { readFormCandidates } from "~/examination/form-candidates.server";
import { selectLatestVersions } from "~/examination/item-queries.server";
import { publishBank } from "~/examination/publish-bank.server";
import type { Database } from "~/platform/database/handle";
import { itemWorks } from "../factories/item-works";
import { anItemInUse, aWrittenItem, twoStaff } from "../factories/items";
import { testDatabase, testServerDatabase } from "../set-up/database";

const now = new Date("2027-01-01T08:00:00Z");
let database: Database;
let staff: Awaited<ReturnType<typeof twoStaff>>;
beforeAll(async () => {
  database = await testDatabase();
  staff = await twoStaff(database.db);
});
afterAll(() => database.close());

const { standing, step, save } = itemWorks(() => database, now);

describe("an item in use with work above it", () => {
  const drawn = async (itemId: string) =>
    (await readFormCandidates(database.db, null)).bank.items.some((row) => row.itemId === itemId);

  it.each(["draft", "in_review"] as const)(
    "is taken out of use beneath a version that is %s, which stays",
    async (over) => {
      const code = `OUT-${over === "draft" ? "001" : "002"}`;
      const itemId = await anItemInUse(database.db, aWrittenItem({ code }), staff, now);
      await save(itemId, 1, staff.authorId, { code, points: 5 });
      if (over === "in_review") await step(itemId, 2, "submitted", staff.authorId);
      expect(await drawn(itemId)).toBe(true);
      await step(itemId, 1, "retired", staff.authorId);
      expect(await drawn(itemId)).toBe(false);
      expect(await standing(itemId)).toEqual([`2 ${over}`, "1 retired"]);
      await expect(step(itemId, 1, "retired", staff.authorId)).rejects.toMatchObject({ code: "changed_meanwhile" });
      if (over === "draft") await step(itemId, 2, "submitted", staff.authorId);
      await step(itemId, 2, "approved", staff.reviewerId);
      expect(await standing(itemId)).toEqual(["2 active", "1 retired"]);
    },
  );
});

describe("a draft that is discarded", () => {
  it("leaves the item as its version in use left it, on which the next draft is written", async () => {
    const code = "DIS-001";
    const itemId = await anItemInUse(database.db, aWrittenItem({ code }), staff, now);
    await save(itemId, 1, staff.authorId, { code, points: 5 });
    await save(itemId, 2, staff.authorId, { code, points: 6 });
    const discard = {
      actorId: staff.reviewerId,
      itemId,
      version: 3,
      step: "discarded",
      remark: "Wrong file.",
    } as const;
    await reviewItem(database.db, discard, now);
    expect(await standing(itemId)).toEqual(["3 discarded", "2 discarded", "1 active"]);
    const event = await database.db
      .selectFrom("auditEvent")
      .select(["actorId", "before", "after", "reason"])
      .where("subjectId", "=", itemId)
      .where("action", "=", "item.discarded")
      .executeTakeFirstOrThrow();
    expect(event).toEqual({
      actorId: staff.reviewerId,
      before: { code, version: 3, status: "draft" },
      after: { code, version: 3, status: "discarded", versions: [2, 3] },
      reason: "Wrong file.",
    });
    expect((await selectHappenings(database.db, itemId))[0]).toMatchObject({ kind: "discarded", words: "Wrong file." });
    expect((await selectLatestByCode(database.db, [code])).get(code)).toMatchObject({ version: 1, status: "active" });
    await expect(save(itemId, 3, staff.authorId, { code, points: 7 })).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    expect(await save(itemId, 1, staff.authorId, { code, points: 7 })).toEqual({ version: 4 });
    await step(itemId, 4, "submitted", staff.authorId);
    await step(itemId, 4, "approved", staff.reviewerId);
    expect(await standing(itemId)).toEqual(["4 active", "3 discarded", "2 discarded", "1 retired"]);
  });

  it("is not discarded twice, nor in review, in use or beneath a later draft", async () => {
    const code = "DIS-002";
    const itemId = await anItemInUse(database.db, aWrittenItem({ code }), staff, now);
    const refused = { code: "changed_meanwhile" };
    await expect(step(itemId, 1, "discarded", staff.authorId)).rejects.toMatchObject(refused);
    await save(itemId, 1, staff.authorId, { code, points: 5 });
    await save(itemId, 2, staff.authorId, { code, points: 6 });
    await expect(step(itemId, 2, "discarded", staff.authorId)).rejects.toMatchObject(refused);
    await step(itemId, 3, "submitted", staff.authorId);
    await expect(step(itemId, 3, "discarded", staff.authorId)).rejects.toMatchObject(refused);
    await step(itemId, 3, "returned", staff.reviewerId);
    await step(itemId, 3, "discarded", staff.authorId);
    for (const name of ["discarded", "submitted"] as const) {
      await expect(step(itemId, 3, name, staff.authorId)).rejects.toMatchObject(refused);
    }
    const revive = database.db.updateTable("itemVersion").set({ status: "draft" }).where("itemId", "=", itemId);
    await expect(revive.where("version", "=", 3).execute()).rejects.toThrow("append-only");
  });

  it("does not keep who wrote it from approving what somebody else writes afterwards", async () => {
    const code = "DIS-003";
    const itemId = await anItemInUse(database.db, aWrittenItem({ code }), staff, now);
    await save(itemId, 1, staff.reviewerId, { code, points: 5 });
    await step(itemId, 2, "discarded", staff.reviewerId);
    await save(itemId, 1, staff.authorId, { code, points: 6 });
    await step(itemId, 3, "submitted", staff.authorId);
    await step(itemId, 3, "approved", staff.reviewerId);
    expect(await standing(itemId)).toEqual(["3 active", "2 discarded", "1 retired"]);
  });

  it("of an item that was never in use leaves it without a version to draw; the item can be written and read in anew", async () => {
    const code = "DIS-004";
    const item = aWrittenItem({ code });
    const { itemId } = await createItem(database.db, { actorId: staff.authorId, item }, now);
    await step(itemId, 1, "discarded", staff.authorId);
    expect(await standing(itemId)).toEqual(["1 discarded"]);
    expect((await foreseeImport(database.db, [item])).planned).toMatchObject([{ fate: "changed" }]);
    expect(await save(itemId, 1, staff.authorId, { code })).toEqual({ version: 2 });
    expect(await standing(itemId)).toEqual(["2 draft", "1 discarded"]);
  });

  it("gives a delivered item back to delivery, which numbers its next version behind the draft", async () => {
    const item = firstBank[2];
    if (!item) throw new Error("the bank is too small");
    await publishBank(database.db, now);
    const { itemId, version, item: stored } = await latestOf(item.code);
    const draft = { actorId: staff.authorId, itemId, basedOn: version, item: { ...stored, points: 9 }, agree: true };
    await saveItem(database.db, draft, now);
    await step(itemId, version + 1, "discarded", staff.authorId);
    const newer = firstBank.map((own) => (own === item ? { ...own, points: own.points + 1 } : own));
    await publishBank(database.db, now, { programme: secondLevelAdministrator, items: newer });
    expect((await standing(itemId)).slice(0, 3)).toEqual([
      `${version + 2} active`,
      `${version + 1} discarded`,
      `${version} retired`,
    ]);
  });
});

describe("two at once", () => {
  it("of two who discard the same draft, or of one who discards it and one who saves on it, one is told", async () => {
    const server = await testServerDatabase();
    onTestFinished(() => server.close());
    const { authorId, reviewerId } = await twoStaff(server.db);
    for (let round = 0; round < 6; round++) {
      const code = `DISR-${round}`;
      const { itemId } = await createItem(server.db, { actorId: authorId, item: aWrittenItem({ code }) }, now);
      await saveItem(
        server.db,
        { actorId: authorId, itemId, basedOn: 1, item: aWrittenItem({ code, points: 5 }), agree: true },
        now,
      );
      const discard = { itemId, version: 2, step: "discarded", remark: "Wrong file." } as const;
      const settled = await Promise.allSettled([
        reviewItem(server.db, { ...discard, actorId: authorId }, now),
        reviewItem(server.db, { ...discard, actorId: reviewerId }, now),
      ]);
      expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect((await selectVersions(server.db, itemId)).map(({ status }) => status)).toEqual(["discarded", "discarded"]);
    }
    const itemId = await anItemInUse(server.db, aWrittenItem({ code: "DISR-SAVE" }), { authorId, reviewerId }, now);
    const edit = (basedOn: number, points: number) =>
      saveItem(
        server.db,
        { actorId: authorId, itemId, basedOn, item: aWrittenItem({ code: "DISR-SAVE", points }), agree: true },
        now,
      );
    await edit(1, 5);
    const [discarded, saved] = await Promise.allSettled([
      reviewItem(server.db, { actorId: reviewerId, itemId, version: 2, step: "discarded", remark: "Wrong file." }, now),
      edit(2, 6),
    ]);
    expect([discarded.status, saved.status].sort()).toEqual(["fulfilled", "rejected"]);
    expect((await selectVersions(server.db, itemId)).map(({ status }) => status)).toEqual(
      saved.status === "fulfilled" ? ["draft", "draft", "active"] : ["discarded", "active"],
    );
  });
});

async function latestOf(code: string) {
  const { itemId = "", version = 0 } = (await selectLatestVersions(database.db, [code])).get(code) ?? {};
  const [stored] = await selectStoredVersions(database.db, itemId, [version]);
  if (!stored) throw new Error(`no item ${code}`);
  return stored;
}
