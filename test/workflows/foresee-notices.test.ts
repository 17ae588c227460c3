import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServerDatabase } from "#test/set-up/database";
import { databasePrint } from "#test/set-up/database-print";
import { foreseeNotices } from "~/eligibility/foresee-notices.server";
import { sweepEligibility } from "~/eligibility/sweep-organisations.server";
import { addDays, type Day } from "~/kernel/calendar";
import type { Database } from "~/platform/database/handle";
import { aCertificate } from "../factories/certificates";
import { aMember, anOrganisation } from "../factories/organisations";

const at = (day: Day, time = "12:00"): Date => new Date(`${day}T${time}:00Z`);
const today = at("2027-01-15");
let database: Database;
beforeEach(async () => {
  database = await testServerDatabase();
});
afterEach(() => database.close());

/** A distributor on exactly three, who falls with Ada's certificate on 20 March 2027 by the clock of its zone. */
async function fallingInMarch(timeZone: string, name = "Nordlicht"): Promise<void> {
  const organisationId = await anOrganisation(database.db, { name, timeZone });
  const member = (first: string, options = {}) => aMember(database.db, organisationId, `${first}.${name}`, options);
  await member("Boss", { administrator: false, partnerAdmin: true });
  for (const [first, start] of [
    ["Ada", "2026-03-20"],
    ["Ben", "2026-05-01"],
    ["Cem", "2026-06-01"],
  ] as const) {
    await aCertificate(database.db, { personId: await member(first), organisationId, start });
  }
}

/** What is told on the day, to partner admins and everybody else alike. */
const told = async (on: Day, now = today) =>
  (await foreseeNotices(database, on, now)).map(
    ({ kind, stage, recipientName, facts }) => `${kind} ${stage} ${facts.personName ?? "-"} -> ${recipientName}`,
  );
const ofKind = (lines: readonly string[], kind: string) => lines.filter((line) => line.startsWith(kind));

it("foresees just what the sweeps of the coming days will plan, the fall and its repeats too, and plans nothing by it", async () => {
  await fallingInMarch("Europe/Berlin");
  const print = await databasePrint(database);
  const days = Array.from({ length: 80 }, (_, index) => addDays("2027-01-15", index + 1));
  const looked = days.filter((day) => day < "2027-02-22" || day > "2027-03-17");
  const foreseen = new Map<Day, string[]>();
  for (const day of looked) foreseen.set(day, await told(day));
  expect(await databasePrint(database)).toBe(print);
  expect(foreseen.get("2027-02-18")).toEqual([
    "below_three_ahead 30 - -> Boss.Nordlicht Example",
    "certificate_lapsing 30 Ada.Nordlicht Example -> Ada.Nordlicht Example",
    "certificate_lapsing 30 Ada.Nordlicht Example -> Boss.Nordlicht Example",
  ]);
  const repeats = looked.flatMap((day) =>
    ofKind(foreseen.get(day) ?? [], "below_three_now").map((line) => `${day} ${line}`),
  );
  expect(repeats).toEqual([
    "2027-03-20 below_three_now 0 - -> Boss.Nordlicht Example",
    "2027-03-27 below_three_now 1 - -> Boss.Nordlicht Example",
    "2027-04-03 below_three_now 2 - -> Boss.Nordlicht Example",
  ]);

  // Live through the same days: what each day's sweep enters is what was foreseen of it.
  await sweepEligibility(database.db, today);
  for (const day of days) {
    await sweepEligibility(database.db, at(day));
    if (foreseen.has(day)) expect(await told(day, at("2027-06-01")), day).toEqual(foreseen.get(day));
  }
}, 240_000);

describe("a day that has begun", () => {
  it("shows what was told, and what is still to come where midnight is", async () => {
    await fallingInMarch("Europe/Berlin", "Berliner");
    await fallingInMarch("America/New_York", "Yorker");
    const now = at("2027-02-18", "01:00");
    await sweepEligibility(database.db, now);
    const lines = ofKind(await told("2027-02-18", now), "certificate_lapsing 30");
    expect(lines).toEqual([
      "certificate_lapsing 30 Ada.Berliner Example -> Ada.Berliner Example",
      "certificate_lapsing 30 Ada.Berliner Example -> Boss.Berliner Example",
      "certificate_lapsing 30 Ada.Yorker Example -> Ada.Yorker Example",
      "certificate_lapsing 30 Ada.Yorker Example -> Boss.Yorker Example",
    ]);
  });

  it("shows what is due and has not been swept yet", async () => {
    await fallingInMarch("Europe/Berlin");
    await sweepEligibility(database.db, at("2027-02-17"));
    expect(ofKind(await told("2027-02-18", at("2027-02-18", "00:30")), "below_three_ahead")).toHaveLength(1);
  });
});

describe.each(["Pacific/Auckland", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata"])("in %s", (timeZone) => {
  it("each notice is foreseen for the day it is told on the clock there, and stands there once it was told", async () => {
    await fallingInMarch("Europe/Berlin", "Berliner");
    await fallingInMarch(timeZone, "Insel");
    // A day and an hour away from Kiritimati.
    await fallingInMarch(timeZone === "Pacific/Pago_Pago" ? "Pacific/Kiritimati" : "Pacific/Pago_Pago", "Ferne");
    const days = ["2027-02-17", "2027-02-18", "2027-02-19", "2027-03-20", "2027-03-27"] as const;
    const insels = async (now: Date) => {
      const lines: string[] = [];
      for (const day of days)
        for (const line of await told(day, now)) if (/^below.*Boss.Insel/.test(line)) lines.push(`${day} ${line}`);
      return lines;
    };
    const expected = [
      "2027-02-18 below_three_ahead 30 - -> Boss.Insel Example",
      "2027-03-20 below_three_now 0 - -> Boss.Insel Example",
      "2027-03-27 below_three_now 1 - -> Boss.Insel Example",
    ];
    expect(await insels(at("2027-02-16", "03:00"))).toEqual(expected);
    for (let now = at("2027-02-16", "03:00"); now < at("2027-03-29"); now = new Date(now.getTime() + 3_600_000)) {
      const near = days.some((day) => Math.abs(now.getTime() - at(day).getTime()) < 30 * 3_600_000);
      if (near) await sweepEligibility(database.db, now);
    }
    expect(await insels(at("2027-06-01"))).toEqual(expected);
  }, 300_000);
});
