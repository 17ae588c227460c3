import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "~/platform/database/handle";
import { aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { databasePrint } from "../set-up/database-print";
import { type ServedPortal, servePortal } from "../set-up/served-portal";
import { addresses } from "../set-up/server-build";

let database: Database;
let served: ServedPortal;
let cookie: string;

beforeAll(async () => {
  database = await testDatabase();
  served = await servePortal(database);
  cookie = await served.signedIn(await aStaffMember(database.db, "Petra", "portal_admin"));
});
afterAll(async () => {
  served.close();
  await database.close();
});

type Headers = (own: string) => Record<string, string>;
const port = (own: string, port: number): string => Object.assign(new URL(own), { port }).origin;

/** What a browser, or somebody who plays one, may say of where a request comes from; the last word is whether it is let in with a sign-in. */
const shapes: readonly [string, Headers, boolean][] = [
  ["our own page", (own) => ({ "Sec-Fetch-Site": "same-origin", Origin: own }), true],
  ["the person's own doing", () => ({ "Sec-Fetch-Site": "none" }), true],
  ["another host of the same site", (own) => ({ "Sec-Fetch-Site": "same-site", Origin: own }), false],
  ["a foreign page", () => ({ "Sec-Fetch-Site": "cross-site", Origin: "https://evil.example" }), false],
  ["a foreign page that lies about its origin", (own) => ({ "Sec-Fetch-Site": "cross-site", Origin: own }), false],
  ["a word that no browser says", (own) => ({ "Sec-Fetch-Site": "trust-me", Origin: own }), false],
  ["an old browser on our page", (own) => ({ Origin: own }), true],
  ["an old browser on a foreign page", () => ({ Origin: "https://evil.example" }), false],
  ["a sandboxed frame", () => ({ Origin: "null" }), false],
  ["another port of our host", (own) => ({ Origin: port(own, 1) }), false],
  ["our host over another scheme", (own) => ({ Origin: own.replace("http:", "https:") }), false],
  ["nothing said", () => ({}), false],
  [
    "a proxy's word for our host",
    () => ({ Origin: "https://evil.example", "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https" }),
    false,
  ],
];

async function gateRefuses(path: string, method: string, headers: Record<string, string>): Promise<boolean> {
  const filled = path.replaceAll(/:\w+\??/g, "00000000-0000-4000-8000-000000000000");
  const address = `${served.url}${filled}?_data=`;
  const response = await fetch(address, { method, headers, body: new URLSearchParams(), redirect: "manual" });
  const text = await response.text();
  return response.status === 403 && text === "This request did not come from a page of the portal.";
}

describe.each(shapes)("%s", (_name, headersFor, allowed) => {
  it(allowed ? "reaches every route that takes something" : "reaches no route, and changes nothing", async () => {
    const before = await databasePrint(database);
    const headers = { ...headersFor(served.url), Cookie: cookie };
    const wrong: string[] = [];
    for (const { path, module } of addresses) {
      // Where nothing is taken it must be refused as well: the gate does not know which routes those are.
      for (const method of "action" in module ? ["POST", "PUT", "PATCH", "DELETE"] : ["POST"]) {
        if ((await gateRefuses(path, method, headers)) === allowed) wrong.push(`${method} ${path}`);
      }
    }
    expect(wrong).toEqual([]);
    if (!allowed) expect(await databasePrint(database)).toBe(before);
  });
});

it("without a sign-in, what says nothing is a program and may send; a foreign page may not even then", async () => {
  expect(await gateRefuses("/sign-in", "POST", {})).toBe(false);
  expect(await gateRefuses("/sign-in", "POST", { "Sec-Fetch-Site": "cross-site" })).toBe(true);
  expect(await gateRefuses("/sign-in", "POST", { Origin: "https://evil.example" })).toBe(true);
});
