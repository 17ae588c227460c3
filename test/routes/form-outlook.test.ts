import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "~/platform/database/handle";
import { paths } from "~/web/paths";
import { examMorning as now, trainedPartner } from "../factories/examination";
import { aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

let database: Database;
let served: ServedPortal;
let cookie = "";

beforeAll(async () => {
  database = await testDatabase();
  await trainedPartner(database.db, { engineers: 1 });
  const examManager = await aStaffMember(database.db, "Emma", "exam_manager");
  served = await servePortal(database, { now: () => now });
  cookie = await served.signedIn(examManager);
});
afterAll(async () => {
  served.close();
  await database.close();
});

const page = async () => (await fetch(served.url + paths.formOutlook(), { headers: { Cookie: cookie } })).text();

/** The items in use that an examination may draw, by code. */
const inUse = async () =>
  database.db
    .selectFrom("item")
    .innerJoin("itemVersion", "itemVersion.itemId", "item.id")
    .select(["item.id as itemId", "itemVersion.id as versionId", "code"])
    .where("pool", "=", "certification")
    .where("status", "=", "active")
    .orderBy("code")
    .execute();

/** As if the authors of these versions had left the guess out. */
async function forgetGuesses(versionIds: readonly string[]): Promise<void> {
  await database.pool.query("alter table item_version disable trigger user");
  await database.pool.query("update item_version set difficulty_guess = null where id = any($1::uuid[])", [versionIds]);
  await database.pool.query("alter table item_version enable trigger user");
  await database.pool.query("update bank_state set version = gen_random_uuid()");
}

const expected = "is expected to reach";
const assumption = "Assumed for each of them is the mean of the guesses in its section";

it("tells how alike forms are although guesses are missing, on what assumption, and of which items", async () => {
  const items = await inUse();
  const whole = await page();
  expect(whole).toContain(expected);
  expect(whole).not.toContain(assumption);

  await forgetGuesses(items.slice(0, 1).map(({ versionId }) => versionId));
  const one = await page();
  expect(one).toContain("Forms can be drawn");
  expect(one).toContain(expected);
  expect(one).toContain("One item has no guess of its difficulty.");
  expect(one).toContain(assumption);
  expect(one).toContain(`href="${paths.item(items[0]?.itemId ?? "")}"`);

  await forgetGuesses(items.slice(0, 12).map(({ versionId }) => versionId));
  const twelve = await page();
  expect(twelve).toContain(expected);
  const named = items.filter(({ itemId }) => twelve.includes(`href="${paths.item(itemId)}"`));
  expect(named.map(({ code }) => code)).toEqual(items.slice(0, 10).map(({ code }) => code));
  expect(twelve).toContain("and 2 more");
});

it("does not know it where no item has a guess, which it tells from forms that cannot be drawn", async () => {
  const items = await inUse();
  await forgetGuesses(items.map(({ versionId }) => versionId));
  const none = await page();
  expect(none).toContain("Forms can be drawn");
  expect(none).toContain("Not known, because no item has a guess of its difficulty.");
  expect(none).not.toContain(expected);
  expect(none).not.toContain(assumption);

  await database.pool.query("update item_version set status = 'retired' where status = 'active'");
  const empty = await page();
  expect(empty).toContain("Not known, because no form can be drawn.");
  expect(empty).not.toContain("has a guess");
});
