import type { Writable } from "node:stream";
import type pg from "pg";

/** Sends what is asked of the connection within one turn of the event loop in one write; for connections with `pipeline: true`. */
export function inOnePassage(client: pg.PoolClient): void {
  const { connection } = client as unknown as { readonly connection: { readonly stream: Writable } };
  const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
  let held = false;
  const sent = (...parameters: unknown[]): unknown => {
    if (!held) {
      held = true;
      const { stream } = connection;
      stream.cork();
      process.nextTick(() => {
        held = false;
        stream.uncork();
      });
    }
    return query(...parameters);
  };
  client.query = sent as pg.PoolClient["query"];
}
