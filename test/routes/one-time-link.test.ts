import { describe, expect, it } from "vitest";
import { policy } from "~/kernel/policy";
import { issueLink } from "~/people/issue-link.server";
import { inTransaction } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { signInWorld } from "./sign-in-world";

const world = signInWorld();

describe("a one-time link", () => {
  const fresh = async (seed: string, name = "Cleo"): Promise<string> => {
    const personId = world().people[name] ?? "";
    const command = { personId, purpose: "password_reset" } as const;
    await inTransaction(world().database.db, (trx) => issueLink(trx, command, world().now, seededRandom(seed)));
    return `/link/${seededRandom(seed).bytes(24).toString("base64url")}`;
  };
  const chosen = "four other words at random";
  const choose = (path: string) => world().send(path, { password: chosen, again: chosen });

  it("sets a password once, signs in, and ends every sign-in and every other link of the person", async () => {
    const before = await world().signIn("cleo");
    const [older, newer] = [await fresh("older"), await fresh("newer")];
    expect((await world().open(newer)).status).toBe(200);
    expect((await world().open(newer)).html, "looking does not use it up").toContain('name="password"');
    const done = await choose(newer);
    expect(done.status).toBe(302);
    expect(await world().isSignedIn(done.cookie)).toBe(true);
    expect(await world().isSignedIn(before.cookie)).toBe(false);
    expect((await choose(newer)).status).toBe(409);
    expect((await choose(older)).status).toBe(409);
    expect((await world().open(older)).html).not.toContain('name="password"');
    expect((await world().signIn("cleo")).status).toBe(409);
    expect((await world().signIn("cleo", chosen)).status).toBe(302);
  });

  it("is over when its hours are", async () => {
    const path = await fresh("hours");
    const start = world().now;
    world().now = new Date(start.getTime() + policy.passwordResetHours * 3_600_000);
    expect((await choose(path)).status).toBe(409);
    expect((await world().open(path)).html).toContain('href="/forgot-password"');
    world().now = new Date(world().now.getTime() - 1);
    expect((await choose(path)).status).toBe(302);
    world().now = start;
  });

  it("sent twice at once sets one password", async () => {
    const path = await fresh("twice", "Dora");
    const statuses = (await Promise.all([choose(path), choose(path)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([302, 409]);
  });

  it("is told to nobody: no referrer to elsewhere, no log", async () => {
    const path = await fresh("quiet", "Dora");
    const page = await world().open(path);
    expect(page.headers.get("Referrer-Policy")).toBe("same-origin");
    const token = path.slice("/link/".length);
    expect(world().served.log.filter((line) => line.includes(token))).toEqual([]);
  });
});
