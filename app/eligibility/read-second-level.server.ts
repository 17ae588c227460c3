import { policy } from "~/kernel/policy";
import { selectApplicationsOf } from "~/organisations/application-queries.server";
import { mayApply, optInFrom } from "~/organisations/second-level-application";
import { selectObligation } from "~/organisations/standing-queries.server";
import type { Reader } from "~/platform/database/handle";
import { readOrganisation } from "./read-organisation.server";

/** An organisation's way to second-level support: whether it may apply, its applications, and how far it has come. */
export async function readSecondLevel(db: Reader, organisationId: string, now: Date) {
  const { organisation, today, level, standing, tasks, timeline } = await readOrganisation(db, organisationId, {}, now);
  const applications = await selectApplicationsOf(db, organisationId);
  const open = applications.find(({ outcome }) => outcome === null) ?? null;
  const obligation = await selectObligation(db, organisationId);
  const { verdict } = mayApply({ ...obligation, applied: open !== null }, today);
  const approved = applications.find(({ outcome }) => outcome === "approved") ?? null;
  const optIn = optInFrom(obligation.optIns, today);
  const certified = standing.count;
  return {
    organisation,
    today,
    level,
    verdict,
    open: open && shown(open),
    past: applications.filter((one) => one !== open).map(shown),
    progress:
      verdict === "opted_in"
        ? {
            from: optIn?.start ?? today,
            plan: approved?.plan ?? null,
            /** Named as administrators, whether certified or not. */
            named: timeline.length,
            inTraining: (tasks ?? []).filter((task) => task.kind === "certify" && task.step.kind !== "enrol").length,
            certified,
            needed: policy.minimumAdministrators,
            status: standing.status,
            metSince: standing.metSince,
          }
        : null,
  };
}

type Application = Awaited<ReturnType<typeof selectApplicationsOf>>[number];

const shown = ({ appliedAt, decidedAt, ...application }: Application) => ({
  ...application,
  appliedAt: appliedAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
});

export type ShownApplication = ReturnType<typeof shown>;
