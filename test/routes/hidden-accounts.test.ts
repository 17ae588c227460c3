import { describe, expect, it } from "vitest";
import { type Heard, signInWorld } from "./sign-in-world";

const world = signInWorld();

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
  await world().forgetTries();
  const times: Record<string, number[]> = { anna: [], nobody: [] };
  for (let round = 0; round < 9; round += 1) {
    for (const [name, taken] of Object.entries(times)) {
      const startedAt = clock();
      await ask(`${name}@example.org`);
      taken.push(clock() - startedAt);
      // So that no answer is the refusal of too many tries.
      await world().forgetTries();
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
    const wrong = shown(await world().signIn("anna", "not the password"));
    expect(wrong.status).toBe(409);
    expect(shown(await world().signIn("nobody", "not the password"))).toEqual(wrong);
  });

  it("by the time that a sign-in takes", async () => {
    // In CPU, which is what the hash takes: without one to compare with, the answer would come for half of it.
    const times = await inTurns(
      (email) => world().send("/sign-in?_data=routes%2Fsign-in%2Froute", { email, password: "wrong" }),
      cpuMs,
    );
    expect(ratioOfLeast(times)).toBeLessThan(1.7);
  });

  it("by the answer to a forgotten password", async () => {
    const known = shown(await world().send("/forgot-password", { email: "anna@example.org" }));
    expect(known.status).toBe(200);
    expect(shown(await world().send("/forgot-password", { email: "nobody@example.org" }))).toEqual(known);
  });

  it("by the time that a forgotten password takes", async () => {
    const times = await inTurns((email) =>
      world().send("/forgot-password?_data=routes%2Fforgot-password%2Froute", { email }),
    );
    // Writing the link and its mail goes on within the least time that every answer takes. Timers may be a millisecond early.
    expect(Math.min(...Object.values(times).flat())).toBeGreaterThan(498);
    expect(ratioOfLeast(times)).toBeLessThan(1.5);
    const { rows } = await world().database.pool.query("select count(*) as count from one_time_link");
    expect(rows[0]?.count, "a link for each time that the account was asked for").toBeGreaterThanOrEqual(9);
  });
});
