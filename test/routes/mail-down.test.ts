import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deliverOutbox } from "~/notices/deliver-outbox.server";
import type { Database } from "~/platform/database/handle";
import type { MailTransport } from "~/platform/mail-transport";
import { seededRandom } from "~/platform/random";
import { smtpTransport } from "~/platform/smtp-transport";
import { aPerson, lapseNotice, plan } from "../factories/mails";
import { aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

let database: Database;
let served: ServedPortal;
let cookie: string;
let now = new Date("2027-01-10T07:00:00Z");

beforeAll(async () => {
  database = await testDatabase();
  served = await servePortal(database, { now: () => now });
  cookie = await served.signedIn(await aStaffMember(database.db, "Petra", "portal_admin"));
  await plan(database.db, [lapseNotice(await aPerson(database.db, "ada@example.org"), "30")], now);
});
afterAll(async () => {
  served.close();
  await database.close();
});

async function deliver(mail: MailTransport): Promise<void> {
  await deliverOutbox({
    db: database.db,
    mail,
    baseUrl: "https://portal.example",
    now: () => now,
    random: seededRandom("mail down"),
    stillDue: async () => true,
    tellOfRefusal: async () => [],
    limit: 10,
  });
  now = new Date(now.getTime() + 3_600_000);
}

/** An address at which nobody listens. */
async function deadServer(): Promise<MailTransport> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return smtpTransport(`smtp://127.0.0.1:${port}`, "portal@portal.example");
}

const ready = async () => {
  const response = await fetch(`${served.url}/readyz`);
  return { status: response.status, ...((await response.json()) as object) };
};
const noticesPage = async (language: string) => {
  await fetch(`${served.url}/language`, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: cookie, "Sec-Fetch-Site": "same-origin" },
    body: new URLSearchParams({ language }),
  });
  return (await fetch(`${served.url}/notices`, { headers: { Cookie: cookie } })).text();
};

describe("while the mail server cannot be reached", () => {
  it("the portal serves, says what waits, and says it where staff look", async () => {
    expect(await ready()).toMatchObject({ status: "ready", mailsDelayed: 0 });
    const dead = await deadServer();
    await deliver(dead);
    dead.close();
    expect(await ready()).toMatchObject({ status: "ready", database: "answers", mailsDelayed: 1 });
    expect((await fetch(`${served.url}/healthz`)).status).toBe(200);
    expect(await noticesPage("en")).toContain("One mail could not be handed to the mail server.");
    expect(await noticesPage("de")).toContain("Eine E-Mail konnte nicht an den Mailserver übergeben werden.");
  });

  it("and once it is back the mail leaves, and nothing is said any more", async () => {
    await deliver(served.portal.mail);
    expect(await ready()).toMatchObject({ mailsDelayed: 0 });
    expect(await noticesPage("en")).not.toContain("could not be handed");
  });
});
