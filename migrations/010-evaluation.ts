import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // How long the candidate was on the item, as far as the answers tell: from the answer before it, or the start, to the last answer to it.
    `alter table attempt_item add column spent_seconds integer check (spent_seconds >= 0)`,
    `update attempt_item set spent_seconds = timed.seconds
      from (
        select attempt_id, attempt_item.ordinal, greatest(0, extract(epoch from responded_at
          - lag(responded_at, 1, started_at) over (partition by attempt_id order by responded_at, attempt_item.ordinal)))::integer as seconds
        from attempt_item join attempt on attempt.id = attempt_id
        where responded_at is not null and finished_at is not null
      ) as timed
      where timed.attempt_id = attempt_item.attempt_id and timed.ordinal = attempt_item.ordinal`,
    // The points of all sections, and what they were at most, kept beside the result that they follow from: the statistics hold every
    // item against the rest of its attempt.
    `create function result_sum(result jsonb, figure text) returns float8 language sql immutable parallel safe
      as $$ select sum((section ->> figure)::float8) from jsonb_array_elements(result -> 'sections') as section $$`,
    `alter table attempt
      add column points_sum float8 generated always as (result_sum(result, 'points')) stored,
      add column max_points_sum float8 generated always as (result_sum(result, 'maxPoints')) stored`,

    // What is done about an item version that turned out to be faulty: decided, then in force, then perhaps undone.
    `create table regrade (
      id uuid primary key default gen_random_uuid(),
      item_version_id uuid not null references item_version (id),
      treatment jsonb not null,
      take_passes_away boolean not null,
      reason text not null check (length(reason) between 3 and 2000),
      created_at timestamptz not null,
      created_by uuid not null references person (id),
      applied_at timestamptz,
      applied_by uuid references person (id),
      undone_at timestamptz,
      undone_by uuid references person (id),
      undo_reason text check (length(undo_reason) between 3 and 2000),
      certificates_after_undo text check (certificates_after_undo in ('suspended', 'kept')),
      check ((applied_at is null) = (applied_by is null)),
      check ((undone_at is null) = (undone_by is null)),
      check ((undone_at is null) = (undo_reason is null)),
      check ((undone_at is null) = (certificates_after_undo is null)),
      check (undone_at is null or applied_at <= undone_at)
    )`,
    `create unique index one_regrade_in_force on regrade (item_version_id) where applied_at is not null and undone_at is null`,
    // What a regrade, or undoing it, did to each attempt that it touched.
    `create table regrade_effect (
      regrade_id uuid not null references regrade (id),
      step text not null check (step in ('applied', 'undone')),
      attempt_id uuid not null references attempt (id),
      score_before numeric(5, 2) not null,
      score_after numeric(5, 2) not null,
      passed_before boolean not null,
      passed_after boolean not null,
      consequence text not null check (consequence in ('none', 'pass_kept', 'issued', 'not_needed', 'reinstated', 'suspended', 'left')),
      certificate_id uuid references certificate (id),
      primary key (regrade_id, step, attempt_id)
    )`,
    `create table regrade_standing (
      regrade_id uuid not null references regrade (id),
      step text not null check (step in ('applied', 'undone')),
      organisation_id uuid not null references organisation (id),
      status_before text not null,
      count_before integer not null,
      status_after text not null,
      count_after integer not null,
      primary key (regrade_id, step, organisation_id)
    )`,
    // The results an attempt had before the one it has: attempt.graded_at says since when the present one stands.
    `create table attempt_earlier_result (
      id bigint generated always as identity primary key,
      attempt_id uuid not null references attempt (id),
      score_percent numeric(5, 2) not null,
      passed boolean not null,
      result jsonb not null,
      item_points numeric(7, 3)[] not null,
      recorded_at timestamptz not null,
      superseded_at timestamptz not null check (superseded_at >= recorded_at)
    )`,
    `create index attempt_earlier_result_attempt on attempt_earlier_result (attempt_id, superseded_at)`,
    `create trigger attempt_earlier_result_frozen before update or delete on attempt_earlier_result for each row execute function refuse_change()`,
    // Whoever changes a result keeps the one before, with the points of the items as they are: those are changed afterwards.
    `create function keep_earlier_result() returns trigger language plpgsql as $$
      begin
        insert into attempt_earlier_result (attempt_id, score_percent, passed, result, item_points, recorded_at, superseded_at)
        select old.id, old.score_percent, old.passed, old.result,
          array_agg(points order by ordinal), old.graded_at, new.graded_at
        from attempt_item where attempt_id = old.id;
        return null;
      end $$`,
    `create trigger attempt_keeps_earlier_result after update on attempt for each row
      when (old.graded_at is not null and (old.result, old.passed, old.score_percent) is distinct from (new.result, new.passed, new.score_percent))
      execute function keep_earlier_result()`,

    // A modified Angoff study: judges say how likely somebody who just deserves to pass answers each item rightly.
    `create table cut_score_study (
      id uuid primary key default gen_random_uuid(),
      programme_code text not null references certification_programme (code),
      title text not null check (length(title) between 3 and 200),
      blueprint jsonb not null,
      created_at timestamptz not null,
      created_by uuid not null references person (id),
      closed_at timestamptz,
      outcome text check (outcome in ('signed', 'abandoned')),
      closed_by uuid references person (id),
      reason text check (length(reason) between 3 and 2000),
      result jsonb,
      check ((closed_at is null) = (outcome is null) and (closed_at is null) = (closed_by is null) and (closed_at is null) = (reason is null)),
      check ((outcome is not distinct from 'signed') = (result is not null))
    )`,
    `create unique index one_open_cut_score_study on cut_score_study (programme_code) where closed_at is null`,
    `create table cut_score_item (
      study_id uuid not null references cut_score_study (id),
      ordinal integer not null check (ordinal >= 1),
      item_version_id uuid not null references item_version (id),
      primary key (study_id, ordinal),
      unique (study_id, item_version_id)
    )`,
    `create table cut_score_judge (
      study_id uuid not null references cut_score_study (id),
      person_id uuid not null references person (id),
      invited_at timestamptz not null,
      invited_by uuid not null references person (id),
      primary key (study_id, person_id)
    )`,
    // Between two rounds the judges see each other's ratings and the figures of the exam, and discuss.
    `create table cut_score_round (
      study_id uuid not null references cut_score_study (id),
      round integer not null check (round between 1 and 5),
      opened_at timestamptz not null,
      opened_by uuid not null references person (id),
      closed_at timestamptz,
      closed_by uuid references person (id),
      check ((closed_at is null) = (closed_by is null)),
      primary key (study_id, round)
    )`,
    `create table cut_score_rating (
      id uuid primary key default gen_random_uuid(),
      study_id uuid not null,
      round integer not null,
      item_version_id uuid not null,
      person_id uuid not null,
      percent integer not null check (percent between 0 and 100),
      recorded_at timestamptz not null,
      superseded_at timestamptz,
      foreign key (study_id, round) references cut_score_round (study_id, round),
      foreign key (study_id, person_id) references cut_score_judge (study_id, person_id),
      foreign key (study_id, item_version_id) references cut_score_item (study_id, item_version_id)
    )`,
    `create unique index one_cut_score_rating on cut_score_rating (study_id, round, person_id, item_version_id) where superseded_at is null`,
    `create table cut_score_remark (
      id uuid primary key default gen_random_uuid(),
      study_id uuid not null,
      item_version_id uuid not null,
      person_id uuid not null references person (id),
      remark text not null check (length(remark) between 1 and 2000),
      recorded_at timestamptz not null,
      foreign key (study_id, item_version_id) references cut_score_item (study_id, item_version_id)
    )`,
    `create index cut_score_remark_item on cut_score_remark (study_id, item_version_id)`,
    // Where the cut score of the version comes from; null for one that was set without a study.
    `alter table programme_version add column cut_score_study_id uuid unique references cut_score_study (id)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
