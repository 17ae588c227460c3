import { afterAll, beforeAll, expect, it } from "vitest";
import { applyRegrade, undoRegrade } from "~/eligibility/regrade-exams.server";
import { reviewItem } from "~/examination/authoring/review-item.server";
import { proposeRegrade } from "~/examination/regrade/propose-regrade.server";
import type { Treatment } from "~/examination/regrade/treatment";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { paths } from "~/web/paths";
import { anAttempt, examMorning, handedIn, trainedPartner } from "../factories/examination";
import { aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

const random = seededRandom("regrade in force");
const afternoon = new Date(examMorning.getTime() + 5 * 3_600_000);
let database: Database;
let served: ServedPortal;
let examManager = "";
let cookies: readonly string[] = [];
/** The item versions that somebody has had, in their order. */
const had: { itemId: string; itemVersionId: string; version: number }[] = [];

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  const [engineerId = ""] = (await trainedPartner(db, { engineers: 1 })).engineerIds;
  examManager = await aStaffMember(db, "Emma", "exam_manager");
  const auditor = await aStaffMember(db, "Aud", "auditor");
  const { attemptId } = await anAttempt(db, engineerId);
  await handedIn(db, attemptId, new Date(examMorning.getTime() + 60_000));
  const rows = await db
    .selectFrom("attemptItem")
    .innerJoin("itemVersion", "itemVersion.id", "attemptItem.itemVersionId")
    .select(["itemId", "itemVersion.id as itemVersionId", "version"])
    .where("attemptId", "=", attemptId)
    .orderBy("ordinal")
    .execute();
  had.push(...rows);
  served = await servePortal(database, { now: () => afternoon });
  cookies = [await served.signedIn(examManager), await served.signedIn(auditor)];
});
afterAll(async () => {
  served.close();
  await database.close();
});

const page = async (path: string, cookie = cookies[0] ?? "") =>
  (await fetch(served.url + path, { headers: { Cookie: cookie } })).text();
const propose = (itemVersionId: string, treatment: Treatment) => {
  const command = {
    actorId: examManager,
    itemVersionId,
    treatment,
    takePassesAway: false,
    reason: "The key is wrong.",
  };
  return proposeRegrade(database.db, command, afternoon);
};
const apply = (regradeId: string) =>
  applyRegrade(database.db, { actorId: examManager, regradeId, fingerprint: null }, afternoon, random);

const words = {
  force: "is in force",
  since: "Since Mon 15 Mar 2027, 14:00, Berlin (UTC+1)",
  full: "everybody gets full marks.",
  later: "Examinations that are handed in later are graded by it, too.",
  advice: "correct the item, or retire it",
  figures: "Points in the figures are those after the regrade",
  second: "only be applied once this one is undone",
};

it("is told where the item is worked on, until it is undone; a proposal is not", async () => {
  const [{ itemId, itemVersionId, version } = { itemId: "", itemVersionId: "", version: 0 }, other] = had;
  const places = [paths.item(itemId), paths.itemStatistics(itemVersionId), paths.newRegrade(itemVersionId)];
  const { regradeId } = await propose(itemVersionId, { kind: "full_marks" });
  for (const place of places) expect(await page(place)).not.toContain(words.force);

  await apply(regradeId);
  const [item = "", statistics = "", another = ""] = await Promise.all(places.map((place) => page(place)));
  for (const html of [item, statistics, another]) {
    expect(html).toContain(`A regrade of version\u00a0${version} is in force`);
    for (const said of [words.since, words.full, words.later]) expect(html).toContain(said);
    expect(html).toContain(`href="${paths.regrade(regradeId)}"`);
  }
  expect([item, statistics, another].map((html) => html.includes(words.advice))).toEqual([true, true, false]);
  expect([item, statistics, another].map((html) => html.includes(words.figures))).toEqual([false, true, false]);
  expect([item, statistics, another].map((html) => html.includes(words.second))).toEqual([false, false, true]);
  // Whoever may only read is told as well.
  for (const place of places.slice(0, 2)) expect(await page(place, cookies[1])).toContain(words.force);
  expect(await page(paths.item(other?.itemId ?? ""))).not.toContain(words.force);

  // What the form of a second one says of it is what the portal does.
  const second = await propose(itemVersionId, { kind: "drop" });
  await expect(apply(second.regradeId)).rejects.toMatchObject({ code: "regrade_in_force" });

  const undone = { actorId: examManager, regradeId, fingerprint: null, reason: "It was right." };
  await undoRegrade(database.db, { ...undone, certificates: "kept" }, afternoon, random);
  for (const place of places) expect(await page(place)).not.toContain(words.force);
  await apply(second.regradeId);
  expect(await page(places[0] ?? "")).toContain("the item is left out.");
});

it("no longer advises to retire what no form draws any more, but still tells by what the version is graded", async () => {
  const { itemId = "", itemVersionId = "", version = 0 } = had[1] ?? {};
  const { regradeId } = await propose(itemVersionId, { kind: "full_marks" });
  await apply(regradeId);
  expect(await page(paths.item(itemId))).toContain(words.advice);
  await reviewItem(
    database.db,
    { actorId: examManager, itemId, version, step: "retired", remark: "Faulty." },
    afternoon,
  );
  const html = await page(paths.item(itemId));
  expect(html).toContain(words.full);
  expect(html).not.toContain(words.advice);
});
