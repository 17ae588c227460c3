import { afterAll, beforeAll, expect, it } from "vitest";
import type { FixedContent } from "~/examination/item-content";
import { proposeRegrade } from "~/examination/regrade/propose-regrade.server";
import type { Database } from "~/platform/database/handle";
import { paths } from "~/web/paths";
import { later, propose, type RegradeWorld, sitBoth, twoWithOneItem } from "../factories/regrade-worlds";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

const now = later(305);
let database: Database;
let served: ServedPortal;
let world: RegradeWorld;
let cookie = "";

beforeAll(async () => {
  database = await testDatabase();
  world = await twoWithOneItem(database);
  await sitBoth(database, world);
  served = await servePortal(database, { now: () => now });
  cookie = await served.signedIn(world.examManager);
});
afterAll(async () => {
  served.close();
  await database.close();
});

const page = async (path: string, given = cookie) =>
  (await fetch(served.url + path, { headers: { Cookie: given } })).text();
const textOf = (text: FixedContent["stem"] | string) => (typeof text === "string" ? text : text.en);

it("says which answer is right instead, and which is right by the item, on its page and in the list", async () => {
  const { rows } = await database.pool.query<{ id: string; content: Extract<FixedContent, { kind: "single_choice" }> }>(
    `select version.id, content from item_version version join item on item.id = item_id
     where pool = 'certification' and kind = 'single_choice' and not generated and content::text not like '%\`%' limit 1`,
  );
  const { id: itemVersionId, content } = rows[0] ?? {};
  if (!itemVersionId || !content) throw new Error("the bank has no such item");
  const right = content.options.find(({ id }) => content.key.optionIds.includes(id));
  const other = content.options.find(({ id }) => !content.key.optionIds.includes(id));
  const command = { actorId: world.examManager, itemVersionId, takePassesAway: false, reason: "Two readings." };
  const answer = { kind: "single_choice" as const, optionId: other?.id ?? "" };
  const { regradeId } = await proposeRegrade(database.db, { ...command, treatment: { kind: "new_key", answer } }, now);
  for (const path of [paths.regrade(regradeId), paths.regrades()]) {
    const html = await page(path);
    for (const words of ["Right by the item", "Right instead"]) expect(html).toContain(words);
    for (const option of [right, other]) expect(html).toContain(textOf(option?.text ?? ""));
  }
});

it("says of each attempt when it was handed in", async () => {
  const { regradeId } = await propose(database, world, { kind: "full_marks" });
  expect(await page(paths.regrade(regradeId))).toContain("Mon 15 Mar 2027, 08:20");
});
