import { afterAll, beforeAll, expect, it } from "vitest";
import { canonicalItem } from "~/examination/authoring/canonical-item";
import { fingerprintOf, foreseeImport, importItems } from "~/examination/authoring/exchange/import-items.server";
import { itemFile, readItemFile } from "~/examination/authoring/exchange/item-file.server";
import { withTranslation } from "~/examination/authoring/exchange/translation-in-files";
import { readOutdatedOfEach, readOutdatedTexts } from "~/examination/authoring/read-outdated-texts.server";
import { reviewItem } from "~/examination/authoring/review-item.server";
import { saveItem } from "~/examination/authoring/save-item.server";
import { translatedTexts } from "~/examination/authoring/translated-texts";
import { selectLatestByCode, selectVersions } from "~/examination/authoring/version-queries.server";
import type { WrittenItem } from "~/examination/authoring/written-item";
import { firstBank } from "~/examination/bank/first-bank";
import { publishBank } from "~/examination/publish-bank.server";
import type { Database, Db } from "~/platform/database/handle";
import { anItemInUse, asWritten, aWrittenItem, twoStaff } from "../factories/items";
import { testDatabase } from "../set-up/database";

const now = new Date("2027-01-01T08:00:00Z");
const bank = firstBank.map(asWritten);
let database: Database;
let actorId: string;
beforeAll(async () => {
  database = await testDatabase();
  await publishBank(database.db, now);
  actorId = (await twoStaff(database.db)).authorId;
});
afterAll(() => database.close());

/** The same with the English words in both languages. */
const inEnglish = <Content>(content: Content): Content =>
  JSON.parse(JSON.stringify(content), (_name, value) =>
    value && typeof value === "object" && "en" in value && "de" in value ? { en: value.en, de: value.en } : value,
  );

const counts = async () => ({
  versions: (await database.db.selectFrom("itemVersion").select("id").execute()).length,
  events: (await database.db.selectFrom("auditEvent").select("sequence").execute()).length,
});

it("finds the delivered bank unchanged, and writes nothing when it is read in again", async () => {
  const before = await counts();
  const plan = await foreseeImport(database.db, bank);
  expect(new Set(plan.planned.map(({ fate }) => fate))).toEqual(new Set(["unchanged"]));
  expect(await importItems(database.db, { actorId, items: bank, foreseen: fingerprintOf(plan) }, now)).toEqual({
    written: 0,
  });
  expect(await counts()).toEqual(before);
});

it("writes what is new or reads differently as drafts; what is in use stays in use", async () => {
  const [first, second] = bank;
  if (!first || !second) throw new Error("the bank is too small");
  const items = [aWrittenItem({ code: "NEW-001" }), { ...first, points: first.points + 1 }, second];
  const plan = await foreseeImport(database.db, items);
  expect(plan.planned.map(({ fate }) => fate)).toEqual(["new", "changed", "unchanged"]);
  expect(await importItems(database.db, { actorId, items, foreseen: fingerprintOf(plan) }, now)).toEqual({
    written: 2,
  });
  const latest = await selectLatestByCode(
    database.db,
    items.map(({ code }) => code),
  );
  expect(items.map(({ code }) => [latest.get(code)?.version, latest.get(code)?.status])).toEqual([
    [1, "draft"],
    [2, "draft"],
    [1, "active"],
  ]);
  const versions = await selectVersions(database.db, latest.get(first.code)?.itemId ?? "");
  expect(versions.map(({ status }) => status)).toEqual(["draft", "active"]);
});

it("writes what is in one language as a draft whose other words are outdated until they are translated, one by one", async () => {
  const { db } = database;
  const { content, ...head } = aWrittenItem({ code: "ONE-001" });
  const alike = inEnglish(content);
  const items = [{ ...head, content: alike, lacks: "de" as const }];
  const plan = await foreseeImport(db, items);
  expect(plan).toMatchObject({ faults: [], planned: [{ fate: "new" }] });
  await importItems(db, { actorId, items, foreseen: fingerprintOf(plan) }, now);
  const stored = async () => {
    const version = (await selectLatestByCode(db, ["ONE-001"])).get("ONE-001");
    if (!version) throw new Error("nothing was written");
    return { version, outdated: await readOutdatedTexts(db, version) };
  };
  const first = await stored();
  const all = translatedTexts(alike).map(({ id }) => id);
  expect(first.outdated).toEqual(Object.fromEntries(all.map((id) => [id, "de"])));
  expect([first.version.englishRevised, first.version.germanRevised]).toEqual([1, 0]);
  // Read in once more nothing changes; with other English words no German ones come about.
  expect((await foreseeImport(db, items)).planned).toMatchObject([{ fate: "unchanged" }]);
  const stem = (en: string, de: string) => ({ ...alike, stem: { en, de } }) as typeof alike;
  const save = async (next: typeof alike) => {
    const { itemId, version } = (await stored()).version;
    await saveItem(db, { actorId, itemId, basedOn: version, item: { ...head, content: next }, agree: false }, now);
    return (await stored()).outdated;
  };
  expect(await save(stem("Another question", "Another question"))).toEqual(first.outdated);
  const { stem: _, ...others } = first.outdated;
  expect(await save(stem("Another question", "Eine andere Frage"))).toEqual(others);
});

it("marks in another bank what was outdated or untranslated in the one that the file comes from", async () => {
  const elsewhere = await testDatabase();
  try {
    const author = (await twoStaff(elsewhere.db)).authorId;
    const { content, ...head } = aWrittenItem({ code: "TWO-001" });
    const stem = { en: "Changed in English alone", de: "Auf Deutsch wie zuvor" };
    const items = [
      { ...head, content: inEnglish(content), lacks: "de" as const },
      { ...head, code: "TWO-002", content: { ...content, stem } as typeof content, outdated: { stem: "de" as const } },
    ];
    const codes = items.map(({ code }) => code);
    const take = async (db: Db, person: string, given: readonly WrittenItem[]) => {
      const foreseen = fingerprintOf(await foreseeImport(db, given));
      await importItems(db, { actorId: person, items: given, foreseen }, now);
    };
    const standing = async (db: Db) => {
      const stored = [...(await selectLatestByCode(db, codes)).values()].sort((a, b) =>
        a.item.code < b.item.code ? -1 : 1,
      );
      const outdated = await readOutdatedOfEach(db, stored);
      return stored.map(({ itemId, item }) => ({ item: canonicalItem(item), outdated: outdated.get(itemId) ?? {} }));
    };
    await take(elsewhere.db, author, items);
    const there = await standing(elsewhere.db);
    expect(there.map(({ outdated }) => Object.keys(outdated).length)).toEqual([translatedTexts(content).length, 1]);
    const told = there.map(({ item, outdated }) => withTranslation(item, outdated));
    await take(database.db, actorId, readItemFile(itemFile(told, "yaml").bytes).items);
    expect(await standing(database.db)).toEqual(there);
    // What the bank itself says of the same words holds: here somebody has ticked that they agree.
    const [, second] = [...(await selectLatestByCode(database.db, codes)).values()].sort((a, b) =>
      a.item.code < b.item.code ? -1 : 1,
    );
    if (!second) throw new Error("nothing was written");
    const agreed = { actorId, itemId: second.itemId, basedOn: 1, item: second.item, agree: true };
    await saveItem(database.db, agreed, now);
    expect((await foreseeImport(database.db, told)).planned.map(({ fate }) => fate)).toEqual([
      "unchanged",
      "unchanged",
    ]);
    expect((await standing(database.db)).map(({ outdated }) => Object.keys(outdated).length)).toEqual([
      translatedTexts(content).length,
      0,
    ]);
  } finally {
    await elsewhere.close();
  }
});

it("writes nothing when the bank has moved since it was looked at", async () => {
  const items = [aWrittenItem({ code: "MOV-001" })];
  const { planned } = await foreseeImport(database.db, items);
  const foreseen = fingerprintOf({ planned });
  await importItems(database.db, { actorId, items, foreseen }, now);
  const before = await counts();
  await expect(importItems(database.db, { actorId, items, foreseen }, now)).rejects.toMatchObject({
    code: "changed_meanwhile",
  });
  expect(await counts()).toEqual(before);
});

it("writes nothing on what nobody has seen, though the version has its number still", async () => {
  const { db } = database;
  const item = aWrittenItem({ code: "GRP-001" });
  const staff = await twoStaff(db, "group");
  const itemId = await anItemInUse(db, item, staff, now);
  const items = [{ ...item, points: 5 }];
  const before = await foreseeImport(db, items);
  const draft = {
    actorId: staff.authorId,
    itemId,
    basedOn: 1,
    item: { ...item, enemyGroup: "kept-apart" },
    agree: true,
  };
  await saveItem(db, draft, now);
  const discard = { actorId: staff.authorId, itemId, version: 2, step: "discarded", remark: "not wanted" } as const;
  await reviewItem(db, discard, now);
  const after = await foreseeImport(db, items);
  expect([before, after].map(({ planned }) => planned[0]?.known?.version)).toEqual([1, 1]);
  await expect(importItems(db, { actorId, items, foreseen: fingerprintOf(before) }, now)).rejects.toMatchObject({
    code: "changed_meanwhile",
  });
  expect(await importItems(db, { actorId, items, foreseen: fingerprintOf(after) }, now)).toEqual({ written: 1 });
});

it("writes none of the items when one of them would move an item that was in use", async () => {
  const [, , third] = bank;
  if (!third) throw new Error("the bank is too small");
  const items = [aWrittenItem({ code: "ALL-001" }), { ...third, pool: "practice" as const }];
  const plan = await foreseeImport(database.db, items);
  expect(plan.faults).toMatchObject([{ place: third.code, problem: { kind: "place_fixed" } }]);
  const before = await counts();
  await expect(importItems(database.db, { actorId, items, foreseen: fingerprintOf(plan) }, now)).rejects.toMatchObject({
    code: "changed_meanwhile",
  });
  expect(await counts()).toEqual(before);
});
