import type { Writable } from "node:stream";
import type { Database } from "~/platform/database/handle";

/** Counts from now on how often something is sent to the server; for a database whose next connection has sent something before. */
export function countPassages({ pool }: Database): { readonly count: number } {
  const passages = { count: 0 };
  const seen = new WeakSet<object>();
  pool.on("acquire", (client) => {
    if (seen.has(client)) return;
    seen.add(client);
    const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
    const [write, writev] = [stream._write.bind(stream), stream._writev?.bind(stream)];
    stream._write = (...parameters) => {
      passages.count += 1;
      write(...parameters);
    };
    stream._writev = (...parameters) => {
      passages.count += 1;
      writev?.(...parameters);
    };
  });
  return passages;
}
