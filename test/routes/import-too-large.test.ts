import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "~/platform/database/handle";
import { aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

let database: Database;
let served: ServedPortal;
let cookie = "";

beforeAll(async () => {
  database = await testDatabase();
  served = await servePortal(database);
  cookie = await served.signedIn(await aStaffMember(database.db, "Emma", "exam_manager"));
});
afterAll(async () => {
  served.close();
  await database.close();
});

function send(search = ""): Promise<Response> {
  const body = new FormData();
  body.append("file", new File([new Uint8Array(8_100_000)], "bank.zip", { type: "application/zip" }));
  return fetch(`${served.url}/items/import${search}`, {
    method: "POST",
    body,
    headers: { Cookie: cookie, Origin: served.url },
  });
}

it("answers with the page of the import, which says how large a file may be", async () => {
  const response = await send();
  expect(response.status).toBe(200);
  const html = await response.text();
  expect(html).toContain("at most 8 MB are taken");
  expect(html).toContain('type="file"');
});

it("leads a page that sends by script there, too", async () => {
  const response = await send("?_data=routes%2Fitems-import%2Froute");
  expect(response.status).toBe(204);
  expect(response.headers.get("X-Remix-Redirect")).toBe("/items/import?file=too_large");
});

/** A form as a browser without scripts sends it. */
async function sendForm(path: string, headers: Record<string, string>): Promise<Response> {
  const body = new FormData();
  body.append("image", new File([new Uint8Array(8_100_000)], "exhibit.png", { type: "image/png" }));
  const accept = "text/html,application/xhtml+xml,*/*;q=0.8";
  return fetch(`${served.url}${path}`, {
    method: "POST",
    body,
    headers: { Accept: accept, Origin: served.url, ...headers },
  });
}

it("says so in the portal's own page, in the reader's language, with the way back to what was typed", async () => {
  await database.pool.query("update person set language = 'de' where full_name like 'Emma%'");
  const response = await sendForm("/items/new?kind=single_choice", { Cookie: cookie });
  expect(response.status).toBe(413);
  const html = (await response.text()).replace(/<script[\s\S]*?<\/script>/g, "");
  expect(html).toMatch(/<html[^>]* lang="de"/);
  expect(html).toContain("Das war zu groß");
  expect(html).toContain("höchstens 8 MB werden angenommen.");
  expect(html).toContain("Gehen Sie im Browser zurück zu Ihren Eingaben");
  expect(html).toContain("Emma");
  const { rows } = await database.pool.query("select count(*)::int as items from item where origin = 'staff'");
  expect(rows).toEqual([{ items: 0 }]);
});

it("shows nobody who is not signed in more than the way to sign in", async () => {
  const response = await sendForm("/items/new?kind=single_choice", {});
  expect(new URL(response.url).pathname).toBe("/sign-in");
});

it("refuses what is too large for the forms that pass Remix's router by, too", async () => {
  for (const path of ["/exam", "/sign-in"]) expect((await sendForm(path, { Cookie: cookie })).status).toBe(413);
});

it("says in both languages, where no page can, that going back leads to what was typed", async () => {
  const body = new FormData();
  body.append("image", new File([new Uint8Array(8_100_000)], "exhibit.png", { type: "image/png" }));
  const init = { method: "POST", body, headers: { Cookie: cookie, Origin: served.url } };
  const response = await fetch(`${served.url}/items/new?kind=single_choice`, init);
  expect(response.status).toBe(413);
  const text = await response.text();
  expect(text).toMatch(/at most 8 MB are taken\.\nGo back in your browser to your entries/);
  expect(text).toMatch(/höchstens 8 MB werden angenommen\.\nGehen Sie im Browser zurück zu Ihren Eingaben/);
});
