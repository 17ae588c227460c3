import { recordEvents } from "~/audit/record-events.server";
import { conflict } from "~/kernel/rejection";
import { planNotices } from "~/notices/plan-notices.server";
import { selectPeopleWithRole } from "~/people/person-queries.server";
import { type Db, inTransaction } from "~/platform/database/handle";
import type { Decision } from "./decision";
import { insertDecision, selectDecisionHistory, updatePartnerManager } from "./decision-queries.server";
import { lockOrganisation, selectAdminsOf } from "./organisation-queries.server";

export interface DecideOnStatus extends Decision {
  readonly actorId: string;
  readonly organisationId: string;
  readonly reason: string;
  /** The decision made last when the actor looked, "" for none: another one since then refuses this one. */
  readonly seenId: string;
}

/**
 * Records what staff decide about the organisation's second-level status, and tells its partner admins. The computed status stays what it is.
 * Throws `changed_meanwhile` when somebody has decided since, also when this is the same form sent twice.
 */
export async function decideOnStatus(db: Db, command: DecideOnStatus, now: Date): Promise<{ decisionId: string }> {
  const { actorId, seenId, ...decision } = command;
  const { organisationId, outcome, effectiveOn, remediationThrough, reason } = decision;
  return inTransaction(db, async (trx) => {
    const organisation = await lockOrganisation(trx, organisationId);
    const [latest] = await selectDecisionHistory(trx, organisationId);
    if ((latest?.id ?? "") !== seenId) throw conflict("changed_meanwhile");
    const { id, superseded } = await insertDecision(trx, { ...decision, recordedAt: now, recordedBy: actorId });
    const admins = await selectAdminsOf(trx, organisationId, now);
    await planNotices(
      trx,
      admins.map(({ personId }) => ({
        kind: "status_decided",
        subjectId: id,
        cycle: id,
        stage: "0",
        recipientId: personId,
        organisationId,
        facts: {
          organisationId,
          organisationName: organisation.name,
          outcome,
          effectiveOn,
          remediationThrough,
          reason,
        },
      })),
      now,
    );
    const after = { outcome, effectiveOn, remediationThrough, superseded };
    const subject = { subjectType: "organisation", subjectId: organisationId, organisationId };
    await recordEvents(trx, [{ actorId, action: "organisation.status_decided", ...subject, after, reason }], now);
    return { decisionId: id };
  });
}

/**
 * Names who at IONOS looks after the partner and is told when the count is about to fall; null for nobody. Only staff can be named, anybody else
 * is `changed_meanwhile`: the list that was chosen from has changed. The same again changes nothing.
 */
export async function namePartnerManager(
  db: Db,
  command: { actorId: string; organisationId: string; personId: string | null },
  now: Date,
): Promise<void> {
  const { actorId, organisationId, personId } = command;
  await inTransaction(db, async (trx) => {
    if (personId !== null && !(await selectPartnerManagerChoices(trx)).some((one) => one.personId === personId)) {
      throw conflict("changed_meanwhile");
    }
    const before = await updatePartnerManager(trx, organisationId, personId);
    if (before === personId) return;
    const change = { before: { personId: before }, after: { personId } };
    const subject = { subjectType: "organisation", subjectId: organisationId, organisationId };
    await recordEvents(trx, [{ actorId, action: "organisation.partner_manager_named", ...subject, ...change }], now);
  });
}

/** Staff of any role. */
export const selectPartnerManagerChoices = (db: Parameters<typeof selectPeopleWithRole>[0]) =>
  selectPeopleWithRole(db, ["portal_admin", "training_manager", "exam_manager", "auditor"]);
