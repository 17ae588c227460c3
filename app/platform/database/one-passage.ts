import type { Writable } from "node:stream";
import type pg from "pg";

/**
 * Sends what is asked of the connection within one turn of the event loop in one write; for connections with `pipeline: true`. The turn lasts until whoever
 * waits for the next tick has gone on: a commit looks then whether anything before it has failed.
 */
export function inOnePassage(client: pg.PoolClient): void {
  const { connection } = client as unknown as { readonly connection: { readonly stream: Writable } };
  const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
  let held = false;
  const sent = (...parameters: unknown[]): unknown => {
    if (!held) {
      held = true;
      const { stream } = connection;
      stream.cork();
      const send = () => {
        held = false;
        stream.uncork();
      };
      process.nextTick(() => queueMicrotask(() => process.nextTick(send)));
    }
    return query(...parameters);
  };
  client.query = sent as pg.PoolClient["query"];
}
