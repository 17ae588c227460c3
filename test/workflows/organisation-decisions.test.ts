import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServerDatabase } from "#test/set-up/database";
import { readWholeOverview } from "~/eligibility/read-overview.server";
import { readStatus } from "~/eligibility/read-status.server";
import { sweepEligibility } from "~/eligibility/sweep-organisations.server";
import type { Day } from "~/kernel/calendar";
import { Rejection } from "~/kernel/rejection";
import { decideOnStatus, namePartnerManager } from "~/organisations/decide-on-status.server";
import type { Database } from "~/platform/database/handle";
import type { DecisionOutcome } from "~/platform/schema/staff-tables";
import { readQuestion } from "~/web/overview-query.server";
import { aCertificate } from "../factories/certificates";
import { aMember, anOrganisation, aStaffMember } from "../factories/organisations";

const now = new Date("2027-02-01T09:00:00Z");
let database: Database;
let organisationId: string;
let actorId: string;
beforeEach(async () => {
  database = await testServerDatabase();
  organisationId = await anOrganisation(database.db);
  actorId = await aStaffMember(database.db, "Ines", "portal_admin");
  await aMember(database.db, organisationId, "Boss", { administrator: false, partnerAdmin: true });
});
afterEach(() => database.close());

interface Wish {
  outcome: DecisionOutcome;
  effectiveOn: Day;
  remediationThrough?: Day;
  seenId?: string;
  at?: Date;
}

const decide = ({ outcome, effectiveOn, remediationThrough, seenId = "", at = now }: Wish) =>
  decideOnStatus(
    database.db,
    {
      actorId,
      organisationId,
      outcome,
      effectiveOn,
      remediationThrough: remediationThrough ?? null,
      reason: `of ${outcome}`,
      seenId,
    },
    at,
  );
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof Rejection ? error.code : error),
  );
const decidedOn = async (on: Day) => {
  const question = readQuestion(new Request("https://portal.example/organisations"));
  return (await readWholeOverview(database.db, on, question, now))[0]?.decision?.outcome ?? null;
};

describe("a decision", () => {
  it("stands beside the computed status from its day on, and changes nothing of it", async () => {
    const before = await readStatus(database.db, organisationId, now);
    expect(before).toMatchObject({ computed: "in_preparation", decision: null, history: [] });
    await decide({ outcome: "granted", effectiveOn: "2027-02-01" });
    expect(await readStatus(database.db, organisationId, now)).toMatchObject({
      computed: "in_preparation",
      decision: { outcome: "granted", reason: "of granted", recordedByName: "Ines Staff" },
    });
    expect(await decidedOn("2027-01-31")).toBeNull();
    expect(await decidedOn("2027-02-01")).toBe("granted");
  });

  it("gives way to the next one, and what was decided for later is superseded, not lost", async () => {
    const first = await decide({ outcome: "granted", effectiveOn: "2026-03-01" });
    const planned = await decide({
      outcome: "withdrawn",
      effectiveOn: "2027-04-01",
      seenId: first.decisionId,
    });
    expect(await decidedOn("2027-04-01")).toBe("withdrawn");
    await decide({
      outcome: "remediation",
      effectiveOn: "2027-03-01",
      remediationThrough: "2027-05-31",
      seenId: planned.decisionId,
      at: new Date("2027-02-02T09:00:00Z"),
    });
    expect([await decidedOn("2027-02-28"), await decidedOn("2027-03-01"), await decidedOn("2027-04-01")]).toEqual([
      "granted",
      "remediation",
      "remediation",
    ]);
    const { history } = await readStatus(database.db, organisationId, now);
    expect(history.map(({ outcome, supersededAt }) => [outcome, supersededAt !== null])).toEqual([
      ["remediation", false],
      ["withdrawn", true],
      ["granted", false],
    ]);
  });

  it("is refused to whoever has not seen the last one: also the same form sent twice", async () => {
    const wish: Wish = { outcome: "granted", effectiveOn: "2027-02-01" };
    const [once, again] = await Promise.all([refusal(decide(wish)), refusal(decide(wish))]);
    expect([once, again].filter(Boolean)).toEqual(["changed_meanwhile"]);
    expect((await readStatus(database.db, organisationId, now)).history).toHaveLength(1);
  });

  it("is told to the partner admins with its reason, and stands in the audit chain", async () => {
    const { decisionId } = await decide({ outcome: "suspended", effectiveOn: "2027-02-01" });
    const notices = await database.db
      .selectFrom("notice")
      .innerJoin("person", "person.id", "notice.recipientId")
      .select(["fullName", "subjectId", "facts"])
      .where("kind", "=", "status_decided")
      .execute();
    expect(notices).toMatchObject([
      { fullName: "Boss Example", subjectId: decisionId, facts: { outcome: "suspended", reason: "of suspended" } },
    ]);
    const event = await database.db
      .selectFrom("auditEvent")
      .select(["actorId", "reason", "organisationId"])
      .where("action", "=", "organisation.status_decided")
      .executeTakeFirstOrThrow();
    expect(event).toEqual({ actorId, reason: "of suspended", organisationId });
  });
});

describe("the partner manager", () => {
  async function told(day: string): Promise<string[]> {
    const at = new Date(`${day}T06:00:00Z`);
    await sweepEligibility(database.db, at);
    const rows = await database.db
      .selectFrom("notice")
      .innerJoin("person", "person.id", "notice.recipientId")
      .select(["kind", "fullName"])
      .where("decidedAt", "=", at)
      .where("kind", "in", ["below_three_ahead", "below_three_now"])
      .orderBy("fullName")
      .execute();
    return rows.map(({ kind, fullName }) => `${kind} ${fullName}`);
  }

  it("is told from thirty days before a fall, instead of all portal admins, and with them once it has happened", async () => {
    for (const [name, start] of [
      ["Ada", "2026-03-10"],
      ["Ben", "2026-06-10"],
      ["Cem", "2026-06-10"],
    ] as const) {
      const personId = await aMember(database.db, organisationId, name);
      await aCertificate(database.db, { personId, organisationId, start });
    }
    const managerId = await aStaffMember(database.db, "Mia", "auditor");
    await namePartnerManager(database.db, { actorId, organisationId, personId: managerId }, now);
    expect(await told("2027-02-07")).toEqual(["below_three_ahead Boss Example"]);
    expect(await told("2027-02-08")).toEqual(["below_three_ahead Boss Example", "below_three_ahead Mia Staff"]);
    expect(await told("2027-03-10")).toEqual([
      "below_three_now Boss Example",
      "below_three_now Ines Staff",
      "below_three_now Mia Staff",
    ]);
  });

  it("must be staff", async () => {
    const personId = await aMember(database.db, organisationId, "Ada");
    expect(await refusal(namePartnerManager(database.db, { actorId, organisationId, personId }, now))).toBe(
      "changed_meanwhile",
    );
  });
});
