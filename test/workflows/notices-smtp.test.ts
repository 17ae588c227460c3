import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServerDatabase } from "#test/set-up/database";
import { deliverOutbox } from "~/notices/deliver-outbox.server";
import { selectLedgerPage } from "~/notices/ledger-queries.server";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { smtpTransport } from "~/platform/smtp-transport";
import { aPerson, lapseNotice, plan } from "../factories/mails";

/** How the peer behaves at the end of DATA; `silent` never says a word. */
type Peer = "accepts" | "refuses" | "defers" | "loses_reply" | "hangs_after_data" | "silent";

const endings: Record<Peer, (socket: Socket) => void> = {
  accepts: (socket) => socket.write("250 queued\r\n"),
  refuses: (socket) => socket.write("554 refused for good\r\n"),
  defers: (socket) => socket.write("451 try later\r\n"),
  loses_reply: (socket) => socket.destroy(),
  hangs_after_data: () => undefined,
  silent: () => undefined,
};

let database: Database;
let server: Server;
let peer: Peer;
let messages: string[];
const sockets = new Set<Socket>();
let now: Date;

/** An SMTP server as plain as can be, so that it can misbehave exactly where it is told to. */
function converse(socket: Socket): void {
  sockets.add(socket);
  socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
  if (peer === "silent") return;
  socket.write("220 peer\r\n");
  let data: string | undefined;
  socket.on("data", (chunk) => {
    if (data !== undefined) data += chunk.toString();
    else if (/^data/i.test(chunk.toString())) {
      data = "";
      socket.write("354 go on\r\n");
      return;
    } else if (/^quit/i.test(chunk.toString())) socket.end("221 bye\r\n");
    else socket.write("250 ok\r\n");
    if (data?.endsWith("\r\n.\r\n")) {
      messages.push(data);
      data = undefined;
      endings[peer](socket);
    }
  });
}

beforeEach(async () => {
  database = await testServerDatabase();
  now = new Date("2027-01-10T07:00:00Z");
  messages = [];
  server = createServer(converse).listen(0, "127.0.0.1");
  await once(server, "listening");
  await plan(database.db, [lapseNotice(await aPerson(database.db, "ada@example.org"), "30")], now);
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  server.close();
  await database.close();
});

async function deliver(behaviour: Peer) {
  peer = behaviour;
  const { port } = server.address() as AddressInfo;
  const mail = smtpTransport(`smtp://127.0.0.1:${port}?ignoreTLS=true`, "portal@portal.example");
  const { db } = database;
  const counts = await deliverOutbox({
    db,
    mail,
    baseUrl: "https://portal.example",
    now: () => now,
    random: seededRandom("smtp"),
    stillDue: async () => true,
    tellOfRefusal: async () => [],
    limit: 10,
  });
  mail.close();
  now = new Date(now.getTime() + 3_600_000);
  return counts;
}

const stored = async () => (await selectLedgerPage(database.db, {}, { offset: 0, limit: 1 })).rows[0];
const messageIds = () => messages.map((message) => /^Message-ID: (.*)\r$/m.exec(message)?.[1]);

describe("a mail server that", () => {
  it("accepts: sent, and not again", async () => {
    expect(await deliver("accepts")).toMatchObject({ sent: 1 });
    expect(await deliver("accepts")).toMatchObject({ sent: 0 });
    expect(messages).toHaveLength(1);
  });

  it("refuses for good: parked with its words, and not tried again", async () => {
    expect(await deliver("refuses")).toMatchObject({ parked: 1 });
    expect(await stored()).toMatchObject({
      state: "parked",
      stateReason: "refused",
      lastError: expect.stringContaining("554"),
    });
    await deliver("accepts");
    expect(messages).toHaveLength(1);
  });

  it("defers: tried again, then sent, each time the same message", async () => {
    expect(await deliver("defers")).toMatchObject({ delayed: 1 });
    expect(await stored()).toMatchObject({ state: "pending", tries: 1, lastError: expect.stringContaining("451") });
    expect(await deliver("accepts")).toMatchObject({ sent: 1 });
    expect(new Set(messageIds()).size).toBe(1);
  });

  it("takes the mail and loses the reply: repeated once, under the same Message-ID", async () => {
    expect(await deliver("loses_reply")).toMatchObject({ delayed: 1 });
    expect(await deliver("accepts")).toMatchObject({ sent: 1 });
    expect(await deliver("accepts")).toMatchObject({ sent: 0 });
    expect(messages).toHaveLength(2);
    expect(messageIds()[0]).toMatch(/^<.+@.+>$/);
    expect(new Set(messageIds()).size).toBe(1);
  });

  it.each(["hangs_after_data", "silent"] as const)(
    "%s: given up within the limit, and tried again",
    { timeout: 60_000 },
    async (behaviour) => {
      const began = performance.now();
      expect(await deliver(behaviour)).toMatchObject({ delayed: 1 });
      expect(performance.now() - began).toBeLessThan(25_000);
      expect(await stored()).toMatchObject({ state: "pending", tries: 1 });
      expect(await deliver("accepts")).toMatchObject({ sent: 1 });
    },
  );
});
