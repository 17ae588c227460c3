import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { connect } from "~/platform/database/connect";
import type { Database } from "~/platform/database/handle";
import { aMember, anOrganisation, aStaffMember } from "../factories/organisations";
import { testServerDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";
import { type Severable, severable } from "../set-up/severable";

let server: Database & { url: string };
let line: Severable;
/** The portal's own connections: by the line that can be cut. */
let database: Database;
let served: ServedPortal;
let cookie: string;
let organisationId: string;

beforeAll(async () => {
  server = await testServerDatabase();
  organisationId = await anOrganisation(server.db);
  await aMember(server.db, organisationId, "Anna");
  const adminId = await aStaffMember(server.db, "Petra", "portal_admin");
  line = await severable(server.url);
  database = await connect({ databaseUrl: line.url });
  served = await servePortal(database);
  cookie = await served.signedIn(adminId);
});
afterEach(() => line.cut().then(() => line.mend()));
afterAll(async () => {
  served.close();
  await database.close();
  await line.cut();
  await server.close();
});

async function open(path: string, language = "en") {
  const headers = { Cookie: cookie, "Accept-Language": language };
  const response = await fetch(served.url + path, { headers, redirect: "manual" });
  return { status: response.status, headers: response.headers, html: await response.text() };
}

const addPerson = async (name: string): Promise<number> => {
  const response = await fetch(`${served.url}/organisations/${organisationId}/people/new`, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: cookie, "Sec-Fetch-Site": "same-origin" },
    body: new URLSearchParams({ fullName: name, email: `${name}@example.net`, language: "en" }),
  });
  await response.text();
  return response.status;
};

const stored = async (name: string): Promise<number> =>
  (await server.db.selectFrom("person").select("id").where("email", "=", `${name}@example.net`).execute()).length;

describe("while the database cannot be reached", () => {
  it.each([
    ["en", "The portal cannot reach its database"],
    ["de", "Das Portal erreicht seine Datenbank nicht"],
  ])("pages say so, with a way on and the number of the request (%s)", async (language, title) => {
    expect((await open("/organisations", language)).status).toBe(200);
    await line.cut();
    for (const path of ["/organisations", "/me", `/organisations/${organisationId}`, "/no/such/page"]) {
      const { status, headers, html } = await open(path, language);
      expect(status, path).toBe(503);
      expect(Number(headers.get("Retry-After"))).toBeGreaterThan(0);
      expect(html).toContain(`<h1>${title}</h1>`);
      expect(html).toContain(`<html lang="${language}"`);
      expect(html).toContain(`<code>${headers.get("X-Request-Id")}</code>`);
      expect(html).not.toMatch(/ECONN|127\.0\.0\.1|postgres|Connection terminated|\.ts:\d/i);
    }
    const data = await open("/organisations?_data=routes%2Forganisations%2Froute", language);
    expect(data.status).toBe(503);
    expect(served.log.some((entry) => entry.includes('"level":50') && entry.includes("/organisations"))).toBe(true);
  });

  it("what needs no database is served, the process says that it lives and that it is not ready", async () => {
    await line.cut();
    expect((await fetch(`${served.url}/sign-in`)).status).toBe(200);
    expect((await open("/healthz")).status).toBe(200);
    const ready = await open("/readyz");
    expect(ready.status).toBe(503);
    expect(JSON.parse(ready.html)).toMatchObject({ status: "unavailable", database: "does not answer" });
  });

  it("a line that is silent, not cut, is found out as well", async () => {
    expect((await open("/readyz")).status).toBe(200);
    line.hold();
    const startedAt = performance.now();
    expect((await open("/readyz")).status).toBe(503);
    // Without a patience of its own it would answer when the pool loses its, after half a minute.
    expect(performance.now() - startedAt).toBeLessThan(15_000);
    expect((await open("/healthz")).status).toBe(200);
  });

  it("a form is answered 503 and stores nothing; sent again afterwards it is stored, once", async () => {
    await line.cut();
    expect(await addPerson("later")).toBe(503);
    expect(await stored("later")).toBe(0);
    await line.mend();
    expect(await addPerson("later")).toBe(302);
    expect(await stored("later")).toBe(1);
  });
});

describe("when the database is back", () => {
  it("everything works again by itself, and nobody has to sign in anew", async () => {
    await line.cut();
    expect((await open("/organisations")).status).toBe(503);
    await line.mend();
    expect((await open("/organisations")).status).toBe(200);
    expect((await open("/readyz")).status).toBe(200);
  });
});

describe("when connections are cut while they are used", () => {
  const cuts = [
    ["by the network", () => line.cut().then(() => line.mend())],
    [
      "by the database, which shuts down",
      () =>
        server.pool.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
        ),
    ],
  ] as const;

  it.each(cuts)("%s, what was acknowledged is stored and what was not can be sent again", async (how, cut) => {
    const names = Array.from({ length: 24 }, (_, index) => `busy${index}${how.length}`);
    const add = async (name: string) => ({ name, status: await addPerson(name) });
    const early = names.slice(0, 4).map(add);
    await Promise.race(early); // one is acknowledged for certain
    const busy = names.slice(4, 16).map(add);
    await new Promise((resolve) => setTimeout(resolve, 10));
    await cut();
    const answers = await Promise.all([...early, ...busy, ...names.slice(16).map(add)]);
    expect(answers.filter(({ status }) => ![302, 503].includes(status))).toEqual([]);
    expect(answers.filter(({ status }) => status === 302).length).toBeGreaterThan(0);
    for (const { name, status } of answers) {
      if (status === 302) expect(await stored(name), name).toBe(1);
      else await addPerson(name);
      expect(await stored(name), name).toBe(1);
    }
  });
});
