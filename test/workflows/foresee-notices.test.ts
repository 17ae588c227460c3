import { afterEach, beforeEach, expect, it } from "vitest";
import { testServerDatabase } from "#test/set-up/database";
import { databasePrint } from "#test/set-up/database-print";
import { foreseeNotices } from "~/eligibility/foresee-notices.server";
import { sweepEligibility } from "~/eligibility/sweep-organisations.server";
import { addDays, type Day } from "~/kernel/calendar";
import type { Database } from "~/platform/database/handle";
import { aCertificate } from "../factories/certificates";
import { aMember, anOrganisation } from "../factories/organisations";

const today = "2027-01-15" as Day;
let database: Database;
beforeEach(async () => {
  database = await testServerDatabase();
  const organisationId = await anOrganisation(database.db);
  await aMember(database.db, organisationId, "Boss", { administrator: false, partnerAdmin: true });
  for (const [name, start] of [
    ["Ada", "2026-03-20"],
    ["Ben", "2026-05-01"],
    ["Cem", "2026-06-01"],
  ] as const) {
    const personId = await aMember(database.db, organisationId, name);
    await aCertificate(database.db, { personId, organisationId, start });
  }
});
afterEach(() => database.close());

const told = async (on: Day) =>
  (await foreseeNotices(database, on, today)).map(
    ({ kind, stage, recipientName, facts }) => `${kind} ${stage} ${facts.personName ?? "-"} -> ${recipientName}`,
  );

it("foresees just what the sweeps of the coming days will plan, and plans nothing by it", async () => {
  const print = await databasePrint(database);
  const days = Array.from({ length: 36 }, (_, index) => addDays(today, index + 1));
  const foreseen = new Map<Day, string[]>();
  for (const day of days) foreseen.set(day, await told(day));
  expect(await databasePrint(database)).toBe(print);
  expect(foreseen.get("2027-02-18" as Day)).toEqual([
    "below_three_ahead 30 - -> Boss Example",
    "certificate_lapsing 30 Ada Example -> Ada Example",
    "certificate_lapsing 30 Ada Example -> Boss Example",
  ]);

  // Live through the same days: what each day's sweep enters is what was foreseen of it.
  await sweepEligibility(database.db, new Date(`${today}T12:00:00Z`));
  for (const day of days) {
    await sweepEligibility(database.db, new Date(`${day}T12:00:00Z`));
    const entered = await foreseeNotices(database, day, addDays(today, 40));
    expect(
      entered.map(({ kind, stage }) => `${kind} ${stage}`),
      day,
    ).toEqual((foreseen.get(day) ?? []).map((line) => line.split(" ").slice(0, 2).join(" ")));
  }
}, 120_000);
