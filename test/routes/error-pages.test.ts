import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "~/platform/database/handle";
import { aMember, anOrganisation, aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";
import { addresses } from "../set-up/server-build";

let database: Database;
let served: ServedPortal;
let secure: ServedPortal;
let cookies: { admin: string; engineer: string };

beforeAll(async () => {
  database = await testDatabase();
  served = await servePortal(database);
  secure = await servePortal(database, { baseUrl: "https://portal.example.org", mode: "production" });
  const organisationId = await anOrganisation(database.db);
  cookies = {
    admin: await served.signedIn(await aStaffMember(database.db, "Petra", "portal_admin")),
    engineer: await served.signedIn(await aMember(database.db, organisationId, "Emil")),
  };
});
afterAll(async () => {
  served.close();
  secure.close();
  await database.close();
});

const nobodysId = "00000000-0000-4000-8000-000000000000";

async function open(path: string, { cookie = "", language = "en", init = {} as RequestInit } = {}) {
  const spoken = `${cookie}; language=${encodeURIComponent(btoa(JSON.stringify(language)))}`;
  const headers = { Cookie: spoken, "Sec-Fetch-Site": "same-origin" };
  const response = await fetch(served.url + path, { redirect: "manual", headers, ...init });
  return { status: response.status, headers: response.headers, html: await response.text() };
}

/** Says the same in the person's language, which is kept with the person. */
async function speak(language: "en" | "de", cookie: string): Promise<void> {
  const { status } = await open("/language", {
    init: {
      method: "POST",
      body: new URLSearchParams({ language }),
      headers: { Cookie: cookie, "Sec-Fetch-Site": "same-origin" },
    },
  });
  expect(status).toBe(302);
}

/** Where code, its place on the disk or its questions to the database would show. */
const innards =
  /\bat \w[\w.]* \(|node_modules|\.tsx?:\d|file:\/\/|\/app\/|(select|insert|update|delete) .{0,80}(from|into|set) "|relation "|PGlite|kysely|SQLSTATE/i;

const heading = (html: string): string | undefined => /<h1[^>]*>([^<]*)<\/h1>/.exec(html)?.[1];

const problems = [
  {
    what: "an id that nobody has",
    path: `/organisations/${nobodysId}`,
    who: "admin",
    status: 404,
    en: "This page does not exist",
    de: "Diese Seite gibt es nicht",
  },
  {
    what: "an address that nobody has",
    path: "/no/such/page",
    who: "admin",
    status: 404,
    en: "This page does not exist",
    de: "Diese Seite gibt es nicht",
  },
  {
    what: "a page of another role",
    path: "/audit",
    who: "engineer",
    status: 403,
    en: "This is not part of your role",
    de: "Das gehört nicht zu Ihrer Rolle",
  },
] as const;

describe.each(["en", "de"] as const)("error pages in %s", (language) => {
  it.each(problems)("$what: $status", async (problem) => {
    const cookie = cookies[problem.who];
    await speak(language, cookie);
    const { status, headers, html } = await open(problem.path, { cookie });
    expect({ status, heading: heading(html) }).toEqual({ status: problem.status, heading: problem[language] });
    expect(html).toContain(`<html lang="${language}"`);
    expect(html).toMatch(/<a [^>]*href="\/"/);
    expect(html).toContain(`<code>${headers.get("X-Request-Id")}</code>`);
    expect(html).not.toMatch(innards);
  });

  it("a used or invented link: 409 with a way on", async () => {
    const init = { method: "POST", body: new URLSearchParams({ password: "a", again: "a" }) };
    const spoken = `language=${encodeURIComponent(btoa(JSON.stringify(language)))}`;
    const headers = { Cookie: spoken, Origin: served.url };
    const { status, html } = await open("/link/invented", { init: { ...init, headers } });
    expect(status).toBe(409);
    expect(html).toContain(`<html lang="${language}"`);
    expect(html).toMatch(/<a [^>]*href="\/"/);
    expect(html).not.toMatch(innards);
  });

  describe("a fault of ours", () => {
    afterEach(async () => {
      await database.pool.query("alter table if exists job_run_away rename to job_run");
    });

    it("is a 500 that says nothing of its cause; the log has both, by the request's number", async () => {
      await speak(language, cookies.admin);
      await database.pool.query("alter table job_run rename to job_run_away");
      const { status, headers, html } = await open("/jobs", { cookie: cookies.admin });
      const requestId = headers.get("X-Request-Id") ?? "";
      expect(status).toBe(500);
      expect(heading(html)).toBe(
        { en: "Something went wrong on our side", de: "Bei uns ist etwas schiefgegangen" }[language],
      );
      expect(html).toContain(`<code>${requestId}</code>`);
      expect(html).not.toMatch(innards);
      expect(html).not.toContain("job_run");
      const lines = served.log.filter((line) => line.includes(requestId)).map((line) => JSON.parse(line));
      expect(lines.find(({ err }) => err)?.err.message).toContain("job_run");
      expect(lines.find(({ msg }) => msg === "request")).toMatchObject({ status: 500, path: "/jobs" });
      const data = await open(`/jobs?_data=${encodeURIComponent("routes/jobs/route")}`, { cookie: cookies.admin });
      expect(data.status).toBe(500);
      expect(data.html).not.toMatch(innards);
      expect(data.html).not.toContain("job_run");
    });
  });
});

it("what fails before any page can be made says no more than that, and its number", async () => {
  const { status, headers, html } = await open("/%E0%A4%A");
  expect([400, 404]).toContain(status);
  expect(html).not.toMatch(innards);
  expect(headers.get("X-Request-Id")).toMatch(/^[\w-]{36}$/);
});

it("a number of the request that somebody outside made up is not taken over", async () => {
  const init = { headers: { "X-Request-Id": "made-up-number" } };
  expect((await open("/sign-in", { init })).headers.get("X-Request-Id")).not.toBe("made-up-number");
});

describe("security headers", () => {
  const filled = addresses.map(({ path }) => path.replaceAll(/:\w+\??/g, nobodysId));
  it.each([...filled, "/no/such/page", "/healthz", "/readyz", "/assets/none.js"])("%s", async (path) => {
    const { headers, html } = await open(path, { cookie: cookies.admin });
    const policy = headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy.replace(mailStyles(path), "")).not.toMatch(/unsafe|\*|https?:/);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("X-Frame-Options")).toBe("DENY");
    expect(headers.get("Referrer-Policy")).toBe("same-origin");
    expect(headers.get("X-Powered-By")).toBeNull();
    expect(headers.get("X-Request-Id")).toMatch(/^[\w-]{36}$/);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    const preloads = [...html.matchAll(/<link rel="modulepreload"[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
    expect([...scripts, ...preloads].filter((tag) => /(src|href)="(https?:)?\/\//.test(tag))).toEqual([]);
    expect(html).not.toMatch(/<[a-z][^>]*\s(on[a-z]+|style)="/);
  });

  /** A mail is shown with its own styles, and only there. */
  const mailStyles = (path: string) => (/^\/mailbox\/[^/]+\/html$/.test(path) ? "style-src 'unsafe-inline'" : "");

  it("each page has a nonce of its own", async () => {
    const nonceOf = async () =>
      /nonce-([^']+)/.exec((await open("/sign-in")).headers.get("Content-Security-Policy") ?? "");
    const nonces = await Promise.all([nonceOf(), nonceOf(), nonceOf()]);
    expect(new Set(nonces.map((found) => found?.[1])).size).toBe(3);
  });

  it("pages of a person stay in that person's browser", async () => {
    for (const path of ["/organisations", "/organisations?_data=routes%2Forganisations%2Froute", "/me"]) {
      expect((await open(path, { cookie: cookies.admin })).headers.get("Cache-Control")).toMatch(/private|no-store/);
    }
  });

  it("over TLS the browser is told to stay there; without, it is not", async () => {
    const overTls = await fetch(`${secure.url}/sign-in`);
    expect(overTls.headers.get("Strict-Transport-Security")).toMatch(/^max-age=\d{8}/);
    expect((await open("/sign-in")).headers.get("Strict-Transport-Security")).toBeNull();
  });
});
