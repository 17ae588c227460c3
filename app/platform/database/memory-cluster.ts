import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PGlite } from "@electric-sql/pglite";
import { extensions, localeParams, type OpenCluster } from "./pglite";

let engine: Promise<WebAssembly.Module> | undefined;

/** PGlite's engine, compiled once a process: half the time that a database in memory takes to open. */
function compiledEngine(): Promise<WebAssembly.Module> {
  engine ??= readFile(createRequire(import.meta.url).resolve("@electric-sql/pglite/pglite.wasm")).then((file) =>
    WebAssembly.compile(file),
  );
  return engine;
}

/** A database in memory, empty or from a snapshot; gone when the process ends. For tests. */
export async function openInMemory(snapshot?: Blob): Promise<OpenCluster> {
  const pglite = await PGlite.create({
    extensions,
    pgliteWasmModule: await compiledEngine(),
    // Small WAL segments keep the snapshot small.
    initDbStartParams: [...localeParams, "--wal-segsize=1"],
    ...(snapshot && { loadDataDir: snapshot }),
  });
  return { pglite, release: () => {} };
}
