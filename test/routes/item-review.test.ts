import { afterAll, beforeAll, expect, it } from "vitest";
import { reviewItem } from "~/examination/authoring/review-item.server";
import { createItem, saveItem } from "~/examination/authoring/save-item.server";
import { selectVersions } from "~/examination/authoring/version-queries.server";
import type { Database } from "~/platform/database/handle";
import { paths } from "~/web/paths";
import { aWrittenItem } from "../factories/items";
import { aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

const now = new Date("2027-02-01T08:00:00Z");
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

/** An item in review whose German text alone has changed. */
async function laggingItem(authorId: string): Promise<string> {
  const item = aWrittenItem();
  const { itemId } = await createItem(database.db, { actorId: authorId, item }, now);
  if (!("stem" in item.content)) throw new Error("an item with a stem is needed");
  const stem = { ...item.content.stem, de: "Was sagt `await` von `iostat -x`?" };
  const changed = { ...item, content: { ...item.content, stem } };
  await saveItem(database.db, { actorId: authorId, itemId, basedOn: 1, item: changed, agree: false }, now);
  const step = { actorId: authorId, itemId, version: 2, step: "submitted" as const, remark: null };
  await reviewItem(database.db, step, now);
  return itemId;
}

it("asks whoever approves an item with an outdated translation for a tick, and keeps what was typed without it", async () => {
  const authorId = await aStaffMember(database.db, "Author", "exam_manager");
  const itemId = await laggingItem(authorId);
  const cookie = await served.signedIn(await aStaffMember(database.db, "Reviewer", "exam_manager"));
  const headers = { Cookie: cookie, "Sec-Fetch-Site": "same-origin" };
  const approve = (fields: Record<string, string>) =>
    fetch(served.url + paths.item(itemId), {
      method: "POST",
      redirect: "manual",
      headers,
      body: new URLSearchParams({ step: "approved", version: "2", ...fields }),
    });
  const refused = await approve({ remark: "Reads well." });
  const page = await refused.text();
  expect(refused.status).toBe(409);
  expect(page).toContain("The English text was not changed with the German one. Bring it up to date");
  expect(page).toContain("Reads well.");
  expect(page).toMatch(/<input type="checkbox"[^>]* name="outdated"/);
  const approved = await approve({ remark: "Reads well.", outdated: "on" });
  expect(approved.headers.get("Location")).toBe(paths.item(itemId));
  expect((await selectVersions(database.db, itemId)).map(({ status }) => status)).toEqual(["active", "draft"]);
});
