import { sql } from "kysely";
import type { Db } from "~/platform/database/handle";

/** How many notices the ledger holds, and how many of them have their mail in the outbox. */
export async function countNotices(db: Db): Promise<{ notices: number; withMail: number }> {
  const { rows } = await sql<{ notices: number; withMail: number }>`
    select (select count(*) from notice) as notices, (select count(notice_id) from outbox_message) as "withMail"
  `.execute(db);
  return rows[0] ?? { notices: 0, withMail: 0 };
}

/** Every fact that holds now, one line each, in no particular order. */
export async function selectFactLines(db: Db): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', 'member', person_id, organisation_id, administrator, during) as line from membership where superseded_at is null
    union all
    select concat_ws(' ', 'level', organisation_id, level_code, during) from organisation_level where superseded_at is null
    union all
    select concat_ws(' ', 'opted in', organisation_id, during) from second_level_opt_in where superseded_at is null
    union all
    select concat_ws(' ', 'certificate', id, person_id, attempt_id, validity) from certificate
    union all
    select concat_ws(' ', 'suspended', certificate_id, during) from certificate_suspension where superseded_at is null
    union all
    select concat_ws(' ', 'revoked', certificate_id, effective_on) from certificate_revocation
    union all
    select concat_ws(' ', 'attempt', id, person_id, organisation_id, coalesce(passed::text, 'open')) from attempt
  `.execute(db);
  return rows.map(({ line }) => line);
}
