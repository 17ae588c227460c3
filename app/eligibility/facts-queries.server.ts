import { type RawBuilder, sql } from "kysely";
import { secondLevelAdministrator } from "~/examination/blueprint";
import type { Day, DayRange } from "~/kernel/calendar";
import type { Reader } from "~/platform/database/handle";
import { keptByIds } from "~/platform/database/kept-by-ids";
import type { CertificateFact, StandingFacts } from "./counting";
import { groupedBy } from "./grouped-by";

/** The facts of one organisation with what people are called. */
export interface OrganisationFacts extends StandingFacts {
  readonly certificates: readonly (CertificateFact & { readonly number: string; readonly renewalWindowDays: number })[];
  /** Of every member there ever was, by person. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Everything that decides the standing of the organisations, on any day; as it was known at `knownAt`, when given. One statement,
 * however many organisations. Certificates are those of whoever is or was a member, wherever they were earned.
 */
export async function selectStandingFacts(
  db: Reader,
  organisationIds: readonly string[],
  knownAt?: Date,
): Promise<Map<string, OrganisationFacts>> {
  if (organisationIds.length === 0) return new Map();
  const rows = await (knownAt ? factsAsKnown(db, organisationIds, { knownAt }) : factsNow(db, organisationIds, {}));
  return new Map(
    rows.map(({ organisationId, levels, optIns, members, certificates, suspensions }) => {
      const names = new Map(members.map(([personId, , , , fullName]) => [personId, fullName]));
      const suspended = groupedBy(suspensions, ({ certificateId }) => certificateId);
      const whole = certificates.map(([certificateId, personId, number, start, end, renewalWindowDays, revokedOn]) => ({
        certificateId,
        personId,
        number,
        validity: { start, end },
        renewalWindowDays,
        revokedOn,
        suspensions: (suspended.get(certificateId) ?? []).map(({ during }) => during),
      }));
      const byPerson = groupedBy(whole, ({ personId }) => personId);
      const held = [...names.keys()].flatMap((personId) => byPerson.get(personId) ?? []);
      const belonging = members.map(([personId, start, end, administrator]) => ({
        personId,
        during: { start, end },
        administrator,
      }));
      return [organisationId, { levels, optIns, members: belonging, certificates: held, names }];
    }),
  );
}

interface FactsRow extends Pick<OrganisationFacts, "levels" | "optIns"> {
  readonly organisationId: string;
  /** As lists: of thirty people in their third year there are ninety, and to name each part of each takes as long as to find them. */
  readonly certificates: readonly (readonly [
    certificateId: string,
    personId: string,
    number: string,
    start: Day,
    end: Day,
    renewalWindowDays: number,
    revokedOn: Day | null,
  ])[];
  /** Beside the certificates, few of which ever have one: looked for all at once, not at each. */
  readonly suspensions: readonly { readonly certificateId: string; readonly during: DayRange }[];
  readonly members: readonly (readonly [
    personId: string,
    start: Day,
    end: Day | null,
    administrator: boolean,
    fullName: string,
  ])[];
}

/** A range as the code has it; JSON writes days as text. */
const range = (column: string) =>
  sql`json_build_object('start', lower(${sql.ref(column)}), 'end', upper(${sql.ref(column)}))`;

interface Known {
  /** The row of that table holds. */
  readonly holds: (alias: string) => RawBuilder<boolean>;
  /** The instant of that column has come. */
  readonly happened: (column: string) => RawBuilder<boolean>;
}

const factsNow = keptByIds((_db, named) =>
  facts(named, {
    holds: (alias) => sql`${sql.ref(`${alias}.superseded_at`)} is null`,
    happened: () => sql`true`,
  }),
);

const factsAsKnown = keptByIds((_db, named, { knownAt }: { readonly knownAt: Date }) => {
  const happened = (column: string) => sql<boolean>`${sql.ref(column)} <= ${knownAt}::timestamptz`;
  const holds = (alias: string) => {
    const superseded = sql.ref(`${alias}.superseded_at`);
    return sql<boolean>`${happened(`${alias}.recorded_at`)} and (${superseded} is null or ${superseded} > ${knownAt}::timestamptz)`;
  };
  return facts(named, { holds, happened });
});

const facts = (named: RawBuilder<string>, { holds, happened }: Known) => sql<FactsRow>`
  select organisation.id as organisation_id,
    (
      select coalesce(json_agg(json_build_object('levelCode', level_code, 'secondLevelSupport', second_level_support,
        'during', ${range("level.during")}) order by level.during), '[]')
      from organisation_level as level join programme_level on programme_level.code = level.level_code
      where level.organisation_id = organisation.id and ${holds("level")}
    ) as levels,
    (
      select coalesce(json_agg(${range("opt_in.during")} order by opt_in.during), '[]')
      from second_level_opt_in as opt_in
      where opt_in.organisation_id = organisation.id and ${holds("opt_in")}
    ) as opt_ins,
    (
      select coalesce(json_agg(json_build_array(membership.person_id, lower(membership.during), upper(membership.during), administrator, full_name)
        order by membership.during), '[]')
      from membership join person on person.id = membership.person_id
      where membership.organisation_id = organisation.id and ${holds("membership")}
    ) as members,
    held.certificates,
    (
      select coalesce(json_agg(json_build_object('certificateId', suspension.certificate_id, 'during', ${range("suspension.during")})
        order by suspension.during), '[]')
      from certificate_suspension as suspension
      where suspension.certificate_id = any(held.ids) and ${holds("suspension")}
    ) as suspensions
  from organisation
  cross join lateral (
    select array_agg(certificate.id) as ids,
      coalesce(json_agg(json_build_array(certificate.id, certificate.person_id, number, lower(certificate.validity), upper(certificate.validity),
        renewal_window_days, revocation.effective_on) order by certificate.validity), '[]') as certificates
    from certificate
    left join certificate_revocation as revocation
      on revocation.certificate_id = certificate.id and ${happened("revocation.recorded_at")}
    where programme_code = ${secondLevelAdministrator.code} and ${happened("certificate.issued_at")}
      and certificate.person_id in (select person_id from membership where membership.organisation_id = organisation.id)
  ) as held
  where organisation.id = ${named}
`;

type Decisions = Pick<CertificateFact, "suspensions" | "revokedOn">;

/** Suspensions and revocations of the certificates; two statements. */
export async function selectDecisions(
  db: Reader,
  certificateIds: readonly string[],
): Promise<(certificateId: string) => Decisions> {
  if (certificateIds.length === 0) return () => ({ suspensions: [], revokedOn: null });
  const suspensions = await db
    .selectFrom("certificateSuspension")
    .select(["certificateId", "during"])
    .where("certificateId", "in", [...certificateIds])
    .where("supersededAt", "is", null)
    .orderBy("during")
    .execute();
  const revocations = await db
    .selectFrom("certificateRevocation")
    .select(["certificateId", "effectiveOn"])
    .where("certificateId", "in", [...certificateIds])
    .execute();
  const suspended = groupedBy(suspensions, ({ certificateId }) => certificateId);
  const revoked = new Map(revocations.map(({ certificateId, effectiveOn }) => [certificateId, effectiveOn]));
  return (certificateId) => ({
    suspensions: (suspended.get(certificateId) ?? []).map(({ during }) => during),
    revokedOn: revoked.get(certificateId) ?? null,
  });
}
