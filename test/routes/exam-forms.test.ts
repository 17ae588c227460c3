import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { currentDeclaration } from "~/examination/declaration";
import type { Database } from "~/platform/database/handle";
import { examMorning, trainedPartner } from "../factories/examination";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

/** The forms by which an exam is begun and handed in go past Remix's router; what they are answered must not differ for it. */
let database: Database;
let ways: readonly ServedPortal[];
/** For each way somebody of their own, and somebody who is nobody's. */
let candidates: readonly string[];
let foreign = "";
const now = examMorning;

beforeAll(async () => {
  database = await testDatabase();
  const { engineerIds } = await trainedPartner(database.db, { engineers: 3 });
  ways = await Promise.all(
    [false, true].map((byRouterOnly) => servePortal(database, { now: () => now, byRouterOnly })),
  );
  const cookies: string[] = [];
  for (const personId of engineerIds) cookies.push((await ways[0]?.signedIn(personId)) ?? "");
  candidates = cookies.slice(0, 2);
  foreign = cookies[2] ?? "";
});
afterAll(async () => {
  for (const way of ways) way.close();
  await database.close();
});

interface Asked {
  readonly path: string;
  readonly body?: string;
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
}

async function post(way: ServedPortal | undefined, { path, body = "", cookie = "", headers: more = {} }: Asked) {
  const type = { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin" };
  const init = { method: "POST", redirect: "manual", body, headers: { ...type, Cookie: cookie, ...more } } as const;
  const response = await fetch((way?.url ?? "") + path, init);
  const location = response.headers.get("Location");
  const html = await response.text();
  const heading = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? "";
  const alerts = [...html.matchAll(/role="alert"[^>]*>(.*?)<\//gs)].map(([, text]) => text);
  const told = [
    "X-Remix-Redirect",
    "X-Remix-Status",
    "X-Remix-Reload-Document",
    "X-Problem",
    "Set-Cookie",
    "Retry-After",
  ];
  const headers = Object.fromEntries(told.map((name) => [name, response.headers.get(name)]));
  const checked = /name="rules"[^>]*checked/.test(html);
  return { status: response.status, location, heading, alerts, checked, headers };
}

/** What the two ways answer, each to its own candidate. */
const both = async (asked: (index: number) => Asked) => Promise.all(ways.map((way, index) => post(way, asked(index))));

const agreed = `rules=on&honour=on&declaration=${currentDeclaration}&programme=1`;
const start = (body: string, path = "/exam") => both((index) => ({ path, body, cookie: candidates[index] ?? "" }));
const byScript = { exam: "/exam?_data=routes/exam/route", handIn: "?_data=routes/exam-hand-in/route" };

describe("before it begins", () => {
  it.each([
    ["nothing agreed to", "", 400],
    ["one thing of two, which stays as it was", `rules=on&declaration=${currentDeclaration}&programme=1`, 400],
    ["a declaration that is not the present one", "rules=on&honour=on&declaration=99&programme=1", 400],
    [
      "a programme that is no longer in force",
      `rules=on&honour=on&declaration=${currentDeclaration}&programme=99`,
      409,
    ],
    ["names that no form of ours has", "__proto__[x]=1", 400],
  ])("%s", async (_, body, status) => {
    const [direct, byRouter] = await start(body);
    expect(direct).toEqual(byRouter);
    expect(direct).toMatchObject({ status, location: null });
    expect(direct?.heading).not.toBe("");
    expect(direct?.checked).toBe(body.startsWith("rules=on"));
  });

  it.each([
    ["whoever is not signed in", () => ({ path: "/exam", body: agreed }), 302],
    ["a body of more than a form's size", () => ({ path: "/exam", body: `${agreed}&x=${"x".repeat(70_000)}` }), 302],
    ["another site", () => ({ path: "/exam", body: agreed, headers: { "Sec-Fetch-Site": "cross-site" } }), 403],
    ["an attempt that does not exist", () => ({ path: `/exam/${crypto.randomUUID()}/hand-in`, cookie: foreign }), 404],
    ["an address that is none", () => ({ path: "/exam/no-id/hand-in", cookie: foreign }), 404],
  ])("%s", async (_, asked, status) => {
    const [direct, byRouter] = await both(asked);
    expect(direct).toEqual(byRouter);
    expect(direct?.status).toBe(status);
  });
});

describe("the exam", () => {
  const attempts: string[] = [];

  it("is begun by one run of the action, also where that fails, which is logged once", async () => {
    const { pool } = database;
    await pool.query("create sequence runs");
    await pool.query(
      `create function fail() returns trigger language plpgsql as $$ begin raise exception 'run %', nextval('runs'); end $$`,
    );
    await pool.query("create trigger failing before insert on attempt for each row execute function fail()");
    const logged = () => ways.map(({ log }) => log.filter((line) => line.includes("request failed")).length);
    const before = logged();
    const [direct, byRouter] = await start(agreed);
    expect(direct).toEqual(byRouter);
    expect(direct?.status).toBe(500);
    const { rows } = await pool.query("select last_value::int as runs from runs");
    expect(rows[0].runs).toBe(2);
    expect(logged()).toEqual(before.map((lines) => lines + 1));
    await pool.query("drop trigger failing on attempt");
  });

  it("begins, once: pressed again it leads to the same attempt", async () => {
    const begun = await start(agreed);
    const again = await start(agreed);
    expect(again).toEqual(begun);
    const [scripted, scriptedByRouter] = await start(agreed, byScript.exam);
    expect(scripted).toMatchObject({
      status: 204,
      location: null,
      headers: { "X-Remix-Redirect": begun[0]?.location },
    });
    expect({ ...scripted, headers: { ...scripted?.headers, "X-Remix-Redirect": begun[1]?.location } }).toEqual(
      scriptedByRouter,
    );
    for (const { status, location } of begun) {
      expect(status).toBe(302);
      attempts.push(/^\/exam\/([0-9a-f-]{36})$/.exec(location ?? "")?.[1] ?? "");
    }
    expect(new Set(attempts).size).toBe(2);
  });

  const handIn = (cookieOf: (index: number) => string | undefined, search = "") =>
    both((index) => ({ path: `/exam/${attempts[index]}/hand-in${search}`, cookie: cookieOf(index) ?? "" }));
  const finished = async () => {
    const { rows } = await database.pool.query("select count(finished_at)::int as n from attempt");
    return rows[0].n;
  };

  it("is handed in by nobody else", async () => {
    const [direct, byRouter] = await handIn(() => foreign);
    expect(direct).toEqual(byRouter);
    expect(direct).toMatchObject({ status: 404, location: null });
    expect(await finished()).toBe(0);
  });

  it("is handed in, once: pressed again it leads to the same result", async () => {
    const results = attempts.map((id) => `/exam/${id}/result`);
    for (const _ of [1, 2]) {
      const handed = await handIn((index) => candidates[index]);
      expect(handed.map(({ status }) => status)).toEqual([302, 302]);
      expect(handed.map(({ location }) => location)).toEqual(results);
      expect(await finished()).toBe(2);
    }
    const scripted = await handIn((index) => candidates[index], byScript.handIn);
    expect(scripted.map(({ status }) => status)).toEqual([204, 204]);
    expect(scripted.map(({ headers }) => headers["X-Remix-Redirect"])).toEqual(results);
  });

  it("is refused on its page while the wait lasts", async () => {
    const [direct, byRouter] = await start(agreed);
    expect(direct).toEqual(byRouter);
    expect(direct).toMatchObject({ status: 409, location: null });
  });
});
