import { afterAll, beforeAll, expect, it } from "vitest";
import { reviewItem } from "~/examination/authoring/review-item.server";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { readDrawFault } from "~/examination/draw-fault.server";
import type { Database } from "~/platform/database/handle";
import { paths } from "~/web/paths";
import { examMorning as now, trainedPartner } from "../factories/examination";
import { aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

let database: Database;
let served: ServedPortal;
beforeAll(async () => {
  database = await testDatabase();
  served = await servePortal(database, { now: () => now });
});
afterAll(async () => {
  served.close();
  await database.close();
});

const { blueprint } = secondLevelAdministrator;
const noForm = {
  item: "Without this item no form can be drawn",
  bank: "No form can be drawn from these items",
  exam: "The examination cannot be started at the moment",
};

it("is told before an item is retired that forms need, after it in the bank, and to whoever might have begun", async () => {
  const { db } = database;
  const [engineerId = ""] = (await trainedPartner(db, { engineers: 1 })).engineerIds;
  const actorId = await aStaffMember(db, "Examiner", "exam_manager");
  const [staff, engineer] = [await served.signedIn(actorId), await served.signedIn(engineerId)];
  const page = async (path: string, cookie: string) =>
    (await fetch(served.url + path, { headers: { Cookie: cookie } })).text();
  const items = await db
    .selectFrom("item")
    .innerJoin("itemVersion", "itemVersion.itemId", "item.id")
    .select(["item.id", "version"])
    .where("pool", "=", "certification")
    .where("status", "=", "active")
    .where("section", "=", "setup_details")
    .orderBy("code")
    .execute();
  let warned = false;
  for (const { id: itemId, version } of items) {
    warned = (await page(paths.item(itemId), staff)).includes(noForm.item);
    expect(warned).toBe((await readDrawFault(db, blueprint, itemId)) !== null);
    expect(await page(paths.items(), staff)).not.toContain(noForm.bank);
    await reviewItem(db, { actorId, itemId, version, step: "retired", remark: "Out of date." }, now);
    if (warned) break;
    expect(await readDrawFault(db, blueprint)).toBeNull();
  }
  expect(warned).toBe(true);
  expect(await page(paths.items(), staff)).toContain(noForm.bank);
  const exam = await page(paths.exam(), engineer);
  expect(exam).toContain(noForm.exam);
  expect(exam).not.toContain('name="honour"');
});
