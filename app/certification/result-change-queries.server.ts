import { sql } from "kysely";
import type { Reader, Trx } from "~/platform/database/handle";
import type { HeldCertificate } from "./result-change";

/** Every certificate of the people, whatever the programme, with what was decided about it; a suspension over by `at` is none. One statement. */
export async function selectHeldCertificates(
  db: Reader,
  personIds: readonly string[],
  at: Date,
): Promise<(HeldCertificate & { readonly personId: string; readonly programmeCode: string })[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<HeldCertificate & { personId: string; programmeCode: string }>`
    select certificate.id as certificate_id, certificate.attempt_id, certificate.person_id, programme_code, validity, anchor_on, term,
      renewal_window_days, issued_at, finished_at as attempt_finished_at, revocation.certificate_id is not null as revoked,
      suspension.certificate_id is not null as suspended,
      coalesce(suspension.reason_class = 'administrative' and effect.consequence = 'suspended', false) as suspended_by_result
    from certificate
    join attempt on attempt.id = certificate.attempt_id
    left join certificate_revocation as revocation on revocation.certificate_id = certificate.id
    left join lateral (
      select certificate_id, reason_class, recorded_at from certificate_suspension
      where certificate_id = certificate.id and superseded_at is null
        and coalesce(upper(during), 'infinity') > (${at}::timestamptz at time zone 'UTC')::date
      order by recorded_at desc limit 1
    ) as suspension on true
    left join lateral (
      select consequence from regrade_effect join regrade on regrade.id = regrade_id
      where regrade_effect.certificate_id = certificate.id
        and case step when 'applied' then applied_at else undone_at end = suspension.recorded_at
      limit 1
    ) as effect on true
    where certificate.person_id = any(${[...personIds]}::uuid[])
  `.execute(db);
  return rows;
}

/**
 * Takes every lock that issuing, suspending and reinstating certificates of these people needs, in one order and before the first audit event:
 * the people, their certificates, and the count of what they hold.
 */
export async function lockHoldersAndCertificates(trx: Trx, personIds: readonly string[]): Promise<void> {
  const ids = [...new Set(personIds)].sort();
  if (ids.length === 0) return;
  await sql`select id from person where id = any(${ids}::uuid[]) order by id for no key update`.execute(trx);
  await sql`select id from certificate where person_id = any(${ids}::uuid[]) order by id for update`.execute(trx);
  // The lock of recount_people (migration 012), which a changed certificate would take later on.
  await sql`select pg_advisory_xact_lock(hashtextextended(id, 12)) from unnest(${ids}::text[]) as holder (id)`.execute(
    trx,
  );
}
