import { sql } from "kysely";
import type { Day } from "~/kernel/calendar";
import type { Reader, Trx } from "~/platform/database/handle";
import { isRehearsal } from "~/platform/database/rehearse";

/** Any number nobody else uses: the daily lists are made one after the other. */
const digestLock = 8_241_003;

export async function lockDigest(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${digestLock}) where not ${isRehearsal}`.execute(trx);
}

/** When each of them was last sent the daily list, and whether that of the day has been; who never was is not in it. */
export async function selectLastDigests(db: Reader, recipientIds: readonly string[], day: Day) {
  const { rows } = await sql<{ recipientId: string; at: Date; hadThatOfTheDay: boolean }>`
    select recipient_id, max(decided_at) as at, bool_or(cycle = ${day}) as had_that_of_the_day
    from notice
    where kind = 'staff_digest' and recipient_id = any(${[...recipientIds]}::uuid[])
    group by recipient_id
  `.execute(db);
  return new Map(rows.map((row) => [row.recipientId, row]));
}

export interface DigestReader {
  readonly recipientId: string;
  readonly since: Date;
}

export interface NearEnd {
  readonly recipientId: string;
  readonly certificateId: string;
  readonly stage: string;
  readonly personName: string;
  readonly organisationName: string;
  readonly certificateNumber: string;
  readonly validThrough: Day;
}

/**
 * Certificates of whose end somebody was told since `since` at a stage of at most `stageDays` days, and of which the reader has not been told at
 * that stage: those that end first in front, a certificate's stages after each other.
 */
export async function selectUntoldNearEnds(
  db: Reader,
  readers: readonly DigestReader[],
  stageDays: number,
): Promise<NearEnd[]> {
  const { rows } = await sql<NearEnd>`
    select recipient_id, certificate_id, stage, facts ->> 'personName' as person_name, facts ->> 'organisationName' as organisation_name,
      facts ->> 'certificateNumber' as certificate_number, facts ->> 'validThrough' as valid_through
    from (
      select distinct on (reader.recipient_id, subject_id, stage) reader.recipient_id, subject_id as certificate_id, stage, facts
      from unnest(${readers.map(({ recipientId }) => recipientId)}::uuid[], ${readers.map(({ since }) => since)}::timestamptz[])
        as reader (recipient_id, since)
      join notice on kind in ('certificate_lapsing', 'certificate_lapsed') and stage::integer <= ${stageDays} and decided_at > reader.since
      where not exists (
        select from digest_entry where digest_entry.recipient_id = reader.recipient_id
          and certificate_id = subject_id and digest_entry.stage = notice.stage)
      order by reader.recipient_id, subject_id, stage, decided_at desc
    ) as told
    order by recipient_id, valid_through, organisation_name, person_name, certificate_id
  `.execute(db);
  return rows;
}

/** Remembers what the readers have been told, and forgets what was told so long before that no list asks for it again. */
export async function insertDigestEntries(trx: Trx, ends: readonly NearEnd[], now: Date, keepDays: number) {
  const column = (name: "recipientId" | "certificateId" | "stage") => ends.map((end) => end[name]);
  // As lists: thousands of rows have more values than a statement may have parameters.
  await sql`
    insert into digest_entry (recipient_id, certificate_id, stage, told_at)
    select *, ${now}::timestamptz
    from unnest(${column("recipientId")}::uuid[], ${column("certificateId")}::uuid[], ${column("stage")}::text[])
  `.execute(trx);
  await sql`
    delete from digest_entry
    where recipient_id = any(${[...new Set(ends.map(({ recipientId }) => recipientId))]}::uuid[])
      and told_at < ${now}::timestamptz - make_interval(days => ${keepDays})
  `.execute(trx);
}
