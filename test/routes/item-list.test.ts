import { afterAll, beforeAll, expect, it } from "vitest";
import { createItem } from "~/examination/authoring/save-item.server";
import type { Database } from "~/platform/database/handle";
import { trainedPartner } from "../factories/examination";
import { aWrittenItem } from "../factories/items";
import { aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

const now = new Date("2027-02-01T08:00:00Z");
let database: Database;
let served: ServedPortal;
let cookie = "";

beforeAll(async () => {
  database = await testDatabase();
  await trainedPartner(database.db, { engineers: 1 });
  const authorId = await aStaffMember(database.db, "Emma", "exam_manager");
  const item = aWrittenItem({ code: "MD-1" });
  if ("generator" in item.content) throw new Error("an item with words expected");
  const en = "Which **disk** waits?\n\n| disk | wait |\n| --- | --- |\n| `vda` | *9* ms |";
  const stem = { en, de: "Welche **Platte** wartet?" };
  await createItem(database.db, { actorId: authorId, item: { ...item, content: { ...item.content, stem } } }, now);
  served = await servePortal(database, { now: () => now });
  cookie = await served.signedIn(authorId);
});
afterAll(async () => {
  served.close();
  await database.close();
});

const page = async (search: string): Promise<string> =>
  (await fetch(`${served.url}/items${search}`, { headers: { Cookie: cookie } })).text();

it("shows the plain words of a question", async () => {
  const html = await page("?text=MD-1");
  expect(html).toContain("Which disk waits? disk wait vda 9 ms");
  expect(html).not.toContain("**disk**");
});

it("searches for as much of a long text as its field takes, and says so", async () => {
  const said = "Searched for the first 200 characters only.";
  const long = await page(`?text=${"x".repeat(5_000)}`);
  expect(long).toContain("No item matches");
  expect(long).toContain(said);
  expect(long).toContain(`value="${"x".repeat(200)}"`);
  expect(await page(`?text=${"x".repeat(200)}`)).not.toContain(said);
});
