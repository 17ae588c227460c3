import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { leastOf } from "#test/set-up/least-of";
import { startPortal } from "#test/set-up/running-portal";
import { DemoCopy } from "./demo-copy";

// A folder that was opened before: to make one takes longer than all that is looked at here.
let demo: DemoCopy;
beforeAll(async () => {
  demo = await DemoCopy.make();
});
afterAll(() => demo?.remove());

const form = new URLSearchParams({ email: "nobody@example.org", password: "not the password" }).toString();

/** A request that the portal has begun to answer and of which it has the beginning only. */
async function halfSent(url: string): Promise<Socket> {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  const head = [
    "POST /sign-in HTTP/1.1",
    `Host: ${host}`,
    `Origin: ${url}`,
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${form.length}`,
    "Expect: 100-continue",
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  // Node says so when it hands the request over.
  expect(String(await once(socket, "data"))).toMatch(/^HTTP\/1\.1 100 /);
  socket.pause();
  socket.write(form.slice(0, 10));
  return socket;
}

async function allOf(socket: Socket): Promise<string> {
  let text = "";
  for await (const chunk of socket) text += String(chunk);
  return text;
}

it("on SIGTERM, finishes the request in hand, takes no new one, ends with status 0 and leaves the folder unlocked", async () => {
  const DATA_DIR = demo.dataDir;
  const portal = await startPortal({ DATA_DIR });
  const idle = await fetch(`${portal.url}/healthz`);
  expect(idle.status).toBe(200);
  const inHand = await halfSent(portal.url);
  const ended = once(portal.process, "exit");
  portal.process.kill("SIGTERM");
  while (await answers(portal.url)) await wait(20);
  expect(portal.process.exitCode).toBeNull();

  inHand.write(form.slice(10));
  const answer = await allOf(inHand);
  expect(answer).toMatch(/^HTTP\/1\.1 409 /);
  expect(await ended).toEqual([0, null]);
  expect(portal.output()).not.toMatch(/error/i);

  const stopping = async () => {
    const again = await startPortal({ DATA_DIR });
    const startedAt = performance.now();
    await again.stop();
    expect(again.process.exitCode).toBe(0);
    return performance.now() - startedAt;
  };
  expect(await leastOf(stopping, 5_000)).toBeLessThan(5_000);
});

/** Whether a new connection is taken. */
const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`, { headers: { Connection: "close" } }).then(
    () => true,
    () => false,
  );
