import { sql } from "kysely";
import type { Day } from "~/kernel/calendar";
import type { Reader, Trx } from "~/platform/database/handle";
import { keptByIds } from "~/platform/database/kept-by-ids";
import { keptQuery } from "~/platform/database/kept-query";
import { isRehearsal } from "~/platform/database/rehearse";
import type { NoticeKind } from "~/platform/schema/notice-tables";

const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;

/**
 * Planners of one organisation's notices go one after the other. Always the last lock a transaction takes (after rows and the audit chain),
 * and in one order, so that two planners cannot wait for each other. A rehearsal would hold them, and with them every change, until it ends.
 */
export async function lockStandings(trx: Trx, organisationIds: readonly string[]): Promise<void> {
  await lockedStandings(trx, { organisationIds: [...organisationIds].sort() });
}

const lockedStandings = keptQuery(
  (_db, { organisationIds }: { organisationIds: readonly string[] }) => sql<object>`
    select pg_advisory_xact_lock(hashtextextended(id, 3)) from unnest(${organisationIds}::text[]) as standing (id)
    where not ${isRehearsal}`,
);

const told = (...kinds: readonly NoticeKind[]) => {
  const entries = keptByIds((db, named) =>
    db
      .selectFrom("notice")
      .select(["kind", "subjectId", "cycle", "stage", "recipientId", "decidedAt"])
      .where("kind", "in", [...kinds])
      .where("subjectId", "=", named)
      .orderBy("decidedAt")
      // Two falls of one day may be told in the same instant: `2027-03-10/2` after `2027-03-10`.
      .orderBy(sql`length(cycle)`)
      .orderBy("cycle"),
  );
  return async (db: Reader, subjectIds: readonly string[]) =>
    subjectIds.length === 0 ? [] : entries(db, subjectIds, {});
};

/** What the ledger holds of falls and restorations of the organisations, oldest first. */
export const selectToldOfStandings = told("below_three_now", "restored", "below_three_ahead");

/** What the ledger holds of the ends of the certificates, oldest first. */
export const selectToldOfLapses = told("certificate_lapsing", "certificate_lapsed");

/** The certificates with their holder, the zone they count in, where the holder is a member at `at`, and the end of the holder's others. */
export async function selectEndingCertificates(db: Reader, certificateIds: readonly string[], at: Date) {
  if (certificateIds.length === 0) return [];
  return db
    .selectFrom("certificate")
    .innerJoin("person", "person.id", "certificate.personId")
    .innerJoin("organisation as issuing", "issuing.id", "certificate.organisationId")
    .leftJoin("membership", (join) =>
      join
        .onRef("membership.personId", "=", "certificate.personId")
        .on("membership.supersededAt", "is", null)
        .on(sql<boolean>`membership.during @> (${at}::timestamptz at time zone issuing.time_zone)::date`),
    )
    .leftJoin("organisation as home", "home.id", "membership.organisationId")
    .select([
      "certificate.id as certificateId",
      "certificate.number",
      "certificate.personId",
      "certificate.validity",
      "person.fullName",
      sql<boolean>`person.deactivated_at is null`.as("holderActive"),
      "issuing.id as issuedAtId",
      "issuing.name as issuedAtName",
      "issuing.timeZone",
      "home.id as homeId",
      "home.name as homeName",
      sql<Day | null>`(select max(upper(other.validity)) from certificate as other
        where other.person_id = certificate.person_id and other.programme_code = certificate.programme_code and other.id <> certificate.id
          and not exists (select from certificate_revocation where certificate_id = other.id))`.as("otherEnd"),
    ])
    .where("certificate.id", "=", anyOf(certificateIds))
    .execute();
}
