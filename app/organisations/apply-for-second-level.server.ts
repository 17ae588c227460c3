import { recordEvents } from "~/audit/record-events.server";
import { type Day, dayIn } from "~/kernel/calendar";
import { conflict } from "~/kernel/rejection";
import { type Db, inTransaction, type Trx } from "~/platform/database/handle";
import type { ApplicationOutcome } from "~/platform/schema/onboarding-tables";
import { decideApplication, insertApplication, selectOptionalOpenApplicationId } from "./application-queries.server";
import { optIn } from "./change-level.server";
import { lockOrganisation } from "./organisation-queries.server";
import { mayApply } from "./second-level-application";
import { selectObligation } from "./standing-queries.server";
import { tellOfApplication, tellOfDecision } from "./tell-of-application.server";

/** An organisation asks to take on second-level support. Throws `second_level_not_open` where its level, or what it has, leaves nothing to ask for. */
export async function applyForSecondLevel(
  db: Db,
  command: { actorId: string; organisationId: string; reason: string; plan: string },
  now: Date,
): Promise<{ applicationId: string }> {
  const { actorId, organisationId, reason, plan } = command;
  return inTransaction(db, async (trx) => {
    const { timeZone, name: organisationName } = await lockOrganisation(trx, organisationId);
    const applied = (await selectOptionalOpenApplicationId(trx, organisationId)) !== undefined;
    const { verdict } = mayApply({ ...(await selectObligation(trx, organisationId)), applied }, dayIn(timeZone, now));
    if (verdict === "already_applied") throw conflict("changed_meanwhile");
    if (verdict !== "may_apply") throw conflict("second_level_not_open");
    const applicationId = await insertApplication(trx, {
      organisationId,
      reason,
      plan,
      appliedAt: now,
      appliedBy: actorId,
    });
    await tellOfApplication(trx, { applicationId, actorId, organisationId, organisationName }, now);
    await recordEvents(
      trx,
      [{ actorId, action: "second_level.applied", ...about(command, applicationId), after: { plan }, reason }],
      now,
    );
    return { applicationId };
  });
}

interface OfApplication {
  readonly actorId: string;
  readonly organisationId: string;
  readonly applicationId: string;
}

/** The organisation takes its application back. */
export async function withdrawApplication(db: Db, command: OfApplication, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    await decide(trx, command, { outcome: "withdrawn", reason: null, from: null }, now);
    await recordDecision(trx, command, { outcome: "withdrawn", reason: null }, now);
  });
}

export async function declineApplication(
  db: Db,
  command: OfApplication & { reason: string },
  now: Date,
): Promise<void> {
  const decision = { outcome: "declined", reason: command.reason, from: null } as const;
  await inTransaction(db, async (trx) => {
    await decide(trx, command, decision, now);
    await tellOfDecision(trx, { ...command, ...decision }, now);
    await recordDecision(trx, command, decision, now);
  });
}

/** IONOS agrees: the organisation is bound from `from` on, and begins in preparation. Run it through `countAgain`. */
export async function approveApplication(
  trx: Trx,
  command: OfApplication & { from: Day; reason: string | null },
  now: Date,
): Promise<void> {
  const { actorId, organisationId, from, reason } = command;
  const decision = { outcome: "approved", reason, from } as const;
  await decide(trx, command, decision, now);
  await tellOfDecision(trx, { ...command, ...decision }, now);
  await optIn(trx, { actorId, organisationId, from }, now);
  await recordDecision(trx, command, decision, now);
}

async function decide(
  trx: Trx,
  { actorId, organisationId, applicationId }: OfApplication,
  { outcome, reason, from }: { outcome: ApplicationOutcome; reason: string | null; from: Day | null },
  now: Date,
): Promise<void> {
  await lockOrganisation(trx, organisationId);
  const decision = { outcome, outcomeReason: reason, obligedFrom: from, decidedAt: now, decidedBy: actorId };
  const decided = await decideApplication(trx, { id: applicationId, organisationId }, decision);
  if (!decided) throw conflict("changed_meanwhile");
}

const recordDecision = (
  trx: Trx,
  command: OfApplication,
  { outcome, reason }: { outcome: ApplicationOutcome; reason: string | null },
  now: Date,
): Promise<void> => {
  const { actorId, applicationId } = command;
  return recordEvents(
    trx,
    [{ actorId, action: `second_level.${outcome}`, ...about(command, applicationId), reason }],
    now,
  );
};

const about = ({ organisationId }: { organisationId: string }, subjectId: string) => ({
  subjectType: "second_level_application",
  subjectId,
  organisationId,
});
