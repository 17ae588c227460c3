import { expect, it, onTestFinished } from "vitest";
import { verifyChain } from "~/audit/verify-chain.server";
import { discardRegrade } from "~/examination/regrade/discard-regrade.server";
import { selectRegrade } from "~/examination/regrade/regrade-queries.server";
import { apply, later, propose, sitBoth, twoWithOneItem } from "../factories/regrade-worlds";
import { testServerDatabase } from "../set-up/database";

it("a regrade that is applied and discarded at the same moment is one of the two, and the other is told", async () => {
  const database = await testServerDatabase();
  onTestFinished(() => database.close());
  const world = await twoWithOneItem(database);
  await sitBoth(database, world);
  const discard = (regradeId: string) =>
    discardRegrade(database.db, { actorId: world.examManager, regradeId, reason: "It is right." }, later(310));
  const { regradeId } = await propose(database, world, { kind: "full_marks" });
  const [applied, discarded] = await Promise.allSettled([apply(database, world, regradeId), discard(regradeId)]);
  const { appliedAt, discardedAt } = await selectRegrade(database.db, regradeId);
  expect([applied.status, discarded.status].sort()).toEqual(["fulfilled", "rejected"]);
  expect([appliedAt !== null, discardedAt !== null]).toEqual([
    applied.status === "fulfilled",
    discarded.status === "fulfilled",
  ]);
  if (applied.status === "rejected") expect(applied.reason).toMatchObject({ code: "regrade_discarded" });
  if (discarded.status === "rejected") expect(discarded.reason).toMatchObject({ code: "regrade_applied" });

  const second = await propose(database, world, { kind: "drop" });
  await discard(second.regradeId);
  await discard(second.regradeId);
  await expect(apply(database, world, second.regradeId)).rejects.toMatchObject({ code: "regrade_discarded" });
  expect(await selectRegrade(database.db, second.regradeId)).toMatchObject({
    appliedAt: null,
    discardedAt: later(310),
  });
  expect((await verifyChain(database.db)).whole).toBe(true);
});
