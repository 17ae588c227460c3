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

/** An empty database in memory, gone when the process ends. For tests. */
export async function openInMemory(): Promise<OpenCluster> {
  const pglite = await PGlite.create({
    extensions,
    pgliteWasmModule: await compiledEngine(),
    initDbStartParams: localeParams,
  });
  return { pglite, release: () => {} };
}
