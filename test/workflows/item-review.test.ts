import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { reviewItem } from "~/examination/authoring/review-item.server";
import { createItem, saveItem } from "~/examination/authoring/save-item.server";
import { selectHappenings, selectStoredVersions, selectVersions } from "~/examination/authoring/version-queries.server";
import { firstBank } from "~/examination/bank/first-bank";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { readFormCandidates } from "~/examination/form-candidates.server";
import { readForm } from "~/examination/form-queries.server";
import { selectLatestVersions } from "~/examination/item-queries.server";
import { publishBank } from "~/examination/publish-bank.server";
import type { Database } from "~/platform/database/handle";
import { anAttempt, trainedPartner } from "../factories/examination";
import { itemWorks } from "../factories/item-works";
import { anItemInUse, anItemRevised, approve, aWrittenItem, twoStaff } from "../factories/items";
import { aPerson } from "../factories/mails";
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

describe("an item of the staff", () => {
  it("goes from draft through review into use and out of it, and says who did what", async () => {
    const code = "WAY-001";
    const { itemId } = await createItem(database.db, { actorId: staff.authorId, item: aWrittenItem({ code }) }, now);
    await step(itemId, 1, "submitted", staff.authorId);
    await step(itemId, 1, "returned", staff.reviewerId);
    await save(itemId, 1, staff.authorId, { code, points: 3 });
    await step(itemId, 2, "submitted", staff.authorId);
    await step(itemId, 2, "approved", staff.reviewerId);
    expect(await standing(itemId)).toEqual(["2 active", "1 draft"]);
    await step(itemId, 2, "retired", staff.authorId);
    expect(await standing(itemId)).toEqual(["2 retired", "1 draft"]);
    expect((await selectHappenings(database.db, itemId)).map(({ kind, version }) => [kind, version])).toHaveLength(5);
    const trail = await database.db
      .selectFrom("auditEvent")
      .select("action")
      .where("subjectId", "=", itemId)
      .orderBy("sequence")
      .execute();
    expect(trail.map(({ action }) => action)).toEqual([
      "item.draft_saved",
      "item.submitted",
      "item.returned",
      "item.draft_saved",
      "item.submitted",
      "item.approved",
      "item.retired",
    ]);
  });

  it("is not drawn while it is a draft or in review; approved, its new version is drawn instead of the old one", async () => {
    const code = "DRW-001";
    const drawn = async () =>
      (await readFormCandidates(database.db, null)).bank.items
        .filter((row) => row.itemId === itemId)
        .map(({ points }) => points);
    const itemId = (await createItem(database.db, { actorId: staff.authorId, item: aWrittenItem({ code }) }, now))
      .itemId;
    expect(await drawn()).toEqual([]);
    await approve(database.db, { itemId, version: 1, ...staff }, now);
    expect(await drawn()).toEqual([2]);
    await save(itemId, 1, staff.authorId, { code, points: 5 });
    await step(itemId, 2, "submitted", staff.authorId);
    expect(await drawn()).toEqual([2]);
    await step(itemId, 2, "approved", staff.reviewerId);
    expect(await drawn()).toEqual([5]);
    expect(await standing(itemId)).toEqual(["2 active", "1 retired"]);
  });

  it("is not approved by anybody who has worked on it since it was last in use", async () => {
    const code = "OWN-001";
    const third = await aPerson(database.db, "third@ionos.example");
    const { itemId } = await createItem(database.db, { actorId: staff.authorId, item: aWrittenItem({ code }) }, now);
    await save(itemId, 1, staff.reviewerId, { code, points: 3 });
    await step(itemId, 2, "submitted", staff.reviewerId);
    for (const worker of [staff.authorId, staff.reviewerId]) {
      await expect(step(itemId, 2, "approved", worker)).rejects.toMatchObject({ code: "item_review_by_author" });
    }
    await step(itemId, 2, "approved", third);
    await save(itemId, 2, third, { code, points: 4 });
    await step(itemId, 3, "submitted", third);
    await step(itemId, 3, "approved", staff.authorId);
    expect(await standing(itemId)).toEqual(["3 active", "2 retired", "1 draft"]);
  });

  it("cannot be put into use around the rule: the database refuses an author as reviewer, no reviewer, and any rewriting", async () => {
    const code = "DBG-001";
    const { itemId } = await createItem(database.db, { actorId: staff.authorId, item: aWrittenItem({ code }) }, now);
    await save(itemId, 1, staff.reviewerId, { code, points: 3 });
    const second = () => database.db.updateTable("itemVersion").where("itemId", "=", itemId).where("version", "=", 2);
    await expect(second().set({ status: "active" }).execute()).rejects.toThrow("item_version_reviewed");
    for (const reviewerId of [staff.authorId, staff.reviewerId]) {
      await expect(second().set({ status: "active", reviewerId }).execute()).rejects.toThrow();
    }
    await expect(second().set({ points: 7 }).execute()).rejects.toThrow("append-only");
    await expect(database.db.deleteFrom("itemVersion").where("itemId", "=", itemId).execute()).rejects.toThrow();
  });

  it("is approved with a translation that lags behind only by who says so, and the trail tells", async () => {
    const code = "LAG-001";
    const { itemId } = await createItem(database.db, { actorId: staff.authorId, item: aWrittenItem({ code }) }, now);
    const { content } = aWrittenItem();
    if (!("stem" in content)) throw new Error("an item with a stem is needed");
    const stem = { ...content.stem, de: "Was sagt `await` von `iostat -x`?" };
    await save(itemId, 1, staff.authorId, { code, content: { ...content, stem } });
    await step(itemId, 2, "submitted", staff.authorId);
    await expect(step(itemId, 2, "approved", staff.reviewerId)).rejects.toMatchObject({
      code: "item_translation_outdated",
      facts: { language: "en" },
    });
    expect(await standing(itemId)).toEqual(["2 in_review", "1 draft"]);
    const approval = { itemId, version: 2, step: "approved" as const, remark: null };
    await reviewItem(database.db, { ...approval, actorId: staff.reviewerId, outdatedTexts: "left" }, now);
    expect(await standing(itemId)).toEqual(["2 active", "1 draft"]);
    const { after } = await database.db
      .selectFrom("auditEvent")
      .select("after")
      .where("subjectId", "=", itemId)
      .where("action", "=", "item.approved")
      .executeTakeFirstOrThrow();
    expect(after).toMatchObject({ version: 2, outdatedTranslation: "en" });
  });

  it("is saved on top of the version that the author had before them, and not twice the same", async () => {
    const code = "SAV-001";
    const { itemId } = await createItem(database.db, { actorId: staff.authorId, item: aWrittenItem({ code }) }, now);
    expect(await save(itemId, 1, staff.authorId, { code })).toEqual({ version: 1 });
    expect(await save(itemId, 1, staff.authorId, { code, points: 3 })).toEqual({ version: 2 });
    await expect(save(itemId, 1, staff.reviewerId, { code, points: 4 })).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    await expect(
      createItem(database.db, { actorId: staff.authorId, item: aWrittenItem({ code }) }, now),
    ).rejects.toMatchObject({ code: "item_code_taken", facts: { code } });
  });

  it("keeps pool and section once it was in use", async () => {
    const code = "FIX-001";
    const itemId = await anItemInUse(database.db, aWrittenItem({ code }), staff, now);
    for (const change of [{ pool: "practice" }, { section: "network" }] as const) {
      await expect(save(itemId, 1, staff.authorId, { code, ...change })).rejects.toMatchObject({
        code: "item_place_fixed",
      });
    }
  });

  it("remembers which language lags behind until it has caught up", async () => {
    const code = "LNG-001";
    const { itemId } = await createItem(database.db, { actorId: staff.authorId, item: aWrittenItem({ code }) }, now);
    const { content } = aWrittenItem();
    if (!("stem" in content)) throw new Error("a fixed item was to be written");
    const stem = { ...content.stem, en: "What does await tell?" };
    await save(itemId, 1, staff.authorId, { code, content: { ...content, stem } });
    const both = { en: stem.en, de: "Was sagt await aus?" };
    await save(itemId, 2, staff.authorId, { code, content: { ...content, stem: both } });
    const stamps = (await selectStoredVersions(database.db, itemId, [1, 2, 3])).sort((a, b) => a.version - b.version);
    expect(stamps.map(({ englishRevised, germanRevised }) => [englishRevised, germanRevised])).toEqual([
      [1, 1],
      [2, 1],
      [3, 3],
    ]);
  });
});

describe("the delivered bank and the staff", () => {
  it("an item that staff have begun to change is theirs: delivery leaves it alone, withdrawn or not", async () => {
    const [changed] = firstBank;
    if (!changed) throw new Error("the bank is empty");
    await publishBank(database.db, now);
    const { itemId } = await anItemRevised(database.db, changed.code, { points: 9 }, now);
    const rest = firstBank.filter(({ code }) => code !== changed.code);
    const bank = { programme: secondLevelAdministrator, items: rest };
    expect(await publishBank(database.db, now, bank)).toMatchObject({ withdrawn: 0 });
    expect((await selectLatestVersions(database.db, [changed.code])).get(changed.code)).toMatchObject({
      itemId,
      status: "active",
      points: 9,
    });
  });

  it("a draft on an item that is delivered no longer stays, and brings the item back when it is approved", async () => {
    const dropped = firstBank[1];
    if (!dropped) throw new Error("the bank is too small");
    await publishBank(database.db, now);
    const { itemId, version, item } = await latestOf(dropped.code);
    const points = item.points + 1;
    const draft = { actorId: staff.authorId, itemId, basedOn: version, item: { ...item, points }, agree: true };
    await saveItem(database.db, draft, now);
    const rest = firstBank.filter(({ code }) => code !== dropped.code);
    await publishBank(database.db, now, { programme: secondLevelAdministrator, items: rest });
    expect(await standing(itemId)).toEqual(["2 draft", "1 retired"]);
    await approve(database.db, { itemId, version: 2, ...staff }, now);
    expect((await selectLatestVersions(database.db, [dropped.code])).get(dropped.code)).toMatchObject({
      status: "active",
      withdrawnAt: null,
      points,
    });
  });

  it("an attempt under way keeps the versions it was begun with", async () => {
    const partner = await trainedPartner(database.db, { name: "Pinned" });
    const { attemptId } = await anAttempt(database.db, partner.engineerIds[0] ?? "");
    const before = await readForm(database.db, attemptId);
    const pinned = await database.db
      .selectFrom("attemptItem")
      .innerJoin("itemVersion", "itemVersion.id", "itemVersionId")
      .innerJoin("item", "item.id", "itemId")
      .select(["code", "itemVersionId"])
      .where("attemptId", "=", attemptId)
      .where("authorId", "is", null)
      .executeTakeFirstOrThrow();
    await anItemRevised(database.db, pinned.code, { points: 77 }, now);
    const rows = await database.db
      .selectFrom("attemptItem")
      .select("itemVersionId")
      .where("attemptId", "=", attemptId)
      .orderBy("ordinal")
      .execute();
    expect(rows.map(({ itemVersionId }) => itemVersionId)).toEqual(before.map(({ itemVersionId }) => itemVersionId));
    expect(rows.map(({ itemVersionId }) => itemVersionId)).toContain(pinned.itemVersionId);
  });
});

async function latestOf(code: string) {
  const { itemId = "", version = 0 } = (await selectLatestVersions(database.db, [code])).get(code) ?? {};
  const [stored] = await selectStoredVersions(database.db, itemId, [version]);
  if (!stored) throw new Error(`no item ${code}`);
  return stored;
}

describe("two at once", () => {
  it("whoever saves an item cannot approve the version it is built on at the same time", async () => {
    const server = await testServerDatabase();
    onTestFinished(() => server.close());
    const { authorId, reviewerId } = await twoStaff(server.db);
    for (let round = 0; round < 8; round++) {
      const code = `RACE-${round}`;
      const { itemId } = await createItem(server.db, { actorId: authorId, item: aWrittenItem({ code }) }, now);
      const submit = { actorId: authorId, itemId, version: 1, step: "submitted", remark: null } as const;
      await reviewItem(server.db, submit, now);
      const edit = { actorId: reviewerId, itemId, basedOn: 1, item: aWrittenItem({ code, points: 9 }), agree: true };
      const both = await Promise.allSettled([
        reviewItem(server.db, { ...submit, actorId: reviewerId, step: "approved" }, now),
        saveItem(server.db, edit, now),
      ]);
      const versions = (await selectVersions(server.db, itemId)).map(({ version, status }) => `${version} ${status}`);
      expect(both[1].status).toBe("fulfilled");
      expect(versions).toEqual(both[0].status === "fulfilled" ? ["2 draft", "1 active"] : ["2 draft", "1 draft"]);
    }
  });

  it("of two who save on top of the same version, one is told", async () => {
    const server = await testServerDatabase();
    onTestFinished(() => server.close());
    const { authorId, reviewerId } = await twoStaff(server.db);
    const { itemId } = await createItem(server.db, { actorId: authorId, item: aWrittenItem() }, now);
    const saves = [authorId, reviewerId].map((actorId, index) =>
      saveItem(server.db, { actorId, itemId, basedOn: 1, item: aWrittenItem({ points: 5 + index }), agree: true }, now),
    );
    const settled = await Promise.allSettled(saves);
    expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await selectVersions(server.db, itemId)).map(({ version }) => version)).toEqual([2, 1]);
  });
});
