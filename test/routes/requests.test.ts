import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "~/platform/database/handle";
import { trainedPartner } from "../factories/examination";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

/** What no browser sends: the portal goes by its own address, and answers or is silent as it should. */
let database: Database;
let served: ServedPortal;
let cookie = "";

beforeAll(async () => {
  database = await testDatabase();
  const { engineerIds } = await trainedPartner(database.db);
  served = await servePortal(database);
  cookie = await served.signedIn(engineerIds[0] ?? "");
});
afterAll(async () => {
  served.close();
  await database.close();
});

const open = async (to = served) => {
  const socket = connect(Number(new URL(to.url).port), "127.0.0.1");
  await once(socket, "connect");
  return socket;
};

/** The first line of the answer, its headers and body. */
async function answerTo(lines: readonly string[], to = served) {
  const socket = await open(to);
  socket.write(`${[...lines, "Connection: close"].join("\r\n")}\r\n\r\n`);
  let text = "";
  for await (const chunk of socket) text += String(chunk);
  const [head = "", body = ""] = text.split(/\r\n\r\n(.*)/s);
  return { status: Number(head.split(" ")[1]), head: head.toLowerCase(), body };
}

it.each(["", "a:b@c", "a@c", "elsewhere.example", "x/y?", "[::1", "a b"])("Host: %j changes nothing", async (host) => {
  const usual = await answerTo(["GET /verify HTTP/1.1", `Host: ${new URL(served.url).host}`]);
  const answer = await answerTo(["GET /verify HTTP/1.1", `Host: ${host}`]);
  expect(answer.status).toBe(200);
  expect(/<h1[^>]*>[^<]*/.exec(answer.body)?.[0]).toBe(/<h1[^>]*>[^<]*/.exec(usual.body)?.[0]);
  expect((await answerTo(["GET /no-such-page HTTP/1.1", `Host: ${host}`])).status).toBe(404);
});

it("an address with a host of its own, and methods that nobody needs, are refused", async () => {
  expect((await answerTo(["GET http://elsewhere.example/verify HTTP/1.1", "Host: x"])).status).toBe(400);
  expect((await answerTo(["TRACE /verify HTTP/1.1", "Host: x"])).status).toBe(405);
  // As in production, where the portal's address has no port.
  const behindTls = await servePortal(database, { baseUrl: "https://portal.example" });
  try {
    expect((await answerTo(["GET http://elsewhere.example/verify HTTP/1.1", "Host: x"], behindTls)).status).toBe(400);
    expect((await answerTo(["GET /verify HTTP/1.1", "Host: x"], behindTls)).status).toBe(200);
  } finally {
    behindTls.close();
  }
});

it("HEAD tells what GET would, without it", async () => {
  const answer = await answerTo(["HEAD /verify HTTP/1.1", "Host: x"]);
  expect([answer.status, answer.body]).toEqual([200, ""]);
  expect(answer.head).toContain("content-type: text/html");
  expect((await answerTo(["HEAD /no-such-page HTTP/1.1", "Host: x"])).status).toBe(404);
});

it.each([
  ["/sign-in", 100],
  ["/exam/00000000-0000-4000-8000-000000000000/answer", 100],
  ["/exhibit-images", 200_000],
])("who goes away in the middle of a body to %s is no error", async (path, length) => {
  const before = served.log.length;
  const socket = await open();
  const headers = [`Cookie: ${cookie}`, "Sec-Fetch-Site: same-origin", "Content-Type: application/json"];
  socket.write(
    [`POST ${path} HTTP/1.1`, "Host: x", ...headers, `Content-Length: ${length}`, "", '{"client":'].join("\r\n"),
  );
  await wait(100);
  socket.destroy();
  await wait(200);
  const errors = served.log.slice(before).filter((line) => JSON.parse(line).level >= 50);
  expect(errors).toEqual([]);
});

it("a large body is not read for who is not signed in", async () => {
  const socket = await open();
  const head = ["POST /exhibit-images HTTP/1.1", "Host: x", "Content-Type: multipart/form-data; boundary=b"];
  socket.write([...head, "Content-Length: 7000000", "", ""].join("\r\n"));
  const [answer] = (await once(socket, "data")) as [Buffer];
  expect(String(answer)).toMatch(/^HTTP\/1\.1 302[\s\S]*location: \/sign-in/i);
  socket.destroy();
});
