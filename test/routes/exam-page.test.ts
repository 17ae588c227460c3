import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "~/platform/database/handle";
import { anAttempt, examMorning, trainedPartner } from "../factories/examination";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

let database: Database;
let served: ServedPortal;
let cookie = "";
let attemptId = "";

beforeAll(async () => {
  database = await testDatabase();
  const { engineerIds } = await trainedPartner(database.db);
  const [personId = ""] = engineerIds;
  ({ attemptId } = await anAttempt(database.db, personId));
  served = await servePortal(database, { now: () => examMorning });
  cookie = await served.signedIn(personId);
});
afterAll(async () => {
  served.close();
  await database.close();
});

async function open(path: string, init: RequestInit = {}) {
  const headers = { Cookie: cookie, "Sec-Fetch-Site": "same-origin" };
  const response = await fetch(served.url + path, { redirect: "manual", headers, ...init });
  const policy = response.headers.get("Content-Security-Policy") ?? "";
  const html = await response.text();
  return { status: response.status, html, nonce: /'nonce-([^']+)'/.exec(policy)?.[1] ?? "" };
}

const islandData = (html: string) =>
  JSON.parse(/<script id="island-data" type="application\/json">(.*?)<\/script>/s.exec(html)?.[1] ?? "null");

it("comes with its question, the data to wake it, and one script that the policy allows", async () => {
  const { html, nonce } = await open(`/exam/${attemptId}?item=3`);
  expect(html).toMatch(/<div id="island">.*<h1 id="question"[^>]*>Question/s);
  expect(islandData(html)).toMatchObject({ page: { attemptId, item: { ordinal: 3 } }, language: "en" });
  const scripts = [...html.matchAll(/<script(?! id="island-data")([^>]*)>/g)].map(([, attributes]) => attributes);
  expect(scripts).toEqual([` type="module" nonce="${nonce}"`]);
});

it("loads nothing of the router, which other pages do", async () => {
  expect((await open(`/exam/${attemptId}`)).html).not.toContain("__remix");
  expect((await open("/exam")).html).toContain("__remix");
});

it("cannot be left by what a question or a name says", async () => {
  const wicked = "</script><script>alert(1)</script>";
  await database.pool.query("update person set full_name = $1 where id in (select person_id from attempt)", [wicked]);
  const { html } = await open(`/exam/${attemptId}`);
  expect(html).not.toContain("<script>alert");
  expect(islandData(html).page.candidate).toBe(wicked);
});

it("an attempt that is not there is an error page that needs no script", async () => {
  const { status, html } = await open("/exam/00000000-0000-4000-8000-000000000000");
  expect(status).toBe(404);
  expect(html).toContain("This page does not exist");
  expect(html).not.toContain("<script");
});
