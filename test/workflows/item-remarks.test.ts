import { type Kysely, sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { selectBankPage } from "~/examination/authoring/bank-queries.server";
import { readBankQuestion } from "~/examination/authoring/read-bank-question";
import { remarkOnItem, turnRemark } from "~/examination/authoring/remark-on-item.server";
import { countOpenRemarks, selectRemarks } from "~/examination/authoring/remark-queries.server";
import { reviewItem } from "~/examination/authoring/review-item.server";
import { createItem } from "~/examination/authoring/save-item.server";
import type { Database } from "~/platform/database/handle";
import { actOnItem } from "~/routes/item/act-on-item.server";
import { up as settleEarlierRemarks } from "../../migrations/053-earlier-remarks";
import { itemWorks } from "../factories/item-works";
import { aWrittenItem, twoStaff } from "../factories/items";
import { aPortal } from "../factories/portals";
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
const revise = (itemId: string, code: string) => save(itemId, 1, staff.authorId, { code, points: 3 });
const remark = (itemId: string, body: string, repliesTo: number | null = null, version = 1) =>
  remarkOnItem(database.db, { actorId: staff.reviewerId, itemId, version, body, repliesTo }, now);
const turn = (itemId: string, remarkId: number, to: "resolved" | "reopened") =>
  turnRemark(database.db, { actorId: staff.authorId, itemId, remarkId, turn: to }, now);
const remarksOf = (itemId: string) => selectRemarks(database.db, itemId);
const anItem = async (code: string) =>
  (await createItem(database.db, { actorId: staff.authorId, item: aWrittenItem({ code }) }, now)).itemId;

it("remarks are answered, settled and opened again, and say who did; settling twice is once", async () => {
  const itemId = await anItem("REM-001");
  await remark(itemId, "The unit is missing.");
  const [first] = await remarksOf(itemId);
  if (!first) throw new Error("a remark expected");
  await remark(itemId, "Added.", first.id);
  expect(await countOpenRemarks(database.db, itemId)).toBe(1);
  await turn(itemId, first.id, "resolved");
  await turn(itemId, first.id, "resolved");
  expect(await countOpenRemarks(database.db, itemId)).toBe(0);
  const [settled, reply] = await remarksOf(itemId);
  expect(settled?.settled).toMatchObject({ at: now });
  expect([reply?.repliesTo, reply?.settled, reply?.body]).toEqual([first.id, null, "Added."]);
  await turn(itemId, first.id, "reopened");
  expect((await remarksOf(itemId))[0]?.settled).toBe(null);
  const trail = await database.db
    .selectFrom("auditEvent")
    .select("action")
    .where("subjectId", "=", itemId)
    .orderBy("sequence")
    .execute();
  expect(trail.map(({ action }) => action).slice(1)).toEqual([
    "item.commented",
    "item.commented",
    "item.comment_resolved",
    "item.comment_reopened",
  ]);
});

it("remarks are answered and settled by what the page's forms send", async () => {
  const itemId = await anItem("REM-006");
  await remark(itemId, "Which disk?");
  const [first] = await remarksOf(itemId);
  const press = async (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return actOnItem(aPortal(database), form, { itemId, actorId: staff.authorId }, now);
  };
  await press({ step: "comment", version: "1", remark: "The second one.", repliesTo: String(first?.id) });
  await press({ step: "resolved", remarkId: String(first?.id) });
  const [settled, reply] = await remarksOf(itemId);
  expect([settled?.settled?.at, reply?.repliesTo, reply?.body]).toEqual([now, first?.id, "The second one."]);
});

it("remarks answer what stands on the same item and is no reply itself", async () => {
  const [itemId, other] = [await anItem("REM-002"), await anItem("REM-003")];
  await remark(itemId, "First.");
  const [first] = await remarksOf(itemId);
  await remark(itemId, "Reply.", first?.id ?? 0);
  const reply = (await remarksOf(itemId))[1];
  await expect(remark(other, "Elsewhere.", first?.id ?? 0)).rejects.toMatchObject({ code: "not_found" });
  await expect(remark(itemId, "Deeper.", reply?.id ?? 0)).rejects.toMatchObject({ code: "not_found" });
  await expect(turn(itemId, reply?.id ?? 0, "resolved")).rejects.toMatchObject({ code: "not_found" });
  await expect(turn(other, first?.id ?? 0, "resolved")).rejects.toMatchObject({ code: "not_found" });
});

it("remarks hold an approval up until they are settled, or the reviewer says that they need not", async () => {
  const itemId = await anItem("REM-004");
  await remark(itemId, "Is this still true?");
  await revise(itemId, "REM-004");
  await step(itemId, 2, "submitted", staff.authorId);
  await expect(step(itemId, 2, "approved", staff.reviewerId)).rejects.toMatchObject({
    code: "item_remarks_open",
    facts: { count: 1 },
  });
  expect(await standing(itemId)).toEqual(["2 in_review", "1 draft"]);
  const approval = { itemId, version: 2, step: "approved" as const, remark: "A question of taste." };
  await reviewItem(database.db, { ...approval, actorId: staff.reviewerId, despiteRemarks: true }, now);
  expect(await standing(itemId)).toEqual(["2 active", "1 draft"]);
  expect(await countOpenRemarks(database.db, itemId)).toBe(1);
  const { rows } = await selectBankPage(database.db, readBankQuestion(new URLSearchParams("remarked=yes&text=REM-00")));
  expect(rows.map(({ code, openRemarks }) => [code, openRemarks])).toEqual([
    ["REM-001", 1],
    ["REM-002", 1],
    ["REM-004", 1],
  ]);
});

it("remarks from before they could be settled count as settled by the approval that followed, the others stay open", async () => {
  const itemId = await anItem("REM-005");
  const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  const write = (body: string, version: number, when: Date) =>
    remarkOnItem(database.db, { actorId: staff.reviewerId, itemId, version, body, repliesTo: null }, when);
  const review = (version: number, name: "submitted" | "approved", actorId: string, when: Date) =>
    reviewItem(database.db, { actorId, itemId, version, step: name, remark: null, despiteRemarks: true }, when);
  await write("Say which disk.", 1, at(1));
  await review(1, "submitted", staff.authorId, at(2));
  await write("Still unclear.", 1, at(3));
  const [, reopened] = await remarksOf(itemId);
  await turn(itemId, reopened?.id ?? 0, "resolved");
  await turn(itemId, reopened?.id ?? 0, "reopened");
  await review(1, "approved", staff.reviewerId, at(4));
  await write("Candidates ask about the unit.", 1, at(5));
  await revise(itemId, "REM-005");
  await review(2, "submitted", staff.authorId, at(7));
  const settleEarlier = () => settleEarlierRemarks(database.db as unknown as Kysely<unknown>);
  const settledAtOf = async () => (await remarksOf(itemId)).map(({ settled }) => settled?.at ?? null);

  const arrivedAt = (when: Date) =>
    sql`update kysely_migration set timestamp = ${when.toISOString()} where name = '051-item-remarks'`.execute(
      database.db,
    );
  await arrivedAt(at(4));
  await settleEarlier();
  expect(await settledAtOf()).toEqual([null, null, null]);
  await arrivedAt(at(6));
  await review(2, "approved", staff.reviewerId, at(8));
  await settleEarlier();
  expect(await settledAtOf()).toEqual([at(4), null, null]);
  await settleEarlier();
  const turns = await database.db
    .selectFrom("itemCommentTurn")
    .select("id")
    .where("itemCommentId", "=", reopened?.id ?? 0)
    .execute();
  expect(turns).toHaveLength(2);
});
