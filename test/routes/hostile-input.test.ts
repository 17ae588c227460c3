import { request } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, dayIn } from "~/kernel/calendar";
import type { Database } from "~/platform/database/handle";
import { breadth, sampled } from "../set-up/breadth";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";
import { forms } from "./access-forms";
import { type Row, rows } from "./access-rows";
import { type AccessWorld, accessWorld, type Place, requesters } from "./access-world";
import { asFiles, asForm, type Body, hostileBodies, multipart } from "./hostile-bodies";

let database: Database;
let served: ServedPortal;
let world: AccessWorld;

beforeAll(async () => {
  database = await testDatabase();
  world = await accessWorld(database.db);
  served = await servePortal(database, { now: () => world.now });
});
afterAll(async () => {
  served.close();
  await database.close();
});

/** What one request may make portal, database and this test compute; how long that takes is the machine's business. */
const mostCpuMs = 2_000;
const patienceMs = 60_000;
/** Every answer that says yes, or no in a way that the sender can understand. */
const orderly = [200, 204, 302, 303, 400, 403, 404, 405, 409, 411, 413, 415, 429];

/** The status, unless the answer costs more than anybody may make the portal spend. */
async function exchange(path: string, headers: Record<string, string>, body?: Body): Promise<number> {
  const before = process.cpuUsage();
  const status = await send(path, headers, body);
  const { user, system } = process.cpuUsage(before);
  const cpuMs = Math.round((user + system) / 1_000);
  if (cpuMs > mostCpuMs) throw new Error(`an answer for ${cpuMs} ms of CPU`);
  return status;
}

/** Sends exactly these bytes. */
function send(path: string, headers: Record<string, string>, body?: Body): Promise<number> {
  return new Promise((resolve, reject) => {
    const all = { ...headers, ...(body && { "Sec-Fetch-Site": "same-origin", ...headersOf(body) }) };
    const options = { method: body ? "POST" : "GET", path, headers: all, timeout: patienceMs };
    const { hostname, port } = new URL(served.url);
    const sent = request({ hostname, port, ...options }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode ?? 0));
    });
    sent.on("timeout", () => sent.destroy(new Error(`no answer within ${patienceMs} ms`)));
    sent.on("error", reject);
    sent.end(body?.bytes);
  });
}

const headersOf = ({ contentType, bytes }: Body): Record<string, string> => ({
  ...(contentType && { "Content-Type": contentType }),
  "Content-Length": String(bytes.length),
});

/** The first in the matrix who is admitted here, so that what is sent is really read. */
async function cookieFor(row: Row): Promise<string> {
  const admitted = requesters.find((requester) => row.answers.get(requester)?.[0] === "ok") ?? "nobody";
  return admitted === "nobody" ? "" : served.signedIn(world.people[admitted]);
}

const addressOf = (row: Row, place: Place): string =>
  row.path.replaceAll(/:(\w+)\??/g, (_whole, name: string) => (place as unknown as Record<string, string>)[name] ?? "");

const completeFields = (row: Row) =>
  forms[row.key]?.complete(world.places.own, addDays(dayIn("UTC", world.now), 30)) ?? {};

/** Each route gets a part of what can be sent to it, and the next route another part; `npm run test:long` sends everything to each. */
const share = 3;
const turnOf = (row: Row): number => rows.indexOf(row);

const actions = rows.filter(({ method }) => method === "POST");
const pages = rows.filter(({ method, path }) => method === "GET" && path !== "/mailbox/:key/html");

async function expectOrderly(row: Row, bodies: readonly Body[]): Promise<void> {
  const answers: [string, number][] = [];
  for (const body of bodies) {
    const cookie = await cookieFor(row);
    answers.push([body.name, await exchange(addressOf(row, world.places.own), { Cookie: cookie }, body)]);
  }
  expect(answers.filter(([, status]) => !orderly.includes(status))).toEqual([]);
}

const oddDays = ["2026-02-30", "0000-00-00", "1900-01-01", "2999-12-31", "9999-12-31"];
const oddValues = [...oddDays, "-1", "1e400", "9".repeat(30), "%00", "%ED%A0%80", "%F0%9F%98%80"];
/** Names that pages know; all in one address, since each page asks for a few of them. */
const names = [
  ...["on", "known", "month", "falls", "leaveOn", "joinOn", "before", "item", "part", "saved", "page", "perPage"],
  ...["join", "leave", "fail", "recipient", "kind", "level"],
];
const queries = [
  ...oddValues.map((value) => names.map((name) => `${name}=${value}`).join("&")),
  // Where newcomers are supposed and everybody renews, years are added to the day.
  ...oddDays.map((value) => `leaveOn=${value}&joinOn=${value}&join=3&renewals=on`),
  ...["page=-1", "page=0", "page=1.5", "page=NaN", "page=9007199254740993", "page=1&page=2"],
  ...["sort=__proto__", "sort=constructor&direction=toString"],
  ...["status=__proto__&kind=__proto__&level=__proto__", "state=constructor&kind=toString&level=constructor"],
  ...["text=%00", `text=${"%25".repeat(500)}`, "text='%22;--", "action=%00&actor=%5C", "to=%00", "number=%00"],
  ...[
    "organisation=%00",
    "client=%00",
    "done=__proto__",
    "added=constructor",
    "next=%00",
    "verify=yes",
    "language=%00",
  ],
  "%",
  "%E0%A4%A=1",
  "=&&=&a[b]=c",
];

describe("whatever an address asks for is answered in order", () => {
  it.each(["2999-12-31", "9999-12-31"])("the notices of %s, where the days after it are counted too", async (on) => {
    const row = pages.find(({ path }) => path === "/notices/preview");
    if (!row) throw new Error("there is no preview of the notices");
    const headers = { Cookie: await cookieFor(row) };
    expect([200, 400]).toContain(await exchange(`${addressOf(row, world.places.own)}?on=${on}`, headers));
  });

  // 431: longer than the server reads at all.
  const allowed = [200, 204, 302, 400, 404, 431];
  it.each(pages)("queries of $key", async (row) => {
    const cookie = await cookieFor(row);
    const wrong: string[] = [];
    for (const query of sampled(queries, share, turnOf(row))) {
      const status = await exchange(`${addressOf(row, world.places.own)}?${query}`, { Cookie: cookie });
      if (!allowed.includes(status)) wrong.push(`${query}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  const values = ["%", "%E0%A4%A", "%00", "%ED%A0%80", "%F0%9F%98%80", "..%2f..", "a".repeat(10_000), "__proto__", "'"];
  it.each(pages.filter(({ path }) => path.includes(":")))("parameters of $key", async (row) => {
    const cookie = await cookieFor(row);
    const wrong: string[] = [];
    for (const value of sampled(values, share, turnOf(row))) {
      const place = new Proxy(world.places.own, { get: () => value });
      const status = await exchange(addressOf(row, place), { Cookie: cookie });
      if (!allowed.includes(status)) wrong.push(`${value.slice(0, 20)}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    "/%",
    "/%E0%A4%A",
    "//evil.example/",
    "//",
    "/..%2f..%2fetc/passwd",
    "/assets/%",
    "/assets/%2e%2e/",
    "/favicon.ico%00",
  ])("the address %s", async (path) => {
    expect([200, 302, 400, 404]).toContain(await exchange(path, {}));
  });

  it.each([
    ["Cookie", "language=%E0%A4%A"],
    ["Cookie", "sign-in=%"],
    ["Cookie", "sign-in=bm8.%00; sign-in="],
    ["Cookie", `sign-in=${"a".repeat(8_000)}`],
    ["Accept-Language", ";q=,,*;".repeat(500)],
    ["Host", "a b"],
    ["Host", "[::1"],
    ["X-Forwarded-Host", "%00"],
    ["X-Forwarded-Proto", "javascript"],
    ["Range", "bytes=-99999999999999"],
    ["If-Modified-Since", "x"],
  ])("the header %s: %.30s", async (name, value) => {
    expect([200, 302, 400, 404]).toContain(await exchange("/sign-in", { [name]: value }));
  });
});

describe("whatever is sent to an action is answered in order", () => {
  it.each(actions)("$key", async (row) => {
    const fields = completeFields(row);
    const twice = new URLSearchParams([...Object.entries(fields), ...Object.entries(fields)]).toString();
    const spoilt = Object.keys(fields).flatMap((name) => [
      asForm(`${name} with a NUL`, { ...fields, [name]: "a\u0000b" }),
      asForm(`${name} of half a surrogate pair`, `${new URLSearchParams({ ...fields, [name]: "" })}%ED%A0%80`),
      asForm(`${name} as an id that nobody has`, { ...fields, [name]: world.places.absent.organisationId }),
      asForm(`${name} as a huge number`, { ...fields, [name]: "1000000000" }),
      asForm(`${name} far too long`, { ...fields, [name]: "ä".repeat(20_000) }),
    ]);
    const bodies = [
      ...hostileBodies,
      ...spoilt,
      asForm("every field twice", twice),
      asFiles("files for text", fields),
      multipart("a file whose name is a path", "x", '; filename="../../etc/passwd"'),
    ];
    await expectOrderly(row, sampled(bodies, share, turnOf(row)));
  });

  it("and nothing of it stays in the process", async () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect((await fetch(`${served.url}/healthz`)).status).toBe(200);
    expect(served.log.filter((line) => line.includes("unexpected error"))).toEqual([]);
  });

  it("a body that does not say how long it is, or is too long, is not read", async () => {
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1_000)) });
    const init = { method: "POST", headers: { "Sec-Fetch-Site": "same-origin" } };
    const chunked = await fetch(`${served.url}/sign-in`, { ...init, body: endless, duplex: "half" } as RequestInit);
    expect(chunked.status).toBe(411);
    const big = { name: "2 MB", contentType: "application/x-www-form-urlencoded", bytes: Buffer.alloc(2_000_000, "a") };
    expect(await exchange("/sign-in", {}, big)).toBe(413);
  });
});

describe("random fields", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.constantFrom("", "0", "-1", "1e400", "NaN", "2026-02-30", "null", "[object Object]", "__proto__", "on", "../"),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
    fc.uuid(),
  );
  it.each(actions.filter(({ path }) => path !== "/forgot-password"))("$key", async (row) => {
    const fields = completeFields(row);
    const cookie = await cookieFor(row);
    const values = fc.dictionary(fc.constantFrom(...Object.keys(fields), "intent", "email", "name"), text);
    await fc.assert(
      fc.asyncProperty(values, async (random) => {
        const body = forms[row.key]?.asJson
          ? {
              name: "json",
              contentType: "application/json",
              bytes: Buffer.from(JSON.stringify({ ...fields, ...random })),
            }
          : asForm("random", { ...fields, ...random });
        expect(orderly).toContain(await exchange(addressOf(row, world.places.own), { Cookie: cookie }, body));
      }),
      { numRuns: breadth(4, 100) },
    );
  });
});
