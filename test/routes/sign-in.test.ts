import { describe, expect, it } from "vitest";
import { policy } from "~/kernel/policy";
import { servePortal } from "../set-up/served-portal";
import { password, signInWorld } from "./sign-in-world";

const world = signInWorld();

describe("too many failures", () => {
  it("are a 429 that says when to come back, for the account alone; the right password waits as well", async () => {
    for (let tries = 0; tries < policy.signInFailuresPerAccount; tries += 1) {
      expect((await world().signIn("bert", "wrong")).status).toBe(409);
    }
    const refused = await world().signIn("bert");
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get("Retry-After"));
    expect(seconds).toBeGreaterThan(0);
    expect(refused.html).toContain(`in ${seconds / 60} minutes`);
    expect(refused.html).toContain('href="/forgot-password"');
    expect(refused.html).toContain("bert@example.org");
    expect(refused.set).toBeUndefined();
    expect((await world().signIn("cleo")).status).toBe(302);
  });

  it("from one address lock that address out, whomever it tries", async () => {
    await world().forgetTries();
    const tries = Array.from({ length: policy.signInFailuresPerAddress }, (_, index) =>
      world().signIn(`guess${index}`, "wrong"),
    );
    await Promise.all(tries);
    expect((await world().signIn("cleo")).status).toBe(429);
    await world().forgetTries();
  });
});

describe("a sign-in", () => {
  it("gets a number of its own, whatever the browser brought", async () => {
    const first = await world().signIn("anna");
    const second = await world().signIn("anna", password, first.cookie);
    expect(second.cookie).not.toBe(first.cookie);
    expect(await world().isSignedIn(second.cookie)).toBe(true);
    expect(await world().isSignedIn(first.cookie), "the one before is over").toBe(false);
    const planted = await world().signIn("anna", password, "sign-in=planted-by-somebody");
    expect(planted.cookie).not.toContain("planted");
    expect(await world().isSignedIn("sign-in=planted-by-somebody")).toBe(false);
  });

  it("cannot be made up, nor changed", async () => {
    const { cookie } = await world().signIn("anna");
    const [value = ""] = decodeURIComponent(cookie.slice("sign-in=".length)).split(".");
    for (const forged of [value, `${value}.`, `${value}.AAAA`, cookie.slice("sign-in=".length, -2), ""]) {
      expect(await world().isSignedIn(`sign-in=${encodeURIComponent(forged)}`)).toBe(false);
    }
  });

  it("ends with signing out, here or everywhere", async () => {
    const [laptop, phone, other] = [
      await world().signIn("anna"),
      await world().signIn("anna"),
      await world().signIn("cleo"),
    ];
    const out = await world().send("/sign-out", {}, laptop.cookie);
    expect(out.set).toMatch(/^sign-in=;/);
    expect([await world().isSignedIn(laptop.cookie), await world().isSignedIn(phone.cookie)]).toEqual([false, true]);
    const again = await world().signIn("anna");
    await world().send("/sign-out", { everywhere: "yes" }, again.cookie);
    expect([await world().isSignedIn(again.cookie), await world().isSignedIn(phone.cookie)]).toEqual([false, false]);
    expect(await world().isSignedIn(other.cookie), "nobody else is signed out").toBe(true);
  });

  it("ends when its days are over", async () => {
    const { cookie } = await world().signIn("anna");
    const start = world().now;
    world().now = new Date(start.getTime() + policy.signInDays * 86_400_000 - 1);
    expect(await world().isSignedIn(cookie)).toBe(true);
    world().now = new Date(start.getTime() + policy.signInDays * 86_400_000);
    expect(await world().isSignedIn(cookie)).toBe(false);
    world().now = start;
  });

  it("keeps its cookie from scripts and other sites, and over TLS from other hosts", async () => {
    const plain = await world().signIn("anna");
    expect(plain.set).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    const secure = await servePortal(world().database, {
      now: () => world().now,
      baseUrl: "https://portal.example.org",
    });
    const { set } = await world().send("/sign-in", { email: "anna@example.org", password }, "", secure);
    secure.close();
    expect(set).toMatch(/^__Host-sign-in=/);
    expect(set).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(set).not.toContain("Domain");
  });
});

describe("after signing in", () => {
  const returned = async (next: string) =>
    (
      await world().send(`/sign-in?${new URLSearchParams({ next })}`, { email: "dora@example.org", password })
    ).headers.get("Location");

  it("one is back at the page that was asked for", async () => {
    const asked = await world().open("/training?month=2027-04");
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
    const switched = await world().send("/language", { language: "en", returnTo: next });
    expect(switched.headers.get("Location")).toBe("/");
  });

  it.each(["//evil.example/organisations", "/.//evil.example", "/%2f%2fevil.example"])(
    "an address that looks like a host leads nowhere: %s",
    async (path) => {
      const location = (await world().open(path)).headers.get("Location") ?? "/";
      expect(new URL(location, world().served.url).host).toBe(new URL(world().served.url).host);
    },
  );
});
