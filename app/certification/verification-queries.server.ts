import { sql } from "kysely";
import type { Reader } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import type { CertificateFacts, Validity } from "./validity";

/** What a verification shows of a certificate, and what it is judged by. */
interface CertificateToVerify extends CertificateFacts {
  readonly number: string;
  readonly holderName: string;
  readonly organisationName: string;
  readonly nameEn: string;
  readonly nameDe: string;
  readonly timeZone: string;
}

/** The certificate of that number with all decisions about it, in one statement: anybody may ask, as often as they like. */
export async function selectOptionalToVerify(db: Reader, number: string): Promise<CertificateToVerify | undefined> {
  const [row] = await certificatesToVerify(db, { number });
  // The column is a range that the database keeps closed (CHECK), so its end is never null.
  return row && { ...row, validity: row.validity as Validity };
}

const certificatesToVerify = keptQuery((db, { number }: { number: string }) =>
  db
    .selectFrom("certificate")
    .innerJoin("organisation", "organisation.id", "certificate.organisationId")
    .innerJoin("certificationProgramme", "certificationProgramme.code", "certificate.programmeCode")
    .select([
      "certificate.number",
      "certificate.validity",
      "certificate.holderName",
      "certificate.organisationName",
      "nameEn",
      "nameDe",
      "timeZone",
      sql<CertificateFacts["suspensions"]>`(
        select coalesce(json_agg(json_build_object('during', json_build_object('start', lower(during), 'end', upper(during)),
          'reasonClass', reason_class) order by during), '[]')
        from certificate_suspension where certificate_id = certificate.id and superseded_at is null
      )`.as("suspensions"),
      sql<CertificateFacts["revocation"]>`(
        select json_build_object('effectiveOn', effective_on, 'reasonClass', reason_class)
        from certificate_revocation where certificate_id = certificate.id
      )`.as("revocation"),
      sql<CertificateFacts["renewedBy"]>`(
        select number from certificate as successor where successor.previous_certificate_id = certificate.id limit 1
      )`.as("renewedBy"),
    ])
    .where("certificate.number", "=", number),
);
