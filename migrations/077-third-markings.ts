import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // Two markings that do not settle a report: from then on a third one, by somebody else, decides it.
    `create table third_marking (
      attempt_id uuid not null references marking_case (attempt_id),
      ordinal integer not null,
      because text not null check (because in ('apart', 'outcome')),
      asked_at timestamptz not null,
      due_at timestamptz not null check (due_at >= asked_at),
      primary key (attempt_id, ordinal),
      foreign key (attempt_id, ordinal) references attempt_item (attempt_id, ordinal)
    )`,
    `create trigger third_marking_frozen before update or delete on third_marking for each row execute function refuse_change()`,
    `alter table report_marking drop constraint report_marking_place_check`,
    `alter table report_marking add constraint report_marking_place_check check (place between 1 and 3)`,
    // Nobody marks their own report, nothing is marked once the result stands, and a third time only where that was asked for.
    `create or replace function refuse_marking() returns trigger language plpgsql as $$
      begin
        if exists (select from attempt where id = new.attempt_id and (person_id = new.marker_id or graded_at is not null)) then
          raise exception 'a report is marked by others, and before its result stands' using errcode = 'check_violation';
        end if;
        if not exists (select from marking_case where attempt_id = new.attempt_id and new.ordinal = any (ordinals)) then
          raise exception 'only what waits for marking is marked' using errcode = 'check_violation';
        end if;
        if new.place = 3 and not exists (select from third_marking where attempt_id = new.attempt_id and ordinal = new.ordinal) then
          raise exception 'a report is marked a third time where the first two do not settle it' using errcode = 'check_violation';
        end if;
        return new;
      end $$`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
