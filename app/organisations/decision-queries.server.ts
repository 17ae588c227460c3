import { sql } from "kysely";
import type { Day } from "~/kernel/calendar";
import { notFound } from "~/kernel/rejection";
import type { Reader, Trx } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import type { Decision } from "./decision";

interface NewDecision extends Decision {
  readonly organisationId: string;
  readonly reason: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

/** Enters the decision; what had been decided for its first day or a later one is superseded. Returns its id and theirs. */
export async function insertDecision(trx: Trx, decision: NewDecision): Promise<{ id: string; superseded: string[] }> {
  const { organisationId, effectiveOn, recordedAt } = decision;
  const superseded = await trx
    .updateTable("organisationDecision")
    .set({ supersededAt: recordedAt })
    .where("organisationId", "=", organisationId)
    .where("supersededAt", "is", null)
    .where("effectiveOn", ">=", effectiveOn)
    .returning("id")
    .execute();
  const { id } = await trx
    .insertInto("organisationDecision")
    .values({ ...decision, supersededAt: null })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id, superseded: superseded.map((row) => row.id) };
}

/** Every decision about the organisation, also what was superseded, with who made it; the one made last first. */
export async function selectDecisionHistory(db: Reader, organisationId: string) {
  return db
    .selectFrom("organisationDecision as decision")
    .innerJoin("person", "person.id", "decision.recordedBy")
    .select([
      "decision.id",
      "outcome",
      "effectiveOn",
      "remediationThrough",
      "reason",
      "recordedAt",
      "supersededAt",
      "person.fullName as recordedByName",
    ])
    .where("organisationId", "=", organisationId)
    .orderBy("recordedAt", "desc")
    .orderBy("effectiveOn", "desc")
    .execute();
}

/** The decision that holds on `on`, or today in each one's zone; an organisation without one is left out. */
export async function selectDecisionsOn(
  db: Reader,
  { on, now }: { on?: Day | undefined; now: Date },
): Promise<Map<string, Decision & { readonly reason: string }>> {
  const rows = await db
    .selectFrom("organisationDecision as decision")
    .innerJoin("organisation", "organisation.id", "decision.organisationId")
    .distinctOn("organisationId")
    .select(["organisationId", "outcome", "effectiveOn", "remediationThrough", "reason"])
    .where("supersededAt", "is", null)
    .where(
      sql<boolean>`effective_on <= coalesce(${on ?? null}::date, (${now}::timestamptz at time zone organisation.time_zone)::date)`,
    )
    .orderBy("organisationId")
    .orderBy("effectiveOn", "desc")
    .execute();
  return new Map(rows.map(({ organisationId, ...decision }) => [organisationId, decision]));
}

/** Who at IONOS looks after each organisation; one without is left out. */
export async function selectPartnerManagers(db: Reader, organisationIds: readonly string[]) {
  return organisationIds.length === 0 ? [] : partnerManagers(db, { organisationIds: [...organisationIds] });
}

const partnerManagers = keptQuery((db, { organisationIds }: { organisationIds: readonly string[] }) =>
  db
    .selectFrom("organisation")
    .innerJoin("person", "person.id", "organisation.partnerManagerId")
    .select(["organisation.id as organisationId", "person.id as personId", "person.fullName"])
    .where("organisation.id", "=", sql<string>`any(${organisationIds}::uuid[])`)
    .where("person.deactivatedAt", "is", null),
);

/** Throws `not_found` when there is no such organisation. Returns who it was before. */
export async function updatePartnerManager(
  trx: Trx,
  organisationId: string,
  personId: string | null,
): Promise<string | null> {
  const before = await trx
    .selectFrom("organisation")
    .select("partnerManagerId")
    .where("id", "=", organisationId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!before) throw notFound();
  await trx.updateTable("organisation").set({ partnerManagerId: personId }).where("id", "=", organisationId).execute();
  return before.partnerManagerId;
}
