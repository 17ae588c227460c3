import type { PGlite } from "@electric-sql/pglite";

type Stream = Pick<PGlite, "waitReady" | "execProtocolStream">;

/** Messages after which more is to come before the database has to answer: Parse, Bind, Describe, Execute and Close (PostgreSQL's manual, 54.7). */
const partial = new Set(Array.from("PBDEC", (letter) => letter.charCodeAt(0)));

/**
 * PGlite as its connection for pg sees it, called once a statement: that connection sends every message of the extended protocol by itself, and
 * each of the four of a kept statement would cost a passage into WebAssembly and back.
 */
export function inWholeRequests(pglite: PGlite): PGlite {
  let begun: Uint8Array[] = [];
  const stream: Stream = {
    waitReady: pglite.waitReady,
    execProtocolStream(message, options) {
      begun.push(message);
      if (partial.has(message[0] ?? 0)) return Promise.resolve([]);
      const request = Buffer.concat(begun);
      begun = [];
      return pglite.execProtocolStream(request, options);
    },
  };
  return stream as PGlite;
}
