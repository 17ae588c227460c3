import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { selectForm } from "~/examination/answer-queries.server";
import { selectAttempt } from "~/examination/attempt-queries.server";
import { currentDeclaration } from "~/examination/declaration";
import { isFormKnown, readForm } from "~/examination/form-queries.server";
import type { Database } from "~/platform/database/handle";
import { anAttempt, examMorning, trainedPartner } from "../factories/examination";
import { testDatabase } from "../set-up/database";
import { countStatements } from "../set-up/mortal-database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

let database: Database;
let life: ReturnType<typeof countStatements>;
/** The same portal and database, where Remix's router makes every page. */
let byRouter: ServedPortal;
let now = examMorning;
let personId = "";
let thirdId = "";
let served: ServedPortal;
let cookie = "";
let foreign = "";
let attemptId = "";

beforeAll(async () => {
  database = await testDatabase();
  const { engineerIds } = await trainedPartner(database.db, { engineers: 3 });
  [personId = "", , thirdId = ""] = engineerIds;
  ({ attemptId } = await anAttempt(database.db, personId));
  served = await servePortal(database, { now: () => now });
  byRouter = await servePortal(database, { now: () => now, byRouterOnly: true });
  cookie = await served.signedIn(personId);
  foreign = await served.signedIn(engineerIds[1] ?? "");
  life = countStatements(database.pool, undefined, () => undefined);
});
afterAll(async () => {
  served.close();
  byRouter.close();
  await database.close();
});

beforeEach(() => {
  now = examMorning;
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
  expect(html).toMatch(/<div id="island" data-name="exam">.*<h1 id="question"[^>]*>Question/s);
  expect(islandData(html)).toMatchObject({ page: { attemptId, item: { ordinal: 3 } }, language: "en" });
  expect(html).toMatch(/Ends at \d\d:\d\d, Berlin \(UTC\+1\)/);
  const scripts = [...html.matchAll(/<script(?! id="island-data")([^>]*)>/g)].map(([, attributes]) => attributes);
  expect(scripts).toEqual([` type="module" nonce="${nonce}"`]);
});

it("brings along the form that this process does not know yet", async () => {
  const third = { Cookie: await served.signedIn(thirdId), "Sec-Fetch-Site": "same-origin" };
  const { attemptId: fresh } = await anAttempt(database.db, thirdId);
  expect(isFormKnown(fresh)).toBe(false);
  expect((await open(`/exam/${fresh}`, { headers: third })).status).toBe(200);
  const form = await readForm(database.db, fresh);
  expect(form).toHaveLength(20);
  expect(form).toEqual(await selectForm(database.db, fresh));
});

it("a start that is pressed again leads to the attempt under way", async () => {
  const body = new URLSearchParams({
    rules: "on",
    honour: "on",
    declaration: String(currentDeclaration),
    programme: "1",
  });
  const headers = { Cookie: cookie, "Sec-Fetch-Site": "same-origin" };
  const again = await fetch(`${served.url}/exam`, { method: "POST", redirect: "manual", headers, body });
  expect([again.status, again.headers.get("Location")]).toEqual([302, `/exam/${attemptId}`]);
});

it("loads nothing of the router, which other pages do", async () => {
  expect((await open(`/exam/${attemptId}`)).html).not.toContain("__remix");
  expect((await open("/exam")).html).toContain("__remix");
});

it("cannot be left by what a question or a name says", async () => {
  const wicked = "</script><script>alert(1)</script>";
  const rename = (name: string) =>
    database.pool.query("update person set full_name = $1 where id = $2", [name, personId]);
  await rename(wicked);
  const { html } = await open(`/exam/${attemptId}`);
  await rename("Renate Roth");
  expect(html).not.toContain("<script>alert");
  expect(islandData(html).page.candidate).toBe(wicked);
});

it("an attempt that is not there is an error page that needs no script", async () => {
  const { status, html } = await open("/exam/00000000-0000-4000-8000-000000000000");
  expect(status).toBe(404);
  expect(html).toContain("This page does not exist");
  expect(html).not.toContain("<script");
});

it("is followed by a hand-in that says the time that is left without JavaScript, and in the seconds after the end only looks again", async () => {
  const { deadlineAt } = await selectAttempt(database.db, attemptId);
  const path = `/exam/${attemptId}/hand-in`;
  now = new Date(deadlineAt.getTime() - 125_000);
  const before = (await open(path)).html;
  expect(before).toContain("2 min left when this page was loaded.");
  expect(before).toContain("Hand in now");
  expect(before).not.toContain('http-equiv="refresh"');
  now = new Date(deadlineAt.getTime() + 5_000);
  const after = (await open(path)).html;
  expect(after).toContain("The time is up");
  expect(after).toContain('http-equiv="refresh" content="15"');
  expect(after).not.toContain("Hand in now");
});

describe("the page of which the router knows nothing", () => {
  /** What both say to the same request: status, where to, the headers that browsers and caches go by, and the page but for what is another each time. */
  async function both(path: string, headers: Record<string, string> = { Cookie: cookie }) {
    const [own, routers] = await Promise.all(
      [served, byRouter].map(async ({ url }) => {
        const response = await fetch(url + path, { redirect: "manual", headers });
        const told = ["Content-Type", "Cache-Control", "Location", "X-Robots-Tag"].map((name) =>
          response.headers.get(name),
        );
        const nonce = /'nonce-([^']+)'/.exec(response.headers.get("Content-Security-Policy") ?? "")?.[1] ?? "none";
        const page = (await response.text()).replaceAll(nonce, "NONCE");
        const requestId = response.headers.get("X-Request-Id") ?? "none";
        return { status: response.status, told, page: page.replaceAll(requestId, "ID").replaceAll(url, "HERE") };
      }),
    );
    return { own, routers };
  }

  it.each(["", "?item=3", "?item=0", "?item=99", "?item=x", "?item=3&item=5", "?other=1"])(
    "is the router's own, opened with %j",
    async (query) => {
      const { own, routers } = await both(`/exam/${attemptId}${query}`);
      expect(own?.status).toBe(200);
      expect(own?.page).toContain('<h1 id="question"');
      expect(own).toEqual(routers);
    },
  );

  it("in the language of the person, whatever the browser asks for", async () => {
    await database.pool.query("update person set language = 'de' where id = $1", [personId]);
    const { own, routers } = await both(`/exam/${attemptId}?item=2`, { Cookie: cookie, "Accept-Language": "en" });
    await database.pool.query("update person set language = 'en' where id = $1", [personId]);
    expect(own?.page).toContain('<html lang="de">');
    expect(own).toEqual(routers);
  });

  it("with what was answered and noted, also as the first question without an answer", async () => {
    const answered = await fetch(`${served.url}/exam/${attemptId}?item=1`, {
      method: "POST",
      redirect: "manual",
      headers: { Cookie: cookie, "Sec-Fetch-Site": "same-origin" },
      body: new URLSearchParams({ ordinal: "1", note: "Look again: <b>steal</b>", flagged: "on", go: "2" }),
    });
    expect(answered.status).toBe(302);
    const { own, routers } = await both(`/exam/${attemptId}?item=1`);
    expect(islandData(own?.page ?? "")?.page.answers[0]).toMatchObject({
      flagged: true,
      note: "Look again: <b>steal</b>",
    });
    expect(own).toEqual(routers);
  });

  it("asks one thing of the database, and finds the rest where an earlier page has left it", async () => {
    await open(`/exam/${attemptId}`);
    const before = life.statements;
    await open(`/exam/${attemptId}?item=3`);
    expect(life.statements - before).toBe(1);
  });

  it.each([
    ["a colleague", () => ({ Cookie: foreign }), 404],
    ["nobody", () => ({}), 302],
    ["a forged cookie", () => ({ Cookie: cookie.replace(/.$/, "x") }), 302],
  ])("is not opened for %s", async (_, headers, status) => {
    const { own, routers } = await both(`/exam/${attemptId}`, headers() as Record<string, string>);
    expect(own?.status).toBe(status);
    expect(own).toEqual(routers);
  });

  it.each(["/exam/00000000-0000-4000-8000-000000000000", "/exam/no-id", "/exam/%00"])("is none at %s", async (path) => {
    const { own, routers } = await both(path);
    expect(own?.status).toBe(404);
    expect(own).toEqual(routers);
  });

  it("gives the router's data to who asks for these", async () => {
    const { own, routers } = await both(`/exam/${attemptId}?_data=routes%2Fexam-attempt%2Froute`);
    expect(own?.told[0]).toContain("application/json");
    expect(own).toEqual(routers);
  });

  it("is opened on the day of coming too, which the quick question leaves to the long one", async () => {
    const during = (from: string) =>
      database.pool.query("update membership set during = daterange($2, null) where person_id = $1", [personId, from]);
    await during("2027-03-15");
    const { own, routers } = await both(`/exam/${attemptId}`);
    await during("2026-01-01");
    expect(own?.status).toBe(200);
    expect(own).toEqual(routers);
  });

  it("says that the time is over, and hands in once it is too late for answers on their way", async () => {
    const { rows } = await database.pool.query("select deadline_at from attempt where id = $1", [attemptId]);
    const deadline: Date = rows[0]?.deadline_at;
    now = deadline;
    const over = await both(`/exam/${attemptId}`);
    expect(over.own?.page).not.toContain('<h1 id="question"');
    expect(over.own).toEqual(over.routers);
    now = new Date(deadline.getTime() + 60_000);
    const late = await both(`/exam/${attemptId}`);
    expect(late.own).toMatchObject({ status: 302, told: [null, null, `/exam/${attemptId}/result`, null] });
    expect(late.own).toEqual(late.routers);
  });
});
