import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    // Pictures that items show, known by the hash of their bytes: the same picture stands here once, and stays as it is.
    `create table item_image (
      sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
      type text not null check (type in ('image/png', 'image/jpeg', 'image/webp')),
      width integer not null check (width between 1 and 8000),
      height integer not null check (height between 1 and 8000),
      bytes bytea not null check (length(bytes) between 1 and 1000000),
      kept_by uuid references person (id),
      kept_at timestamptz not null,
      constraint item_image_named_by_hash check (sha256 = encode(sha256(bytes), 'hex'))
    )`,
    // Compressed already.
    `alter table item_image alter column bytes set storage external`,
    `create trigger item_image_frozen before update on item_image for each row execute function refuse_change()`,
    // Which versions show it, read from their content by the database itself: no version can name a picture that is not there, and none that is
    // shown can be deleted.
    `create table item_version_image (
      item_version_id uuid not null references item_version (id),
      sha256 text not null references item_image (sha256),
      primary key (item_version_id, sha256)
    )`,
    `create index item_version_image_sha256 on item_version_image (sha256)`,
    `create trigger item_version_image_frozen before update or delete on item_version_image for each row execute function refuse_change()`,
    `create function note_images() returns trigger language plpgsql as $$
      begin
        insert into item_version_image (item_version_id, sha256)
          select distinct new.id, exhibit #>> '{image,sha256}'
          from jsonb_array_elements(new.content -> 'exhibits') as exhibit where exhibit ->> 'kind' = 'image';
        return null;
      end $$`,
    `create trigger item_version_shows_images after insert on item_version for each row
      when (jsonb_typeof(new.content -> 'exhibits') = 'array') execute function note_images()`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
