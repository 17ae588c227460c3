import type { Day } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { planNotices } from "~/notices/plan-notices.server";
import { selectAccount, selectPeopleWithRole } from "~/people/person-queries.server";
import type { Trx } from "~/platform/database/handle";
import { selectAdminsOf, selectOrganisation } from "./organisation-queries.server";

interface Applied {
  readonly applicationId: string;
  readonly actorId: string;
  readonly organisationId: string;
  readonly organisationName: string;
}

/** The portal admins of IONOS learn that an application waits for them. */
export async function tellOfApplication(trx: Trx, applied: Applied, now: Date): Promise<void> {
  const { applicationId, organisationId, organisationName } = applied;
  const { fullName: applicantName } = await selectAccount(trx, applied.actorId);
  const staff = await selectPeopleWithRole(trx, ["portal_admin"]);
  const notices = staff.map(({ personId: recipientId }) => ({
    kind: "second_level_applied" as const,
    ...keyOf({ applicationId, organisationId, recipientId }),
    facts: { organisationId, organisationName, applicantName },
  }));
  await planNotices(trx, notices, now);
}

interface Decided {
  readonly applicationId: string;
  readonly organisationId: string;
  readonly outcome: "approved" | "declined";
  readonly from: Day | null;
  readonly reason: string | null;
}

/** The organisation's partner admins learn how it was decided. */
export async function tellOfDecision(trx: Trx, decided: Decided, now: Date): Promise<void> {
  const { applicationId, organisationId, outcome, from: obligedFrom, reason } = decided;
  const { name: organisationName } = await selectOrganisation(trx, organisationId);
  const facts = {
    organisationId,
    organisationName,
    outcome,
    obligedFrom,
    needed: policy.minimumAdministrators,
    reason,
  };
  const admins = await selectAdminsOf(trx, organisationId, now);
  const notices = admins.map(({ personId: recipientId }) => ({
    kind: "second_level_decided" as const,
    ...keyOf({ applicationId, organisationId, recipientId }),
    facts,
  }));
  await planNotices(trx, notices, now);
}

const keyOf = (of: { applicationId: string; organisationId: string; recipientId: string }) => ({
  subjectId: of.applicationId,
  cycle: of.applicationId,
  stage: "0",
  recipientId: of.recipientId,
  organisationId: of.organisationId,
});
