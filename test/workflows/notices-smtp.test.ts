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

/** What it answers to a command instead of "ok", as many servers as there are stages at which one can refuse. */
type Answers = Partial<Record<"greeting" | "AUTH" | "MAIL" | "RCPT" | "DATA" | "mail", string>>;

const endings: Record<Peer, (socket: Socket) => void> = {
  accepts: (socket) => socket.write(`${answers.mail ?? "250 queued"}\r\n`),
  refuses: (socket) => socket.write("554 refused for good\r\n"),
  defers: (socket) => socket.write("451 try later\r\n"),
  loses_reply: (socket) => socket.destroy(),
  hangs_after_data: () => undefined,
  silent: () => undefined,
};

let database: Database;
let server: Server;
let peer: Peer;
let answers: Answers;
let messages: string[];
/** Addresses of which the admins were to be told that they are refused. */
let refused: string[];
const sockets = new Set<Socket>();
let now: Date;

/** An SMTP server as plain as can be, so that it can misbehave exactly where it is told to. */
function converse(socket: Socket): void {
  sockets.add(socket);
  socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
  if (peer === "silent") return;
  socket.write(`${answers.greeting ?? "220 peer"}\r\n`);
  let data: string | undefined;
  socket.on("data", (chunk) => {
    const command = chunk.toString().slice(0, 4).toUpperCase();
    const answer = answers[command as keyof Answers];
    if (data !== undefined) data += chunk.toString();
    else if (answer) socket.write(`${answer}\r\n`);
    else if (command === "DATA") {
      data = "";
      socket.write("354 go on\r\n");
      return;
    } else if (command === "QUIT") socket.end("221 bye\r\n");
    else if (command === "EHLO") socket.write("250-peer\r\n250 AUTH PLAIN\r\n");
    else socket.write(command === "AUTH" ? "235 welcome\r\n" : "250 ok\r\n");
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
  answers = {};
  refused = [];
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
  const mail = smtpTransport(`smtp://portal:secret@127.0.0.1:${port}?ignoreTLS=true`, "portal@portal.example");
  const { db } = database;
  const counts = await deliverOutbox({
    db,
    mail,
    baseUrl: "https://portal.example",
    now: () => now,
    random: seededRandom("smtp"),
    stillDue: async () => true,
    tellOfRefusal: async (_trx, { address }) => {
      refused.push(address);
      return [];
    },
    limit: 100,
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

/** Only what is said of the mail parks it, only what is said of the recipient marks the address; all else is tried again. */
describe("a mail server that refuses at", () => {
  const delayed = { counts: { delayed: 1, parked: 0 }, state: "pending", address: false };
  const parked = { counts: { delayed: 0, parked: 1 }, state: "parked", address: false };
  it.each([
    ["the greeting", { greeting: "554 5.7.1 you are on a list" }, delayed],
    ["AUTH, because the password is another", { AUTH: "535 5.7.8 credentials invalid" }, delayed],
    ["MAIL FROM, because TLS is wanted", { MAIL: "530 5.7.0 must issue a STARTTLS command first" }, delayed],
    ["MAIL FROM, because of the sender", { MAIL: "553 5.7.1 sender not owned by user" }, delayed],
    ["RCPT TO, because of the sender", { RCPT: "550 5.1.8 sender domain not found" }, delayed],
    ["RCPT TO, because it relays for nobody", { RCPT: "554 5.7.1 relay access denied" }, delayed],
    ["RCPT TO, because nobody has signed in", { RCPT: "530 authentication required" }, delayed],
    ["DATA, before it has the mail", { DATA: "554 5.5.1 not now" }, delayed],
    ["RCPT TO", { RCPT: "550 no such user here" }, { ...parked, address: true }],
    ["RCPT TO, with a code", { RCPT: "550 5.1.10 recipient not found" }, { ...parked, address: true }],
    ["the end of the mail", { mail: "554 looks like spam" }, parked],
    ["the end of the mail, because of the sender", { mail: "550 5.1.7 bad sender" }, delayed],
    ["the end of the mail, because the sender is another's", { mail: "554 5.2.252 SendAsDenied" }, delayed],
    ["the end of the mail, because of the mailbox", { mail: "550 5.1.1 no such user" }, { ...parked, address: true }],
  ] as const)("%s", async (_, refusal, expected) => {
    answers = refusal;
    expect(await deliver("accepts")).toMatchObject(expected.counts);
    expect(await stored()).toMatchObject({
      state: expected.state,
      tries: 1,
      lastError: expect.stringContaining(Object.values(refusal).join()),
    });
    expect(refused).toEqual(expected.address ? ["ada@example.org"] : []);
  });

  it("AUTH ends the run like one that is away: a new password lets all of them leave", async () => {
    for (let person = 0; person < 30; person += 1) {
      await plan(database.db, [lapseNotice(await aPerson(database.db, `p${person}@example.org`), "30", person)], now);
    }
    answers = { AUTH: "535 5.7.8 credentials invalid" };
    const { delayed, parked } = await deliver("accepts");
    expect(delayed).toBeGreaterThanOrEqual(5);
    expect(delayed).toBeLessThan(10);
    expect(parked).toBe(0);
    answers = {};
    expect(await deliver("accepts")).toMatchObject({ sent: 31 });
    expect(refused).toEqual([]);
  });
});
