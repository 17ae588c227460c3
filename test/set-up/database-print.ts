import { createHash } from "node:crypto";
import type { Database } from "~/platform/database/handle";

/** Change with every request of somebody, whatever they may do. */
const counters = new Set(["sign_in_session", "rate_limit", "certificate_document"]);

/** A fingerprint of every row of every table but those named, so that a test can say that nothing at all was changed. */
export async function databasePrint(
  { pool }: Pick<Database, "pool">,
  but: ReadonlySet<string> = new Set(),
): Promise<string> {
  const { rows: tables } = await pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  );
  const printed = tables
    .filter((table) => !counters.has(table.name) && !but.has(table.name))
    .map(
      ({ name }) =>
        `select '${name}' as name, md5(coalesce(string_agg(md5(one::text), '' order by md5(one::text)), '')) as print from "${name}" one`,
    );
  const { rows } = await pool.query<{ name: string; print: string }>(`${printed.join(" union all ")} order by name`);
  return createHash("sha256").update(JSON.stringify(rows)).digest("hex");
}
