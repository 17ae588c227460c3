import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // An attempt whose result waits until people have marked its reports; it waits as long as the attempt is not graded.
    `create table marking_case (
      attempt_id uuid primary key references attempt (id),
      opened_at timestamptz not null,
      due_at timestamptz not null check (due_at >= opened_at),
      ordinals integer[] not null check (cardinality(ordinals) > 0),
      score_percent numeric(5, 2) not null,
      standard_error numeric(5, 2) not null
    )`,
    `create trigger marking_case_frozen before update or delete on marking_case for each row execute function refuse_change()`,
    // What one person gave one report. Two people at most, in the order in which they gave it, and never the same one twice.
    `create table report_marking (
      id uuid primary key default gen_random_uuid(),
      attempt_id uuid not null references marking_case (attempt_id),
      ordinal integer not null,
      place smallint not null check (place between 1 and 2),
      marker_id uuid not null references person (id),
      points numeric(7, 3) not null check (points >= 0),
      remark text check (length(remark) between 1 and 2000),
      recorded_at timestamptz not null,
      foreign key (attempt_id, ordinal) references attempt_item (attempt_id, ordinal),
      constraint report_marked_by_two unique (attempt_id, ordinal, place),
      constraint report_marked_once_each unique (attempt_id, ordinal, marker_id)
    )`,
    `create index report_marking_marker on report_marking (marker_id)`,
    `create trigger report_marking_frozen before update or delete on report_marking for each row execute function refuse_change()`,
    `create table report_mark (
      report_marking_id uuid not null references report_marking (id),
      criterion text not null check (length(criterion) between 1 and 60),
      share numeric(2, 1) not null check (share in (0, 0.5, 1)),
      remark text check (length(remark) between 1 and 500),
      primary key (report_marking_id, criterion)
    )`,
    `create trigger report_mark_frozen before update or delete on report_mark for each row execute function refuse_change()`,
    // Nobody marks their own report, and nothing is marked once the result stands.
    `create function refuse_marking() returns trigger language plpgsql as $$
      begin
        if exists (select from attempt where id = new.attempt_id and (person_id = new.marker_id or graded_at is not null)) then
          raise exception 'a report is marked by others, and before its result stands' using errcode = 'check_violation';
        end if;
        if not exists (select from marking_case where attempt_id = new.attempt_id and new.ordinal = any (ordinals)) then
          raise exception 'only what waits for marking is marked' using errcode = 'check_violation';
        end if;
        return new;
      end $$`,
    `create trigger report_marking_allowed before insert on report_marking for each row execute function refuse_marking()`,
    // Whatever kinds there are by now, and two more.
    `do $$
      declare kinds text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'notice_kind_check' and conrelid = 'notice'::regclass);
      begin
        alter table notice drop constraint notice_kind_check;
        execute 'alter table notice add constraint notice_kind_check '
          || replace(kinds, 'ARRAY[', 'ARRAY[''exam_waits_for_marking''::text, ''report_to_mark''::text, ');
      end $$`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
