import { afterEach, beforeEach, expect, it } from "vitest";
import { leaveOrganisation } from "~/eligibility/change-membership.server";
import { readAbsences } from "~/eligibility/read-absences.server";
import { readOrganisation } from "~/eligibility/read-organisation.server";
import { readRoster } from "~/eligibility/read-roster.server";
import type { Day } from "~/kernel/calendar";
import { attestReadiness } from "~/organisations/attest-readiness.server";
import { dropAbsence, planAbsence } from "~/organisations/plan-absence.server";
import { selectReadiness, selectReadinessOfMembers } from "~/organisations/readiness-queries.server";
import { type ReadinessPoint, readinessByMember } from "~/organisations/support-access";
import type { Database } from "~/platform/database/handle";
import { aCertificate } from "../factories/certificates";
import { aMember, anOrganisation } from "../factories/organisations";
import { testServerDatabase } from "../set-up/database";

const now = new Date("2026-06-15T09:00:00Z");
const tenDaysOn = new Date("2026-06-25T09:00:00Z");

let database: Database;
let organisationId: string;
let ada: string;
beforeEach(async () => {
  database = await testServerDatabase();
  organisationId = await anOrganisation(database.db);
  for (const name of ["Ada", "Ben", "Cem"]) {
    const personId = await aMember(database.db, organisationId, name);
    await aCertificate(database.db, { personId, organisationId, start: "2026-03-10" });
    if (name === "Ada") ada = personId;
  }
});
afterEach(() => database.close());

const plan = (from: Day, through: Day, personId = ada, at = now) =>
  planAbsence(database.db, { actorId: ada, organisationId, personId, from, through }, at);
const planned = async (at = now) =>
  (await readAbsences(database.db, organisationId, at)).absences.map(({ during }) => [during.start, during.end]);

it("is a hint on days with too few there, changes no status, and shows on the timeline", async () => {
  await plan("2026-07-01", "2026-07-10");
  const { standing, thin, timeline } = await readOrganisation(database.db, organisationId, {}, now);
  expect(standing.status).toBe("met");
  expect(thin).toEqual([{ during: { start: "2026-07-01", end: "2026-07-11" }, available: 2, away: ["Ada Example"] }]);
  expect(timeline.find(({ personId }) => personId === ada)?.away).toEqual([{ start: "2026-07-01", end: "2026-07-11" }]);
});

it("is planned once for a day, by a request or by two at once; not for the past, nor for who is no member", async () => {
  const twice = await Promise.allSettled([plan("2026-07-01", "2026-07-10"), plan("2026-07-10", "2026-07-12")]);
  expect(twice.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(twice.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "absence_overlaps" } });
  await expect(plan("2026-06-01", "2026-06-14")).rejects.toMatchObject({ code: "absence_over" });
  const otherId = await anOrganisation(database.db, { name: "Fremdwerk" });
  const stranger = await aMember(database.db, otherId, "Sam");
  await expect(plan("2026-07-20", "2026-07-21", stranger)).rejects.toMatchObject({ kind: "not_found" });
});

it("is taken back as a whole before it begins, from today on while it runs, and once", async () => {
  const ahead = await plan("2026-07-01", "2026-07-10");
  const running = await plan("2026-06-20", "2026-06-30");
  const drop = (absenceId: string, at: Date) =>
    dropAbsence(database.db, { actorId: ada, organisationId, personId: ada, absenceId }, at);
  await drop(ahead.absenceId, now);
  expect(await planned()).toEqual([["2026-06-20", "2026-07-01"]]);
  await drop(running.absenceId, tenDaysOn);
  expect(await planned(tenDaysOn)).toEqual([]);
  expect(await planned(now)).toEqual([["2026-06-20", "2026-06-25"]]);
  await expect(drop(running.absenceId, tenDaysOn)).rejects.toMatchObject({ code: "changed_meanwhile" });
});

it("says of each member of several organisations what is attested, of who has left nothing", async () => {
  const otherId = await anOrganisation(database.db, { name: "Zweitwerk" });
  const dia = await aMember(database.db, otherId, "Dia");
  const gone = await aMember(database.db, otherId, "Eva");
  const membership = { organisationId: otherId, personId: gone };
  await leaveOrganisation(database.db, { actorId: null, ...membership }, now);
  const command = { actorId: ada, organisationId, personId: ada, points: ["support_pin"] as const };
  await attestReadiness(database.db, command, now);
  const rows = await selectReadinessOfMembers(database.db, [organisationId, otherId], tenDaysOn);
  const members = readinessByMember(rows).map(({ member, points }) => [
    member.fullName,
    member.personId === dia,
    points,
  ]);
  expect(members).toEqual([
    ["Ada Example", false, { support_pin: { at: now, by: "Ada Example" } }],
    ["Ben Example", false, {}],
    ["Cem Example", false, {}],
    ["Dia Example", true, {}],
  ]);
  expect(await selectReadinessOfMembers(database.db, [], now)).toEqual([]);
});

it("keeps by whom and when the access to support was attested, and that it holds no more", async () => {
  const attest = (points: readonly ReadinessPoint[]) =>
    attestReadiness(database.db, { actorId: ada, organisationId, personId: ada, points }, now);
  const lacking = async () =>
    (await readRoster(database.db, organisationId, now)).people.find(({ personId }) => personId === ada)?.lacking;
  expect(await lacking()).toEqual(["dcd_access", "support_pin"]);
  await attest(["dcd_access", "support_pin"]);
  await attest(["dcd_access", "support_pin"]);
  expect(await lacking()).toEqual([]);
  expect(await selectReadiness(database.db, organisationId)).toMatchObject([
    { personId: ada, attestedBy: "Ada Example", recordedAt: now },
    { personId: ada, attestedBy: "Ada Example", recordedAt: now },
  ]);
  await attest(["dcd_access"]);
  expect(await lacking()).toEqual(["support_pin"]);
  await attest(["support_pin", "dcd_access"]);
  expect(await lacking()).toEqual([]);
  const rows = await database.db.selectFrom("supportAccessReadiness").select("supersededAt").execute();
  expect(rows.filter(({ supersededAt }) => supersededAt !== null)).toHaveLength(1);
  const stranger = attestReadiness(
    database.db,
    {
      actorId: ada,
      organisationId: await anOrganisation(database.db, { name: "Fremdwerk" }),
      personId: ada,
      points: [],
    },
    now,
  );
  await expect(stranger).rejects.toMatchObject({ kind: "not_found" });
});
