import type { Database } from "~/platform/database/handle";

/**
 * Ids that the database makes come from a counter and the seed instead of chance, so that the same seed gives the same run. The index is
 * for the checks, which ask after every step what has just been planned.
 */
export async function prepareDatabase({ pool }: Database, seed: string): Promise<void> {
  await pool.query("create index simulated_outbox_created on outbox_message (created_at)");
  await pool.query("create sequence simulated_id");
  await pool.query(
    `create function simulated_uuid() returns uuid language sql volatile as
      $$ select md5('${seed.replace(/[^\w/-]/g, "")}' || nextval('simulated_id'))::uuid $$`,
  );
  const { rows } = await pool.query<{ table_name: string; column_name: string }>(
    "select table_name, column_name from information_schema.columns where table_schema = 'public' and column_default = 'gen_random_uuid()'",
  );
  for (const { table_name: table, column_name: column } of rows) {
    await pool.query(`alter table "${table}" alter column "${column}" set default simulated_uuid()`);
  }
}
