import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { remarkOnItem } from "~/examination/authoring/remark-on-item.server";
import { reviewItem } from "~/examination/authoring/review-item.server";
import { createItem, saveItem } from "~/examination/authoring/save-item.server";
import { selectVersions } from "~/examination/authoring/version-queries.server";
import { firstBank } from "~/examination/bank/first-bank";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { publishBank } from "~/examination/publish-bank.server";
import type { Database } from "~/platform/database/handle";
import { paths } from "~/web/paths";
import { anItemInUse, aWrittenItem } from "../factories/items";
import { aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

const now = new Date("2027-02-01T08:00:00Z");
let database: Database;
let served: ServedPortal;
beforeAll(async () => {
  database = await testDatabase();
  served = await servePortal(database, { now: () => now });
  // With one item beside those in use here, no form can be drawn, with them or without.
  await publishBank(database.db, now, { programme: secondLevelAdministrator, items: firstBank.slice(0, 1) });
});
afterAll(async () => {
  served.close();
  await database.close();
});

/** An item in review whose German text alone has changed. */
async function laggingItem(authorId: string, code = "REV-001"): Promise<string> {
  const item = aWrittenItem({ code });
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
  expect(page).not.toContain("perhaps nobody has translated them yet");
  expect(page).toMatch(/<input (?=[^>]*type="radio")(?=[^>]*name="outdated")[^>]*value="confirmed"/);
  const unclear = await approve({ remark: "Reads well.", outdated: "silently" });
  expect(unclear.status).toBe(400);
  expect(await unclear.text()).toContain("Reads well.");
  const approved = await approve({ remark: "Reads well.", outdated: "confirmed" });
  expect(approved.headers.get("Location")).toBe(paths.item(itemId, { done: "approved" }));
  const after = await (await fetch(served.url + paths.item(itemId, { done: "approved" }), { headers })).text();
  expect(after).toContain("The item was approved.");
  expect(after).not.toContain("English is outdated");
  const saved = after.replace(/<!--.*?-->/g, "");
  expect(saved).toMatch(/Approved by <span[^>]*>Reviewer Staff</);
  expect(saved).toMatch(/Saved by <span[^>]*>Author Staff<\/span> · version 1/);
  // In the history and beside each version, on the clock of those who read it.
  expect(saved.match(/Mon 1 Feb 2027, 09:00, Berlin \(UTC\+1\)/g)?.length).toBeGreaterThan(3);
  expect(saved).not.toContain(", UTC");
  expect(saved.match(/>Compare with version 1</g)).toHaveLength(1);
  expect((await selectVersions(database.db, itemId)).map(({ status }) => status)).toEqual(["active", "draft"]);
});

it("names open remarks and outdated texts together to whoever approves past both", async () => {
  const authorId = await aStaffMember(database.db, "Second author", "exam_manager");
  const itemId = await laggingItem(authorId, "REV-002");
  await remarkOnItem(database.db, { actorId: authorId, itemId, version: 2, body: "Which disk?", repliesTo: null }, now);
  const reviewerId = await aStaffMember(database.db, "Second reviewer", "exam_manager");
  const refused = await fetch(served.url + paths.item(itemId), {
    method: "POST",
    headers: { Cookie: await served.signedIn(reviewerId), "Sec-Fetch-Site": "same-origin" },
    body: new URLSearchParams({ step: "approved", version: "2" }),
  });
  const page = await refused.text();
  expect(page).toContain("A remark on this item is still open. Settle it, or");
  expect(page).toContain("Which disk?");
  expect(page).toContain("Mon 1 Feb 2027, 09:00, Berlin (UTC+1)");
  expect(page).not.toContain(", UTC");
  expect(page).toContain("Texts were changed in one language only, too");
});

describe("an item in use beneath a draft", () => {
  async function draftOverItem(name: string, code: string) {
    const authorId = await aStaffMember(database.db, `${name} author`, "exam_manager");
    const reviewerId = await aStaffMember(database.db, `${name} reviewer`, "exam_manager");
    const itemId = await anItemInUse(database.db, aWrittenItem({ code }), { authorId, reviewerId }, now);
    const item = aWrittenItem({ code, points: 5 });
    await saveItem(database.db, { actorId: authorId, itemId, basedOn: 1, item, agree: true }, now);
    const read = async (personId: string, address = paths.item(itemId)) => {
      const headers = { Cookie: await served.signedIn(personId) };
      return (await fetch(served.url + address, { headers })).text();
    };
    const post = async (personId: string, fields: Record<string, string>) =>
      fetch(served.url + paths.item(itemId), {
        method: "POST",
        redirect: "manual",
        headers: { Cookie: await served.signedIn(personId), "Sec-Fetch-Site": "same-origin" },
        body: new URLSearchParams(fields),
      });
    const statuses = async () => (await selectVersions(database.db, itemId)).map(({ status }) => status);
    return { itemId, authorId, read, post, statuses };
  }

  it("is taken out of use from the item's page, with a reason and by who may, and the draft stays", async () => {
    const { authorId, read, post, statuses } = await draftOverItem("Out", "PAG-001");
    const page = await read(authorId);
    for (const offered of [
      "Hand in for review",
      "Discard draft …",
      "Take out of use …",
      "Version 1 is the one in use",
    ]) {
      expect(page).toContain(offered);
    }
    expect(page).toContain("Without this item no form can be drawn");
    expect(page).toMatch(/name="version" value="1"/);
    const auditor = await aStaffMember(database.db, "Auditor", "auditor");
    expect(await read(auditor)).not.toContain("Take out of use …");
    const retire = { step: "retired", version: "1" };
    expect((await post(auditor, { ...retire, remark: "It has leaked." })).status).toBe(403);
    expect((await post(authorId, { ...retire, remark: "" })).status).toBe(400);
    expect(await statuses()).toEqual(["draft", "active"]);
    expect((await post(authorId, { ...retire, remark: "It has leaked." })).status).toBe(302);
    expect(await statuses()).toEqual(["draft", "retired"]);
    expect(await read(authorId)).not.toContain("Take out of use …");
  });

  it("is shown again when the draft is discarded, with a reason and by who may", async () => {
    const { itemId, authorId, read, post, statuses } = await draftOverItem("Discard", "PAG-002");
    const discard = { step: "discarded", version: "2" };
    const auditor = await aStaffMember(database.db, "Other auditor", "auditor");
    expect((await post(auditor, { ...discard, remark: "Wrong file." })).status).toBe(403);
    expect((await post(authorId, { ...discard, remark: "" })).status).toBe(400);
    expect((await post(authorId, { ...discard, remark: "Wrong file." })).status).toBe(302);
    expect(await statuses()).toEqual(["discarded", "active"]);
    expect((await post(authorId, { ...discard, remark: "Wrong file." })).status).toBe(409);
    const page = await read(authorId);
    expect(page).toContain("Discarded");
    expect(page).toContain("Wrong file.");
    expect(page).toContain("Take out of use …");
    expect(page).not.toContain("Discard draft …");
    const left = await read(authorId, paths.item(itemId, { version: 2 }));
    expect(left).toContain("This is not the current version.");
    expect(left).not.toContain("Take out of use …");
    expect(await read(authorId, paths.changeItem(itemId))).toMatch(/name="basedOn" value="1"/);
  });
});
