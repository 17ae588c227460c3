import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "~/platform/database/handle";
import { paths } from "~/web/paths";
import { anAttempt, handedIn, examMorning as now, trainedPartner } from "../factories/examination";
import { aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

let database: Database;
let served: ServedPortal;
let cookie = "";
/** Item version and item of a question that every one of the attempts had, and of one that none had. */
let sat: { itemVersionId: string; itemId: string; code: string };
let unsat: typeof sat;

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  const { engineerIds } = await trainedPartner(db, { engineers: 1 });
  const [personId = ""] = engineerIds;
  const { attemptId } = await anAttempt(db, personId);
  await handedIn(db, attemptId, now);
  const items = await db
    .selectFrom("itemVersion")
    .innerJoin("item", "item.id", "itemVersion.itemId")
    .leftJoin("attemptItem", "attemptItem.itemVersionId", "itemVersion.id")
    .select(["itemVersion.id as itemVersionId", "itemId", "code", "attemptId"])
    .where("pool", "=", "certification")
    .orderBy("code")
    .execute();
  const found = [items.find((item) => item.attemptId !== null), items.find((item) => item.attemptId === null)];
  if (!found[0] || !found[1]) throw new Error("a bank larger than a form expected");
  [sat, unsat] = [found[0], found[1]];
  served = await servePortal(database, { now: () => now });
  cookie = await served.signedIn(await aStaffMember(db, "Emma", "exam_manager"));
});
afterAll(async () => {
  served.close();
  await database.close();
});

const page = async (path: string) =>
  (await fetch(served.url + path, { headers: { Cookie: cookie, Connection: "close" } })).text();

it("leads from an item to its statistics once somebody has answered it", async () => {
  expect(await page(paths.item(sat.itemId))).toContain(`href="${paths.itemStatistics(sat.itemVersionId)}"`);
  expect(await page(paths.item(unsat.itemId))).not.toContain("/exam-statistics/");
});

it("counts one as one, and says why a version that few have sat has no figures", async () => {
  const text = async (path: string) => (await page(path)).replaceAll("<!-- -->", "");
  const statistics = await text(paths.examStatistics());
  expect(statistics).toContain("From 1 graded attempt.");
  expect(statistics).toContain("Version 1 has only 1 attempt yet.");
  const item = await text(paths.itemStatistics(sat.itemVersionId));
  expect(item).toContain("1 response, in");
  expect(item).toContain("This version has 1 response yet.");
});

it("finds items in the statistics by a part of the code, in any case, and takes away what is shown", async () => {
  const asked = `?code=${sat.code.toLowerCase()}`;
  const found = await page(paths.examStatistics() + asked);
  expect(found).toContain(paths.itemStatistics(sat.itemVersionId));
  expect(found).not.toContain(paths.itemStatistics(unsat.itemVersionId));
  const csv = await page(paths.examStatisticsExport("csv", asked));
  expect([csv.includes(sat.code), csv.includes(unsat.code)]).toEqual([true, false]);
  expect(await page(`${paths.examStatistics()}?code=nothing-like-it`)).toContain("No item matches");
});

it("leads from the statistics to the forms and back, where it says how many items are measured", async () => {
  expect(await page(paths.examStatistics())).toContain(`href="${paths.formOutlook()}"`);
  const forms = await page(paths.formOutlook());
  expect(forms).toContain(`href="${paths.examStatistics()}"`);
  expect(forms).toContain("no item of these forms has 20 responses yet");
});

it("sorts the statistics by a column, keeps filter and order, and takes what it does not know for the usual order", async () => {
  const codes = (html: string) =>
    [...html.matchAll(/href="\/exam-statistics\/[0-9a-f-]{36}"[^>]*>([^<]+)</g)].map(([, code]) => code);
  const usual = await page(paths.examStatistics());
  expect(codes(usual).length).toBeGreaterThan(10);
  expect(usual).toMatch(/aria-sort="ascending"[^>]*>\s*<a[^>]*sort=flags&amp;direction=desc/);
  const downwards = await page(`${paths.examStatistics()}?section=network&sort=item&direction=desc`);
  const inNetwork = codes(downwards);
  expect(inNetwork.length).toBeGreaterThan(2);
  expect(inNetwork).toEqual(inNetwork.toSorted((a, b) => (b ?? "").localeCompare(a ?? "", "en")));
  expect(downwards).toContain('aria-sort="descending"');
  expect(downwards.match(/aria-sort=/g)).toHaveLength(1);
  expect(downwards).toContain('<input type="hidden" name="sort" value="item"/>');
  expect(downwards).toContain("?section=network&amp;sort=responses&amp;direction=asc");
  expect(codes(await page(`${paths.examStatistics()}?sort=responses&direction=desc`))[0]).not.toBe(unsat.code);
  for (const query of ["sort=drop+table", "sort=", "sort=constructor&direction=desc", "direction=up"])
    expect(codes(await page(`${paths.examStatistics()}?${query}`))).toEqual(codes(usual));
  const csv = (query: string) => page(paths.examStatisticsExport("csv", `?${query}`));
  const exported = (text: string) =>
    text
      .split("\r\n")
      .slice(1)
      .map((row) => row.split(",")[0])
      .filter(Boolean);
  expect(exported(await csv("section=network&sort=item&direction=desc"))).toEqual(inNetwork);
});
