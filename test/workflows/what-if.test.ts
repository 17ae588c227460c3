import { afterAll, beforeAll, expect, it } from "vitest";
import { readWhatIf, type SupposedChanges } from "~/eligibility/read-what-if.server";
import type { Database } from "~/platform/database/handle";
import { aCertificate } from "../factories/certificates";
import { aMember, anOrganisation } from "../factories/organisations";
import { testDatabase } from "../set-up/database";

const now = new Date("2026-06-15T09:00:00Z");
const nothing: SupposedChanges = {
  leaving: [],
  leavingOn: undefined,
  notRenewing: [],
  joining: 0,
  joiningOn: undefined,
  renewals: false,
};

let database: Database;
let organisationId: string;
let ada: string;
beforeAll(async () => {
  database = await testDatabase();
  organisationId = await anOrganisation(database.db);
  for (const name of ["Ada", "Ben", "Cem"]) {
    const personId = await aMember(database.db, organisationId, name);
    await aCertificate(database.db, { personId, organisationId, start: "2026-03-10" });
    if (name === "Ada") ada = personId;
  }
});
afterAll(() => database.close());

const ask = (changes: Partial<SupposedChanges>) =>
  readWhatIf(database.db, { organisationId, ...nothing, ...changes }, now, (ordinal) => `new ${ordinal}`);

it("compares before and after, and records nothing", async () => {
  const prints = () =>
    database.db
      .selectFrom("auditEvent")
      .select((eb) => eb.fn.countAll<number>().as("events"))
      .executeTakeFirstOrThrow();
  const before = await prints();
  const answer = await ask({ leaving: [ada, "nobody"], joining: 1, joiningOn: "2026-07-01" });
  expect(answer.supposition).toMatchObject({ leaving: [ada], leavingOn: "2026-06-15", joining: ["2026-07-01"] });
  expect(answer.before.standing).toMatchObject({ count: 3, status: "met", runway: { day: "2027-03-10" } });
  expect(answer.after.standing).toMatchObject({ count: 2, status: "not_met", fallen: { day: "2026-06-15" } });
  expect(answer.after.seats.map(({ name, state }) => [name, state])).toContainEqual(["new 1", "upcoming"]);
  expect(await prints()).toEqual(before);
});

it("knows no fall while everybody renews, but that of one who does not", async () => {
  const renewing = await ask({ renewals: true });
  expect(renewing.after.standing.runway).toBeNull();
  const failing = await ask({ notRenewing: [ada] });
  expect(failing.supposition.renewals).toBe(true);
  expect(failing.before.standing.runway).toBeNull();
  expect(failing.after.standing.runway).toMatchObject({ day: "2027-03-10", count: 2 });
});

it("takes a day that is past for today", async () => {
  const { supposition } = await ask({ leaving: [ada], leavingOn: "2026-01-01", joining: 2, joiningOn: "2026-01-01" });
  expect(supposition).toMatchObject({ leavingOn: "2026-06-15", joining: ["2026-06-15", "2026-06-15"] });
});
