import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { selectCodes } from "~/examination/authoring/bank-queries.server";
import { fingerprintOf, foreseeImport, importItems } from "~/examination/authoring/exchange/import-items.server";
import type { OutdatedTexts } from "~/examination/authoring/outdated-texts";
import { readBankQuestion } from "~/examination/authoring/read-bank-question";
import { readOutdatedTexts } from "~/examination/authoring/read-outdated-texts.server";
import { reviewItem } from "~/examination/authoring/review-item.server";
import { createItem, saveItem } from "~/examination/authoring/save-item.server";
import { selectStoredVersions } from "~/examination/authoring/version-queries.server";
import type { FixedContent } from "~/examination/item-content";
import type { Database } from "~/platform/database/handle";
import { itemWorks } from "../factories/item-works";
import { aWrittenItem, twoStaff } from "../factories/items";
import { testDatabase } from "../set-up/database";

const now = new Date("2027-01-01T08:00:00Z");
let database: Database;
let staff: Awaited<ReturnType<typeof twoStaff>>;
beforeAll(async () => {
  database = await testDatabase();
  staff = await twoStaff(database.db);
});
afterAll(() => database.close());

const { standing, step, save } = itemWorks(() => database, now);

const { content } = aWrittenItem();
if (!("stem" in content)) throw new Error("an item with a stem is needed");
const { stem, rationale } = content;
const question = { en: "What does await tell?", de: "Was sagt await aus?" };
const because = { en: "A mean time, in milliseconds.", de: "Es ist eine mittlere Zeit, in Millisekunden." };
const reading = (change: Partial<Pick<FixedContent, "stem" | "rationale">>) => ({ ...content, ...change });

const begun = async (code: string) =>
  (await createItem(database.db, { actorId: staff.authorId, item: aWrittenItem({ code }) }, now)).itemId;

async function outdated(itemId: string, version: number): Promise<OutdatedTexts> {
  const [stored] = await selectStoredVersions(database.db, itemId, [version]);
  if (!stored) throw new Error("no such version");
  return readOutdatedTexts(database.db, stored);
}

const listed = () => selectCodes(database.db, readBankQuestion(new URLSearchParams("outdated=yes")));

describe("a translation", () => {
  it("stays outdated while other texts of the item change, until its own words do", async () => {
    const code = "TRN-A";
    const itemId = await begun(code);
    const english = { stem: { ...stem, en: question.en } };
    await save(itemId, 1, staff.authorId, { code, content: reading(english) });
    expect(await outdated(itemId, 2)).toEqual({ stem: "de" });
    await save(itemId, 2, staff.authorId, {
      code,
      content: reading({ ...english, rationale: { ...rationale, de: because.de } }),
    });
    expect(await outdated(itemId, 3)).toEqual({ stem: "de", rationale: "en" });
    expect(await listed()).toContain(code);
    await save(itemId, 3, staff.authorId, { code, content: reading({ stem: question, rationale: because }) });
    expect(await outdated(itemId, 4)).toEqual({});
    expect(await listed()).not.toContain(code);
  });

  it("is outdated when one text was changed in English and another in German, and goes into use only by who says so", async () => {
    const code = "TRN-B";
    const itemId = await begun(code);
    const change = { stem: { ...stem, en: question.en }, rationale: { ...rationale, de: because.de } };
    await save(itemId, 1, staff.authorId, { code, content: reading(change) });
    expect(await listed()).toContain(code);
    await step(itemId, 2, "submitted", staff.authorId);
    await expect(step(itemId, 2, "approved", staff.reviewerId)).rejects.toMatchObject({
      code: "item_translation_outdated",
      facts: { language: "both" },
    });
    expect(await standing(itemId)).toEqual(["2 in_review", "1 draft"]);
    const approval = { itemId, version: 2, step: "approved" as const, remark: null, outdatedTexts: "left" as const };
    await reviewItem(database.db, { ...approval, actorId: staff.reviewerId }, now);
    const { after } = await database.db
      .selectFrom("auditEvent")
      .select("after")
      .where("subjectId", "=", itemId)
      .where("action", "=", "item.approved")
      .executeTakeFirstOrThrow();
    expect(after).toMatchObject({ outdatedTranslation: "both", outdatedTexts: { stem: "de", rationale: "en" } });
    expect(await outdated(itemId, 2)).toEqual({ stem: "de", rationale: "en" });
    expect(await listed()).toContain(code);
  });

  it("is up to date by the word of who approves it, and the trail tells of which texts it was given", async () => {
    const code = "TRN-G";
    const itemId = await begun(code);
    await save(itemId, 1, staff.authorId, { code, content: reading({ stem: { ...stem, en: question.en } }) });
    await step(itemId, 2, "submitted", staff.authorId);
    const approval = {
      itemId,
      version: 2,
      step: "approved" as const,
      remark: null,
      outdatedTexts: "confirmed" as const,
    };
    await expect(reviewItem(database.db, { ...approval, actorId: staff.authorId }, now)).rejects.toMatchObject({
      code: "item_review_by_author",
    });
    expect(await outdated(itemId, 2)).toEqual({ stem: "de" });
    await reviewItem(database.db, { ...approval, actorId: staff.reviewerId }, now);
    expect(await outdated(itemId, 2)).toEqual({});
    expect(await listed()).not.toContain(code);
    const events = database.db.selectFrom("auditEvent").select(["actorId", "after"]).where("subjectId", "=", itemId);
    const { actorId, after } = await events.where("action", "=", "item.approved").executeTakeFirstOrThrow();
    expect(actorId).toBe(staff.reviewerId);
    expect(after).toMatchObject({ confirmedTranslation: "de", confirmedTexts: { stem: "de" } });
    expect(after).not.toHaveProperty("outdatedTexts");
    // What is changed later is held against the words that were confirmed.
    await save(itemId, 2, staff.authorId, {
      code,
      content: reading({ stem: { ...stem, en: question.en }, rationale: because }),
    });
    expect(await outdated(itemId, 3)).toEqual({});
  });

  it("is level again by the author's word, which is a version of its own; without anything to say, none is", async () => {
    const code = "TRN-C";
    const itemId = await begun(code);
    const item = aWrittenItem({ code, content: reading({ stem: { ...stem, en: question.en } }) });
    await save(itemId, 1, staff.authorId, { code, content: item.content });
    const agree = (basedOn: number) =>
      saveItem(database.db, { actorId: staff.authorId, itemId, basedOn, item, agree: true }, now);
    expect(await agree(2)).toEqual({ version: 3 });
    expect(await outdated(itemId, 3)).toEqual({});
    expect(await agree(3)).toEqual({ version: 3 });
  });

  it("read in from a file is outdated where the file changes one half of a text", async () => {
    const code = "TRN-D";
    const itemId = await begun(code);
    const items = [aWrittenItem({ code, content: reading({ rationale: { ...rationale, en: because.en } }) })];
    const foreseen = fingerprintOf(await foreseeImport(database.db, items));
    await importItems(database.db, { actorId: staff.authorId, items, foreseen }, now);
    expect(await outdated(itemId, 2)).toEqual({ rationale: "de" });
    const back = [aWrittenItem({ code, content: reading({ rationale: because }) })];
    const again = {
      actorId: staff.authorId,
      items: back,
      foreseen: fingerprintOf(await foreseeImport(database.db, back)),
    };
    await importItems(database.db, again, now);
    expect(await outdated(itemId, 3)).toEqual({});
  });
});

describe("a version that kept only which language lags", () => {
  /** As a portal writes it that does not tell texts apart. */
  async function stamped(code: string, change: Partial<Pick<FixedContent, "stem" | "rationale">>) {
    const itemId = await begun(code);
    const { clauses, points, sources } = aWrittenItem();
    await database.db
      .insertInto("itemVersion")
      .values({
        itemId,
        version: 2,
        status: "draft",
        kind: "single_choice",
        clauses: [...clauses],
        points,
        sources: [...sources],
        content: JSON.stringify(reading(change)),
        englishRevised: 2,
        germanRevised: 1,
        authorId: staff.authorId,
        recordedAt: now,
      })
      .execute();
    return itemId;
  }

  it("is listed, names the texts changed since both were level, and hands them on to the next version", async () => {
    const code = "TRN-E";
    const change = { stem: { ...stem, en: question.en } };
    const itemId = await stamped(code, change);
    expect(await listed()).toContain(code);
    expect(await outdated(itemId, 2)).toEqual({ stem: "de" });
    await save(itemId, 2, staff.authorId, { code, content: reading({ ...change, rationale: because }) });
    expect(await outdated(itemId, 3)).toEqual({ stem: "de" });
    await step(itemId, 3, "submitted", staff.authorId);
    await expect(step(itemId, 3, "approved", staff.reviewerId)).rejects.toMatchObject({ facts: { language: "de" } });
  });
});

it("what is outdated in a version stays written: the database refuses to change it, but for who approves it as up to date", async () => {
  const itemId = await begun("TRN-F");
  const change = (texts: string, status: "draft" | "in_review" | "active" = "draft") =>
    database.db
      .updateTable("itemVersion")
      .set({ outdatedTexts: texts, status, reviewerId: staff.reviewerId })
      .where("itemId", "=", itemId)
      .execute();
  await expect(change('{"stem":"de"}')).rejects.toThrow("append-only");
  await step(itemId, 1, "submitted", staff.authorId);
  await expect(change('{"stem":"de"}', "active")).rejects.toThrow("append-only");
  await expect(change('{"stem":"de"}', "in_review")).rejects.toThrow("append-only");
});
