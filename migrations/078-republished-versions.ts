import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // A signed cut score also goes into the versions that are to come, each published again behind the one that carries it: with whose signature, and so why.
    `alter table programme_version
      add column republished_with_study_id uuid references cut_score_study (id),
      add constraint published_with_one_study check (cut_score_study_id is null or republished_with_study_id is null)`,
    // Of those published before, the event of the signature names them.
    `update programme_version set republished_with_study_id = signed.study_id
      from (
        select cut_score_study.id as study_id, programme_code, jsonb_array_elements_text(after -> 'coming')::integer as version
        from audit_event join cut_score_study on cut_score_study.id = subject_id
        where action = 'cut_score.signed' and after ? 'coming'
      ) as signed
      where programme_version.programme_code = signed.programme_code and programme_version.version = signed.version and cut_score_study_id is null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
