import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyChain } from "~/audit/verify-chain.server";
import { selectAttempt } from "~/examination/attempt-queries.server";
import { firstBank } from "~/examination/bank/first-bank";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { readProgrammeVersion } from "~/examination/form-queries.server";
import { selectProgramme, selectProgrammeHistory } from "~/examination/programme-queries.server";
import { standingOf } from "~/examination/programme-versions";
import { publishBank } from "~/examination/publish-bank.server";
import { publishProgramme } from "~/examination/publish-programme.server";
import { previewProgramme } from "~/examination/read-programme.server";
import type { Database } from "~/platform/database/handle";
import { anAttempt, examMorning, trainedPartner } from "../factories/examination";
import { aStaffMember } from "../factories/organisations";
import { aPlan } from "../factories/programmes";
import { testServerDatabase } from "../set-up/database";

const { code } = secondLevelAdministrator;
const minutes = (count: number) => new Date(examMorning.getTime() + count * 60_000);
const days = (count: number) => minutes(count * 1_440);
let database: Database;
let managers: [string, string];
let candidates: readonly string[];

beforeAll(async () => {
  database = await testServerDatabase();
  candidates = (await trainedPartner(database.db, { engineers: 3 })).engineerIds;
  managers = [
    await aStaffMember(database.db, "Emma", "exam_manager"),
    await aStaffMember(database.db, "Edgar", "exam_manager"),
  ];
});
afterAll(() => database.close());

interface Publishing {
  plan?: ReturnType<typeof aPlan>;
  by?: 0 | 1;
  activeFrom?: Date | null;
  basedOn: number;
}
const publish = ({ plan = aPlan(), by = 0, activeFrom = null, basedOn }: Publishing, now: Date) =>
  publishProgramme(database.db, { actorId: managers[by], plan, activeFrom, basedOn, reason: "Release 5" }, now);
const newest = async () => (await selectProgrammeHistory(database.db, code))[0]?.version ?? 0;
const sittingUnder = async (attemptId: string) => {
  const { programmeVersionId } = await selectAttempt(database.db, attemptId);
  return readProgrammeVersion(database.db, programmeVersionId);
};

describe("a new version of the programme", () => {
  it("is what the next start is sat under, and not an attempt under way; the audit says what changed", async () => {
    const { db } = database;
    const before = await anAttempt(db, candidates[0] ?? "", minutes(0));
    const plan = aPlan({ durationMinutes: 60, requiresTraining: false, calculator: "always", items: { storage: 4 } });
    expect(await publish({ plan, basedOn: 1 }, minutes(1))).toEqual({ version: 2 });
    const after = await anAttempt(db, candidates[1] ?? "", minutes(2));
    expect(await sittingUnder(before.attemptId)).toMatchObject({ version: 1, durationMinutes: 45 });
    expect(await sittingUnder(after.attemptId)).toMatchObject({ version: 2, ...plan, cutScorePercent: 70 });
    expect([before.deadlineAt, after.deadlineAt]).toEqual([minutes(45), minutes(62)]);
    const events = await db
      .selectFrom("auditEvent")
      .select(["actorId", "before", "after", "reason"])
      .where("action", "=", "programme.published")
      .where("actorId", "is not", null)
      .execute();
    expect(events).toMatchObject([
      {
        actorId: managers[0],
        before: { version: 1, durationMinutes: 45 },
        after: { version: 2, durationMinutes: 60, requiresTraining: false },
        reason: "Release 5",
      },
    ]);
    expect((await verifyChain(db)).whole).toBe(true);
  });

  it("is published once, however often the form is sent", async () => {
    const plan = aPlan({ durationMinutes: 50 });
    const basedOn = await newest();
    const first = await publish({ plan, basedOn }, minutes(3));
    expect(await publish({ plan, basedOn }, minutes(4))).toEqual(first);
    expect(await newest()).toBe(first.version);
    await expect(publish({ plan, basedOn: first.version }, minutes(5))).rejects.toMatchObject({
      code: "programme_unchanged",
    });
  });

  it("of two managers at once is one's, and the other is told whose", async () => {
    const basedOn = await newest();
    const outcomes = await Promise.allSettled([
      publish({ plan: aPlan({ durationMinutes: 70 }), by: 0, basedOn }, minutes(6)),
      publish({ plan: aPlan({ durationMinutes: 80 }), by: 1, basedOn }, minutes(6)),
    ]);
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    const winner = outcomes[0].status === "fulfilled" ? "Emma" : "Edgar";
    expect(refused).toMatchObject([
      { code: "programme_changed_meanwhile", facts: { version: basedOn + 1, name: expect.stringContaining(winner) } },
    ]);
    expect(await newest()).toBe(basedOn + 1);
  });

  it("by which no form could be drawn is refused with what is short, and nothing is written", async () => {
    const basedOn = await newest();
    await expect(publish({ plan: aPlan({ items: { network: 60 } }), basedOn }, minutes(7))).rejects.toMatchObject({
      code: "programme_not_feasible",
      facts: { section: "network", missing: expect.any(Number) },
    });
    // Three sections of one item each cannot hold what 2.2 lists for them.
    const narrow = aPlan({ items: { network: 1, storage: 1, compute: 1, error_pattern: 1 } });
    await expect(publish({ plan: narrow, basedOn }, minutes(7))).rejects.toMatchObject({
      code: "programme_not_feasible",
      facts: { clause: expect.stringMatching(/^2\.2-/) },
    });
    expect(await newest()).toBe(basedOn);
    const { outlook } = await previewProgramme(database.db, narrow, null, minutes(7));
    expect(outlook.fault).not.toBeNull();
  });

  it("for a later day waits for it, unless another takes its place", async () => {
    const { db } = database;
    const durationAt = async (at: Date) => (await selectProgramme(db, code, at)).durationMinutes;
    await publish({ plan: aPlan({ durationMinutes: 90 }), basedOn: await newest() }, minutes(8));
    const coming = await publish(
      { plan: aPlan({ durationMinutes: 100 }), activeFrom: days(10), basedOn: await newest() },
      minutes(9),
    );
    expect([await durationAt(days(9)), await durationAt(days(10))]).toEqual([90, 100]);
    const preview = await previewProgramme(db, aPlan({ durationMinutes: 90 }), days(5), minutes(10));
    expect([preview.replaced, preview.differences]).toEqual([[coming.version], []]);
    // What is in force anyway, published in its place, calls the coming version off.
    await publish({ plan: aPlan({ durationMinutes: 90 }), activeFrom: days(5), basedOn: coming.version }, minutes(10));
    expect(await durationAt(days(10))).toBe(90);
    const history = await selectProgrammeHistory(db, code);
    const called = history.find(({ version }) => version === coming.version);
    expect(called && standingOf(called, history, minutes(11)).state).toBe("never");
  });

  it("stays, whatever the portal is delivered with at its next start", async () => {
    const { db } = database;
    const before = await selectProgrammeHistory(db, code);
    for (const version of [1, 2, 99]) {
      const programme = { ...secondLevelAdministrator, version, durationMinutes: 10 };
      await publishBank(db, days(20), { programme, items: firstBank });
    }
    expect(await selectProgrammeHistory(db, code)).toEqual(before);
  });
});
