import type { Database } from "./handle";

/**
 * What a server's checkpointer and autovacuum do and the embedded database leaves to us: write changed pages to their
 * files, so that the next start is quick, and free dead rows. Holds the only connection meanwhile. On a server: nothing.
 */
export async function tidyEmbedded({ kind, pool }: Database): Promise<void> {
  if (kind === "server") return;
  await pool.query("vacuum (analyze)");
  await pool.query("checkpoint");
}
