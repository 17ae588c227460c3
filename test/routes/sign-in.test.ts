import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { policy } from "~/kernel/policy";
import { issueLink } from "~/people/issue-link.server";
import { hashPassword } from "~/people/password.server";
import { updatePasswordHash } from "~/people/person-queries.server";
import type { Database } from "~/platform/database/handle";
import { inTransaction } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { aMember, anOrganisation } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

let database: Database;
let served: ServedPortal;
let now = new Date("2027-03-15T08:00:00Z");
const password = "correct horse battery staple";
const people: Record<string, string> = {};

beforeAll(async () => {
  database = await testDatabase();
  served = await servePortal(database, { now: () => now });
  const organisationId = await anOrganisation(database.db);
  const hash = await hashPassword(password);
  for (const name of ["Anna", "Bert", "Cleo", "Dora"]) {
    const personId = await aMember(database.db, organisationId, name, { partnerAdmin: true });
    people[name] = personId;
    await inTransaction(database.db, (trx) => updatePasswordHash(trx, personId, hash));
  }
});
afterAll(async () => {
  served.close();
  await database.close();
});

interface Heard {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** The cookie of the sign-in that it set, with all its attributes. */
  readonly set: string | undefined;
  /** As a browser sends it back. */
  readonly cookie: string;
}

async function hear(response: Response): Promise<Heard> {
  const set = response.headers.getSetCookie().find((one) => /^(__Host-)?sign-in=/.test(one));
  return {
    status: response.status,
    headers: response.headers,
    html: await response.text(),
    set,
    cookie: set?.slice(0, set.indexOf(";")) ?? "",
  };
}

const send = async (path: string, fields: Record<string, string>, cookie = "", to = served): Promise<Heard> =>
  hear(
    await fetch(to.url + path, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams(fields),
      headers: { Cookie: cookie, "Sec-Fetch-Site": "same-origin" },
    }),
  );
const open = async (path: string, cookie = ""): Promise<Heard> =>
  hear(await fetch(served.url + path, { redirect: "manual", headers: { Cookie: cookie } }));
const signIn = (name: string, given = password, cookie = ""): Promise<Heard> =>
  send("/sign-in", { email: `${name.toLowerCase()}@example.org`, password: given }, cookie);
const isSignedIn = async (cookie: string): Promise<boolean> => (await open("/me", cookie)).status === 200;

/** A page but for what differs from request to request. */
const shown = ({ status, html }: Heard) => ({
  status,
  html: html
    .replaceAll(/nonce(=|":)"[^"]+"/g, "")
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "")
    .replaceAll(/(anna|nobody)@example\.org/g, "who@example.org"),
});

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/**
 * What each of nine answers took by the clock given, for somebody who has an account and somebody who has none: in turns, so that whatever else the
 * machine does slows both.
 */
async function inTurns(
  ask: (email: string) => Promise<unknown>,
  clock: () => number = () => performance.now(),
): Promise<Record<string, number[]>> {
  await database.pool.query("delete from rate_limit");
  const times: Record<string, number[]> = { anna: [], nobody: [] };
  for (let round = 0; round < 9; round += 1) {
    for (const [name, taken] of Object.entries(times)) {
      const startedAt = clock();
      await ask(`${name}@example.org`);
      taken.push(clock() - startedAt);
      // So that no answer is the refusal of too many tries.
      await database.pool.query("delete from rate_limit");
    }
  }
  return times;
}

/** Of the least of each, as other work on the machine only ever adds. */
function ratioOfLeast(times: Record<string, number[]>): number {
  const [known = 0, unknown = 0] = Object.values(times).map((taken) => Math.min(...taken));
  return Math.max(known, unknown) / Math.min(known, unknown);
}

describe("no account is revealed", () => {
  it("by the answer to a sign-in", async () => {
    const wrong = shown(await signIn("anna", "not the password"));
    expect(wrong.status).toBe(409);
    expect(shown(await signIn("nobody", "not the password"))).toEqual(wrong);
  });

  it("by the time that a sign-in takes", async () => {
    // In CPU, which is what the hash takes: without one to compare with, the answer would come for half of it.
    const times = await inTurns(
      (email) => send("/sign-in?_data=routes%2Fsign-in%2Froute", { email, password: "wrong" }),
      cpuMs,
    );
    expect(ratioOfLeast(times)).toBeLessThan(1.7);
  });

  it("by the answer to a forgotten password", async () => {
    const known = shown(await send("/forgot-password", { email: "anna@example.org" }));
    expect(known.status).toBe(200);
    expect(shown(await send("/forgot-password", { email: "nobody@example.org" }))).toEqual(known);
  });

  it("by the time that a forgotten password takes", async () => {
    const times = await inTurns((email) => send("/forgot-password?_data=routes%2Fforgot-password%2Froute", { email }));
    // Writing the link and its mail goes on within the least time that every answer takes. Timers may be a millisecond early.
    expect(Math.min(...Object.values(times).flat())).toBeGreaterThan(498);
    expect(ratioOfLeast(times)).toBeLessThan(1.5);
    const { rows } = await database.pool.query("select count(*) as count from one_time_link");
    expect(rows[0]?.count, "a link for each time that the account was asked for").toBeGreaterThanOrEqual(9);
  });
});

describe("too many failures", () => {
  it("are a 429 that says when to come back, for the account alone; the right password waits as well", async () => {
    for (let tries = 0; tries < policy.signInFailuresPerAccount; tries += 1) {
      expect((await signIn("bert", "wrong")).status).toBe(409);
    }
    const refused = await signIn("bert");
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get("Retry-After"));
    expect(seconds).toBeGreaterThan(0);
    expect(refused.html).toContain(`in ${seconds / 60} minutes`);
    expect(refused.html).toContain('href="/forgot-password"');
    expect(refused.html).toContain("bert@example.org");
    expect(refused.set).toBeUndefined();
    expect((await signIn("cleo")).status).toBe(302);
  });

  it("from one address lock that address out, whomever it tries", async () => {
    await database.pool.query("delete from rate_limit");
    const tries = Array.from({ length: policy.signInFailuresPerAddress }, (_, index) =>
      signIn(`guess${index}`, "wrong"),
    );
    await Promise.all(tries);
    expect((await signIn("cleo")).status).toBe(429);
    await database.pool.query("delete from rate_limit");
  });
});

describe("a sign-in", () => {
  it("gets a number of its own, whatever the browser brought", async () => {
    const first = await signIn("anna");
    const second = await signIn("anna", password, first.cookie);
    expect(second.cookie).not.toBe(first.cookie);
    expect(await isSignedIn(second.cookie)).toBe(true);
    expect(await isSignedIn(first.cookie), "the one before is over").toBe(false);
    const planted = await signIn("anna", password, "sign-in=planted-by-somebody");
    expect(planted.cookie).not.toContain("planted");
    expect(await isSignedIn("sign-in=planted-by-somebody")).toBe(false);
  });

  it("cannot be made up, nor changed", async () => {
    const { cookie } = await signIn("anna");
    const [value = ""] = decodeURIComponent(cookie.slice("sign-in=".length)).split(".");
    for (const forged of [value, `${value}.`, `${value}.AAAA`, cookie.slice("sign-in=".length, -2), ""]) {
      expect(await isSignedIn(`sign-in=${encodeURIComponent(forged)}`)).toBe(false);
    }
  });

  it("ends with signing out, here or everywhere", async () => {
    const [laptop, phone, other] = [await signIn("anna"), await signIn("anna"), await signIn("cleo")];
    const out = await send("/sign-out", {}, laptop.cookie);
    expect(out.set).toMatch(/^sign-in=;/);
    expect([await isSignedIn(laptop.cookie), await isSignedIn(phone.cookie)]).toEqual([false, true]);
    const again = await signIn("anna");
    await send("/sign-out", { everywhere: "yes" }, again.cookie);
    expect([await isSignedIn(again.cookie), await isSignedIn(phone.cookie)]).toEqual([false, false]);
    expect(await isSignedIn(other.cookie), "nobody else is signed out").toBe(true);
  });

  it("ends when its days are over", async () => {
    const { cookie } = await signIn("anna");
    const start = now;
    now = new Date(start.getTime() + policy.signInDays * 86_400_000 - 1);
    expect(await isSignedIn(cookie)).toBe(true);
    now = new Date(start.getTime() + policy.signInDays * 86_400_000);
    expect(await isSignedIn(cookie)).toBe(false);
    now = start;
  });

  it("keeps its cookie from scripts and other sites, and over TLS from other hosts", async () => {
    const plain = await signIn("anna");
    expect(plain.set).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    const secure = await servePortal(database, { now: () => now, baseUrl: "https://portal.example.org" });
    const { set } = await send("/sign-in", { email: "anna@example.org", password }, "", secure);
    secure.close();
    expect(set).toMatch(/^__Host-sign-in=/);
    expect(set).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(set).not.toContain("Domain");
  });
});

describe("after signing in", () => {
  const returned = async (next: string) =>
    (await send(`/sign-in?${new URLSearchParams({ next })}`, { email: "dora@example.org", password })).headers.get(
      "Location",
    );

  it("one is back at the page that was asked for", async () => {
    const asked = await open("/training?month=2027-04");
    expect(asked.headers.get("Location")).toBe("/sign-in?next=%2Ftraining%3Fmonth%3D2027-04");
    expect(await returned("/training?month=2027-04")).toBe("/training?month=2027-04");
  });

  it.each([
    "//evil.example",
    "https://evil.example",
    "https:evil.example",
    "\\\\evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    " //evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.example",
    "@evil.example",
    `/${"a".repeat(3_000)}`,
  ])("never elsewhere: %j", async (next) => {
    expect(await returned(next)).toBe("/");
    const switched = await send("/language", { language: "en", returnTo: next });
    expect(switched.headers.get("Location")).toBe("/");
  });

  it.each(["//evil.example/organisations", "/.//evil.example", "/%2f%2fevil.example"])(
    "an address that looks like a host leads nowhere: %s",
    async (path) => {
      const location = (await open(path)).headers.get("Location") ?? "/";
      expect(new URL(location, served.url).host).toBe(new URL(served.url).host);
    },
  );
});

describe("a one-time link", () => {
  const fresh = async (seed: string, name = "Cleo"): Promise<string> => {
    const personId = people[name] ?? "";
    const command = { personId, purpose: "password_reset" } as const;
    await inTransaction(database.db, (trx) => issueLink(trx, command, now, seededRandom(seed)));
    return `/link/${seededRandom(seed).bytes(24).toString("base64url")}`;
  };
  const chosen = "four other words at random";
  const choose = (path: string) => send(path, { password: chosen, again: chosen });

  it("sets a password once, signs in, and ends every sign-in and every other link of the person", async () => {
    const before = await signIn("cleo");
    const [older, newer] = [await fresh("older"), await fresh("newer")];
    expect((await open(newer)).status).toBe(200);
    expect((await open(newer)).html, "looking does not use it up").toContain('name="password"');
    const done = await choose(newer);
    expect(done.status).toBe(302);
    expect(await isSignedIn(done.cookie)).toBe(true);
    expect(await isSignedIn(before.cookie)).toBe(false);
    expect((await choose(newer)).status).toBe(409);
    expect((await choose(older)).status).toBe(409);
    expect((await open(older)).html).not.toContain('name="password"');
    expect((await signIn("cleo")).status).toBe(409);
    expect((await signIn("cleo", chosen)).status).toBe(302);
  });

  it("is over when its hours are", async () => {
    const path = await fresh("hours");
    const start = now;
    now = new Date(start.getTime() + policy.passwordResetHours * 3_600_000);
    expect((await choose(path)).status).toBe(409);
    expect((await open(path)).html).toContain('href="/forgot-password"');
    now = new Date(now.getTime() - 1);
    expect((await choose(path)).status).toBe(302);
    now = start;
  });

  it("sent twice at once sets one password", async () => {
    const path = await fresh("twice", "Dora");
    const statuses = (await Promise.all([choose(path), choose(path)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([302, 409]);
  });

  it("is told to nobody: no referrer to elsewhere, no log", async () => {
    const path = await fresh("quiet", "Dora");
    const page = await open(path);
    expect(page.headers.get("Referrer-Policy")).toBe("same-origin");
    const token = path.slice("/link/".length);
    expect(served.log.filter((line) => line.includes(token))).toEqual([]);
  });
});
