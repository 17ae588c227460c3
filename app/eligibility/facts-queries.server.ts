import { sql } from "kysely";
import { secondLevelAdministrator } from "~/examination/blueprint";
import type { Day, DayRange } from "~/kernel/calendar";
import { selectObligations } from "~/organisations/standing-queries.server";
import type { Reader } from "~/platform/database/handle";
import type { CertificateFact, MemberFact, StandingFacts } from "./counting";
import { groupedBy } from "./grouped-by";

/** The facts of one organisation with what people are called. */
export interface OrganisationFacts extends StandingFacts {
  readonly certificates: readonly (CertificateFact & { readonly number: string; readonly renewalWindowDays: number })[];
  /** Of every member there ever was, by person. */
  readonly names: ReadonlyMap<string, string>;
}

const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;

/** `recorded_at <= T and not yet superseded at T`; what holds now when there is no T. */
const known = (alias: "membership" | "certificateSuspension", knownAt: Date | undefined) =>
  knownAt
    ? sql<boolean>`${sql.ref(`${alias}.recordedAt`)} <= ${knownAt} and (${sql.ref(`${alias}.supersededAt`)} is null or ${sql.ref(`${alias}.supersededAt`)} > ${knownAt})`
    : sql<boolean>`${sql.ref(`${alias}.supersededAt`)} is null`;

/**
 * Everything that decides the standing of the organisations, on any day; as it was known at `knownAt`, when given. Six statements,
 * however many organisations. Certificates are those of whoever is or was a member, wherever they were earned.
 */
export async function selectStandingFacts(
  db: Reader,
  organisationIds: readonly string[],
  knownAt?: Date,
): Promise<Map<string, OrganisationFacts>> {
  if (organisationIds.length === 0) return new Map();
  const obligations = await selectObligations(db, organisationIds, knownAt);
  const members = await selectMembers(db, organisationIds, knownAt);
  const certificates = await selectCertificates(db, organisationIds, knownAt);
  const byPerson = groupedBy(certificates, ({ personId }) => personId);
  const byOrganisation = groupedBy(members, ({ organisationId }) => organisationId);
  return new Map(
    [...obligations].map(([organisationId, obligation]) => {
      const here = byOrganisation.get(organisationId) ?? [];
      const names = new Map(here.map(({ personId, fullName }) => [personId, fullName]));
      const held = [...names.keys()].flatMap((personId) => byPerson.get(personId) ?? []);
      return [organisationId, { ...obligation, members: here, certificates: held, names }];
    }),
  );
}

type NamedMember = MemberFact & { readonly organisationId: string; readonly fullName: string };

async function selectMembers(
  db: Reader,
  organisationIds: readonly string[],
  knownAt: Date | undefined,
): Promise<NamedMember[]> {
  return db
    .selectFrom("membership")
    .innerJoin("person", "person.id", "membership.personId")
    .select(["membership.organisationId", "personId", "during", "administrator", "person.fullName"])
    .where("membership.organisationId", "=", anyOf(organisationIds))
    .where(known("membership", knownAt))
    .orderBy("during")
    .execute();
}

async function selectCertificates(db: Reader, organisationIds: readonly string[], knownAt: Date | undefined) {
  const certificates = await db
    .selectFrom("certificate")
    .select(["id as certificateId", "personId", "number", "validity", "renewalWindowDays"])
    .where("programmeCode", "=", secondLevelAdministrator.code)
    .where("personId", "in", (eb) =>
      eb
        .selectFrom("membership")
        .select("membership.personId")
        .where("membership.organisationId", "=", anyOf(organisationIds)),
    )
    .$if(knownAt !== undefined, (query) => query.where("issuedAt", "<=", knownAt ?? null))
    .orderBy("validity")
    .execute();
  const decisions = await selectDecisions(
    db,
    certificates.map(({ certificateId }) => certificateId),
    knownAt,
  );
  return certificates.map((certificate) => ({
    ...certificate,
    validity: closed(certificate.validity),
    ...decisions(certificate.certificateId),
  }));
}

const closed = ({ start, end }: DayRange): DayRange & { end: Day } => {
  if (end === null) throw new RangeError("A certificate without an end: the database refuses these.");
  return { start, end };
};

type Decisions = Pick<CertificateFact, "suspensions" | "revokedOn">;

/** Suspensions and revocations of the certificates, as known; two statements. */
export async function selectDecisions(
  db: Reader,
  certificateIds: readonly string[],
  knownAt?: Date,
): Promise<(certificateId: string) => Decisions> {
  if (certificateIds.length === 0) return () => ({ suspensions: [], revokedOn: null });
  const suspensions = await db
    .selectFrom("certificateSuspension")
    .select(["certificateId", "during"])
    .where("certificateId", "=", anyOf(certificateIds))
    .where(known("certificateSuspension", knownAt))
    .orderBy("during")
    .execute();
  const revocations = await db
    .selectFrom("certificateRevocation")
    .select(["certificateId", "effectiveOn"])
    .where("certificateId", "=", anyOf(certificateIds))
    .$if(knownAt !== undefined, (query) => query.where("recordedAt", "<=", knownAt ?? null))
    .execute();
  const suspended = groupedBy(suspensions, ({ certificateId }) => certificateId);
  const revoked = new Map(revocations.map(({ certificateId, effectiveOn }) => [certificateId, effectiveOn]));
  return (certificateId) => ({
    suspensions: (suspended.get(certificateId) ?? []).map(({ during }) => during),
    revokedOn: revoked.get(certificateId) ?? null,
  });
}
