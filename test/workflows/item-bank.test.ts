import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { selectBankPage, selectCodes, selectSectionCounts } from "~/examination/authoring/bank-queries.server";
import type { BankQuestion } from "~/examination/authoring/bank-question";
import { createItem, saveItem } from "~/examination/authoring/save-item.server";
import type { Database } from "~/platform/database/handle";
import { anItemInUse, aWrittenItem, twoStaff } from "../factories/items";
import { testDatabase } from "../set-up/database";

const now = new Date("2027-01-01T08:00:00Z");
const everything: BankQuestion = {
  text: "",
  section: null,
  kind: null,
  status: null,
  clause: null,
  pool: null,
  outdated: false,
  remarked: false,
  sort: "code",
  direction: "asc",
  page: 1,
  perPage: 50,
};
let database: Database;
const codes = async (question: Partial<BankQuestion>) =>
  (await selectBankPage(database.db, { ...everything, ...question })).rows.map(({ code }) => code);

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  const staff = await twoStaff(db);
  const { content } = aWrittenItem();
  if (content.kind !== "single_choice" || "generator" in content) throw new Error("a choice expected");
  await anItemInUse(db, aWrittenItem({ code: "A-1" }), staff, now);
  await anItemInUse(
    db,
    aWrittenItem({ code: "B-2", pool: "practice", section: "network", clauses: ["2.2-network-pps"] }),
    staff,
    now,
  );
  const { itemId } = await createItem(db, { actorId: staff.authorId, item: aWrittenItem({ code: "C-3" }) }, now);
  const stem = { en: 'Is 100% or half_of "it" lost?', de: content.stem.de };
  const item = aWrittenItem({ code: "C-3", content: { ...content, stem } });
  await saveItem(db, { actorId: staff.authorId, itemId, basedOn: 1, item, agree: false }, now);
  const parameters = { ask: "latency" };
  const generated = { kind: "numeric", generator: "fio_figures", parameters } as const;
  await createItem(db, { actorId: staff.authorId, item: aWrittenItem({ code: "D-4", content: generated }) }, now);
});
afterAll(() => database.close());

describe("the list of items", () => {
  it.each([
    ["all", {}, ["A-1", "B-2", "C-3", "D-4"]],
    ["by code", { text: "b-2" }, ["B-2"]],
    ["by German words", { text: "WARTEN" }, ["A-1", "B-2", "C-3"]],
    ["by words of the explanation", { text: "milliseconds" }, ["A-1", "B-2", "C-3"]],
    ["by words with signs that a pattern would read", { text: '100% or half_of "it"' }, ["C-3"]],
    ["a sign that stands for anything finds itself only", { text: "half%it" }, []],
    ["by words of an earlier version", { text: "await` of iostat say" }, ["A-1", "B-2"]],
    ["not by the names of the parts", { text: "optionIds" }, []],
    ["by section", { section: "network" }, ["B-2"]],
    ["by pool", { pool: "practice" }, ["B-2"]],
    ["by kind", { kind: "numeric" }, ["D-4"]],
    ["by status", { status: "active" }, ["A-1", "B-2"]],
    ["by clause", { clause: "2.2-network-pps" }, ["B-2"]],
    ["outdated", { outdated: true }, ["C-3"]],
    ["several at once", { status: "draft", section: "storage", outdated: true }, ["C-3"]],
    ["backwards", { direction: "desc" }, ["D-4", "C-3", "B-2", "A-1"]],
    ["in the order of the examination", { sort: "section" }, ["B-2", "A-1", "C-3", "D-4"]],
    ["on its second page", { page: 2, perPage: 3 }, ["D-4"]],
  ] as const)("%s", async (_, question, expected) => {
    expect(await codes(question)).toEqual(expected);
  });

  it("says how many match beyond the page, and takes them all away", async () => {
    const question = { ...everything, perPage: 1 };
    expect((await selectBankPage(database.db, question)).total).toBe(4);
    expect(await selectCodes(database.db, question)).toHaveLength(4);
  });

  it("counts what is in use and what is being worked on", async () => {
    expect((await selectSectionCounts(database.db)).sort((a, b) => a.section.localeCompare(b.section))).toEqual([
      { section: "network", certification: 0, practice: 1, underWay: 0 },
      { section: "storage", certification: 1, practice: 0, underWay: 2 },
    ]);
  });
});
