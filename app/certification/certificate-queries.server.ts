import { type Insertable, sql } from "kysely";
import { notFound } from "~/kernel/rejection";
import type { Reader, Trx } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import { dayRangeText } from "~/platform/database/ranges";
import type { CertificateTable } from "~/platform/schema/certification-tables";
import type { Language } from "~/platform/schema/people-tables";
import type { Validity } from "./validity";

export interface Certificate
  extends Omit<CertificateTable, "id" | "validity" | "anchorOn" | "issuedOn" | "overlapAllowed"> {
  readonly id: string;
  readonly validity: Validity;
  readonly anchorOn: Validity["start"];
  readonly issuedOn: Validity["start"];
}

const columns = [
  "id",
  "number",
  "programmeCode",
  "personId",
  "organisationId",
  "attemptId",
  "previousCertificateId",
  "validity",
  "anchorOn",
  "term",
  "renewalWindowDays",
  "policyVersion",
  "holderName",
  "organisationName",
  "language",
  "issuedOn",
  "issuedAt",
] as const;

/** The column is a range that the database keeps closed (CHECK), so its end is never null. */
const asCertificate = (row: object): Certificate => row as Certificate;

export async function selectCertificate(db: Reader, id: string): Promise<Certificate> {
  const row = await db.selectFrom("certificate").select(columns).where("id", "=", id).executeTakeFirst();
  if (!row) throw notFound();
  return asCertificate(row);
}

export async function lockCertificate(trx: Trx, id: string): Promise<Certificate> {
  const row = await trx.selectFrom("certificate").select(columns).where("id", "=", id).forUpdate().executeTakeFirst();
  if (!row) throw notFound();
  return asCertificate(row);
}

/** What a certificate says of its holder and of the organisation the exam was sat for. */
export interface HolderFacts {
  readonly fullName: string;
  readonly organisationName: string;
  readonly timeZone: string;
  readonly language: Language;
}

/** Locks the person, so that two certificates of one person are issued one after the other. */
export async function lockHolder(trx: Trx, holder: { personId: string; organisationId: string }): Promise<HolderFacts> {
  const [row] = await holders(trx, holder);
  if (!row) throw notFound();
  return row;
}

const holders = keptQuery((db, { personId, organisationId }: { personId: string; organisationId: string }) =>
  db
    .selectFrom("person")
    .innerJoin("organisation", (join) => join.on("organisation.id", "=", organisationId))
    .select(["fullName", "organisation.name as organisationName", "timeZone", "organisation.language"])
    .where("person.id", "=", personId)
    .forNoKeyUpdate("person"),
);

/** The person's certificate of the programme that ends last, with whether it was revoked. */
export async function selectOptionalLatest(
  db: Reader,
  personId: string,
  programmeCode: string,
): Promise<(Certificate & { revoked: boolean }) | undefined> {
  return (await selectChain(db, personId, programmeCode))[0];
}

/** The person's certificates of the programme, that which ends last first, each with whether it was revoked. */
export async function selectChain(
  db: Reader,
  personId: string,
  programmeCode: string,
): Promise<(Certificate & { revoked: boolean })[]> {
  const rows = await chains(db, { personId, programmeCode });
  return rows.map((row) => ({ ...asCertificate(row), revoked: row.revoked }));
}

const chains = keptQuery((db, { personId, programmeCode }: { personId: string; programmeCode: string }) =>
  db
    .selectFrom("certificate")
    .leftJoin("certificateRevocation as revocation", "revocation.certificateId", "certificate.id")
    .select(columns)
    .select(sql<boolean>`revocation.certificate_id is not null`.as("revoked"))
    .where("personId", "=", personId)
    .where("programmeCode", "=", programmeCode)
    .orderBy(sql`upper(validity)`, "desc")
    .orderBy("issuedAt", "desc"),
);

export async function selectOptionalByAttempt(db: Reader, attemptId: string): Promise<Certificate | undefined> {
  const row = await db.selectFrom("certificate").select(columns).where("attemptId", "=", attemptId).executeTakeFirst();
  return row && asCertificate(row);
}

/** Undefined where another certificate has that number. */
export async function insertCertificate(
  trx: Trx,
  certificate: Omit<Certificate, "id"> & { overlapAllowed: boolean },
): Promise<Certificate | undefined> {
  const [row] = await insertedCertificates(trx, { ...certificate, validity: dayRangeText(certificate.validity) });
  return row && asCertificate(row);
}

type NewCertificate = Omit<Insertable<CertificateTable>, "id" | "overlapAllowed"> & {
  readonly overlapAllowed: boolean;
};

const [, ...writtenColumns] = columns;

const insertedCertificates = keptQuery((db, certificate: NewCertificate) =>
  db
    .insertInto("certificate")
    .values(
      // Column by column: a kept query is built before its values are there.
      Object.fromEntries(
        [...writtenColumns, "overlapAllowed" as const].map((column) => [column, certificate[column]]),
      ) as NewCertificate,
    )
    .onConflict((conflict) => conflict.column("number").doNothing())
    .returning(columns),
);

/** Every certificate of the person, newest first, with what was decided about each. */
export async function selectCertificatesOf(db: Reader, personId: string) {
  const rows = await db
    .selectFrom("certificate")
    .select(columns)
    .where("personId", "=", personId)
    .orderBy(sql`lower(validity)`, "desc")
    .execute();
  const decisions = await selectDecisions(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...asCertificate(row), ...decisionsOf(decisions, row.id) }));
}

export type Decisions = Awaited<ReturnType<typeof selectDecisions>>;

/** Suspensions, revocations and successors of the certificates, in three statements however many there are. */
export async function selectDecisions(db: Reader, certificateIds: readonly string[]) {
  if (certificateIds.length === 0) return { suspensions: [], revocations: [], successors: [] };
  const ids = [...certificateIds];
  const suspensions = await db
    .selectFrom("certificateSuspension")
    .select(["certificateId", "during", "reasonClass", "note"])
    .where("certificateId", "in", ids)
    .where("supersededAt", "is", null)
    .execute();
  const revocations = await db
    .selectFrom("certificateRevocation")
    .select(["certificateId", "effectiveOn", "reasonClass", "note"])
    .where("certificateId", "in", ids)
    .execute();
  const successors = await db
    .selectFrom("certificate")
    .select(["previousCertificateId", "number", "id"])
    .where("previousCertificateId", "in", ids)
    .execute();
  return { suspensions, revocations, successors };
}

/** What `certificateState` asks for, of one certificate. */
export function decisionsOf(decisions: Decisions, certificateId: string) {
  return {
    suspensions: decisions.suspensions.filter((row) => row.certificateId === certificateId),
    revocation: decisions.revocations.find((row) => row.certificateId === certificateId) ?? null,
    renewedBy: decisions.successors.find((row) => row.previousCertificateId === certificateId)?.number ?? null,
  };
}
