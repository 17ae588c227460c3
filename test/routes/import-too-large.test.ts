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
