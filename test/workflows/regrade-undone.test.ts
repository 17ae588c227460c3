import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { selectOptionalByAttempt } from "~/certification/certificate-queries.server";
import { selectAttempt } from "~/examination/attempt-queries.server";
import { selectRegrade } from "~/examination/regrade/regrade-queries.server";
import type { Database } from "~/platform/database/handle";
import {
  apply,
  everything,
  later,
  noticesOf,
  propose,
  type RegradeWorld,
  sitBoth,
  suspensionsOf,
  twoWithOneItem,
  undo,
} from "../factories/regrade-worlds";
import { testServerDatabase } from "../set-up/database";

describe("a regrade", () => {
  let database: Database;
  let world: RegradeWorld;
  beforeEach(async () => {
    database = await testServerDatabase();
    world = await twoWithOneItem(database);
  });
  afterEach(() => database.close());

  it("suspends the certificate of a pass that staff take away, and undoing gives both back", async () => {
    await sitBoth(database, world);
    const { attemptId, personId } = world.passing;
    const before = await selectAttempt(database.db, attemptId);
    const { regradeId } = await propose(database, world, { kind: "drop" }, true);
    await apply(database, world, regradeId);
    const certificate = await selectOptionalByAttempt(database.db, attemptId);
    expect((await selectAttempt(database.db, attemptId)).passed).toBe(false);
    expect(await suspensionsOf(database, certificate?.id ?? "")).toMatchObject([{ supersededAt: null }]);
    expect(await noticesOf(database, personId)).toEqual(
      expect.arrayContaining(["certificate_suspended", "exam_not_passed"]),
    );

    await undo(database, world, regradeId, "suspended");
    const after = await selectAttempt(database.db, attemptId);
    expect(after).toEqual({ ...before, gradedAt: later(320) });
    // Suspended and given back on one day: no day is left on which it was suspended.
    const open = (await suspensionsOf(database, certificate?.id ?? "")).filter(
      ({ supersededAt }) => supersededAt === null,
    );
    expect(open).toEqual([]);
    expect(await noticesOf(database, personId)).toContain("certificate_reinstated");
  });

  it.each(["suspended", "kept"] as const)(
    "undone, leaves a certificate that it brought about %s",
    async (certificates) => {
      await sitBoth(database, world);
      const { attemptId } = world.failing;
      const before = await selectAttempt(database.db, attemptId);
      const { regradeId } = await propose(database, world, { kind: "full_marks" });
      await apply(database, world, regradeId);
      const certificate = await selectOptionalByAttempt(database.db, attemptId);
      await undo(database, world, regradeId, certificates);
      const after = await selectAttempt(database.db, attemptId);
      expect(after.scorePercent).toBe(before.scorePercent);
      expect(after.passed).toBe(certificates === "kept");
      expect(await suspensionsOf(database, certificate?.id ?? "")).toHaveLength(certificates === "kept" ? 0 : 1);
      expect((await selectRegrade(database.db, regradeId)).certificatesAfterUndo).toBe(certificates);
      const effects = await database.db
        .selectFrom("regradeEffect")
        .select(["step", "consequence"])
        .orderBy("step")
        .execute();
      expect(effects).toEqual([
        { step: "applied", consequence: "issued" },
        { step: "undone", consequence: certificates === "kept" ? "pass_kept" : "suspended" },
      ]);
      const once = await everything(database);
      await undo(database, world, regradeId, certificates);
      expect(await everything(database)).toBe(once);
    },
  );
});
