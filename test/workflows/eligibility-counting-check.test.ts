import { afterEach, beforeEach, expect, it } from "vitest";
import { leaveOrganisation } from "~/eligibility/change-membership.server";
import { reinstate, revoke, suspend } from "~/eligibility/decide-on-certificate.server";
import { verifyCounting } from "~/eligibility/verify-counting.server";
import type { Database } from "~/platform/database/handle";
import { aHistory } from "../factories/histories";
import { at, worldOfThree } from "../factories/race-worlds";
import { storeHistories } from "../factories/stored-histories";
import { testServerDatabase } from "../set-up/database";

let database: Database;
beforeEach(async () => {
  database = await testServerDatabase();
});
afterEach(() => database.close());

const kept = async (personId: string) =>
  (
    await database.pool.query<{ line: string }>(
      "select starts_on || ' ' || ends_on as line from counting_interval where person_id = $1 order by 1",
      [personId],
    )
  ).rows.map(({ line }) => line);

it("each change carries over at once to the days on which a person counts", async () => {
  const { organisationId, ada, adas, staffId } = await worldOfThree(database);
  const decision = { actorId: staffId, certificateId: adas, note: "for the test" };
  expect(await kept(ada)).toEqual(["2026-03-10 2027-03-10"]);
  await suspend(database.db, { ...decision, reasonClass: "conduct" }, at("2026-05-01"));
  expect(await kept(ada)).toEqual(["2026-03-10 2026-05-01"]);
  await reinstate(database.db, decision, at("2026-06-01"));
  expect(await kept(ada)).toEqual(["2026-03-10 2026-05-01", "2026-06-01 2027-03-10"]);
  await leaveOrganisation(
    database.db,
    { actorId: null, organisationId, personId: ada, endsOn: "2026-12-01" },
    at("2026-07-01"),
  );
  expect(await kept(ada)).toEqual(["2026-03-10 2026-05-01", "2026-06-01 2026-12-01"]);
  await revoke(database.db, { ...decision, from: "2026-04-01", reasonClass: "conduct" }, at("2026-08-01"));
  expect(await kept(ada)).toEqual(["2026-03-10 2026-04-01"]);
  expect(await verifyCounting(database.db)).toEqual({ people: [], organisations: [] });
});

it.each([
  ["a day too many", "update counting_interval set ends_on = ends_on + 1 where person_id = $1"],
  ["a stretch is gone", "delete from counting_interval where person_id = $1"],
  ["the latest certificate is gone", "delete from latest_certificate where person_id = $1"],
])("the check names whoever is not kept rightly: %s", async (_what, tamper) => {
  const { ben } = await worldOfThree(database);
  await storeHistories(database, [aHistory(1), aHistory(2)]);
  expect(await verifyCounting(database.db)).toEqual({ people: [], organisations: [] });
  await database.pool.query(tamper, [ben]);
  expect((await verifyCounting(database.db)).people).toEqual([ben]);
});

it.each([
  ["a day too late", "update counting_profile set ends[1] = ends[1] + 1 where organisation_id = $1"],
  ["it is gone", "delete from counting_profile where organisation_id = $1"],
])("the check names the organisation whose profile is not that of its people: %s", async (_what, tamper) => {
  const { organisationId } = await worldOfThree(database);
  await database.pool.query(tamper, [organisationId]);
  expect(await verifyCounting(database.db)).toEqual({ people: [], organisations: [organisationId] });
  await database.pool.query("select profile_organisations(array[$1]::uuid[])", [organisationId]);
  expect(await verifyCounting(database.db)).toEqual({ people: [], organisations: [] });
});

it("two changes in one organisation at once leave a profile of both", async () => {
  const { organisationId, ada, ben } = await worldOfThree(database);
  const leave = (personId: string) =>
    leaveOrganisation(database.db, { actorId: null, organisationId, personId, endsOn: "2026-12-01" }, at("2026-07-01"));
  await Promise.all([leave(ada), leave(ben)]);
  const { rows } = await database.pool.query(
    "select ends::text[] as ends from counting_profile where organisation_id = $1",
    [organisationId],
  );
  expect(rows[0]?.ends.slice(0, 2)).toEqual(["2026-12-01", "2026-12-01"]);
  expect(await verifyCounting(database.db)).toEqual({ people: [], organisations: [] });
});
