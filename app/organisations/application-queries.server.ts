import type { Day } from "~/kernel/calendar";
import { notFound } from "~/kernel/rejection";
import type { Reader, Trx } from "~/platform/database/handle";
import type { ApplicationOutcome } from "~/platform/schema/onboarding-tables";

interface NewApplication {
  readonly organisationId: string;
  readonly reason: string;
  readonly plan: string;
  readonly appliedAt: Date;
  readonly appliedBy: string;
}

export async function insertApplication(trx: Trx, application: NewApplication): Promise<string> {
  const row = await trx
    .insertInto("secondLevelApplication")
    .values({
      ...application,
      outcome: null,
      outcomeReason: null,
      obligedFrom: null,
      decidedAt: null,
      decidedBy: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The application that nobody has decided yet; undefined when there is none. */
export async function selectOptionalOpenApplicationId(db: Reader, organisationId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("secondLevelApplication")
    .select("id")
    .where("organisationId", "=", organisationId)
    .where("outcome", "is", null)
    .executeTakeFirst();
  return row?.id;
}

interface Decision {
  readonly outcome: ApplicationOutcome;
  readonly outcomeReason: string | null;
  readonly obligedFrom: Day | null;
  readonly decidedAt: Date;
  readonly decidedBy: string;
}

/** Decides an open application of the organisation; false when it was decided already. Throws `not_found` for any other id. */
export async function decideApplication(
  trx: Trx,
  key: { id: string; organisationId: string },
  decision: Decision,
): Promise<boolean> {
  const row = await trx
    .selectFrom("secondLevelApplication")
    .select("outcome")
    .where("id", "=", key.id)
    .where("organisationId", "=", key.organisationId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  if (row.outcome !== null) return false;
  await trx.updateTable("secondLevelApplication").set(decision).where("id", "=", key.id).execute();
  return true;
}

const applications = (db: Reader) =>
  db
    .selectFrom("secondLevelApplication")
    .innerJoin("organisation", "organisation.id", "organisationId")
    .innerJoin("person as applicant", "applicant.id", "appliedBy")
    .leftJoin("person as decider", "decider.id", "decidedBy")
    .select([
      "secondLevelApplication.id",
      "organisationId",
      "organisation.name as organisationName",
      "organisation.timeZone",
      "reason",
      "plan",
      "appliedAt",
      "applicant.fullName as applicantName",
      "outcome",
      "outcomeReason",
      "obligedFrom",
      "decidedAt",
      "decider.fullName as deciderName",
    ]);

/** Every application of the organisation, the latest first. */
export const selectApplicationsOf = (db: Reader, organisationId: string) =>
  applications(db).where("organisationId", "=", organisationId).orderBy("appliedAt", "desc").execute();

/** What waits for a decision, the oldest first. */
export const selectOpenApplications = (db: Reader) =>
  applications(db).where("outcome", "is", null).orderBy("appliedAt").execute();
