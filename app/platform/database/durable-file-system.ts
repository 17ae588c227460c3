import { closeSync, type Dirent, fsyncSync, openSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

type ModuleOptions = Parameters<NodeFS["init"]>[1];
interface EmscriptenFiles {
  NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } };
}

/** WASI errno for an input/output error; PostgreSQL answers it by stopping rather than acknowledging. */
const inputOutputError = 29;

/**
 * PGlite's folder file system with the fsync that it lacks (electric-sql/pglite#1107): without it nothing that was
 * acknowledged survives a power cut. Leans on PGlite's internals, so its version is pinned and a test counts fsyncs.
 */
export class DurableFileSystem extends NodeFS {
  fsyncs = 0;

  override async init(pglite: PGlite, options: ModuleOptions): Promise<{ emscriptenOpts: ModuleOptions }> {
    const initialised = await super.init(pglite, options);
    const forceToDisk = (module: unknown) => {
      (module as EmscriptenFiles).NODEFS.stream_ops.fsync = ({ nfd }) => {
        try {
          fsyncSync(nfd);
        } catch {
          return inputOutputError;
        }
        this.fsyncs += 1;
        return 0;
      };
    };
    const preRun = (initialised.emscriptenOpts.preRun ?? []) as ((module: unknown) => void)[];
    return { emscriptenOpts: { ...initialised.emscriptenOpts, onAbort: endProcess, preRun: [...preRun, forceToDisk] } };
  }
}

/**
 * PostgreSQL has stopped itself, because it could not write what it must. A server would start again and recover from
 * its log; here that is the next start of this process, so it ends, rather than live on without a database.
 */
function endProcess(): void {
  setImmediate(() => {
    throw new Error(
      "The embedded database stopped, most likely because its disk is full or failing. Nothing acknowledged is lost: see to the disk and start again.",
    );
  });
}

/** PGlite's start parameters without `-F`, which switches fsync off; its fdatasync does nothing, so WAL uses fsync. */
export const durableStartParams = (): string[] => [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
  ...["-c", "fsync=on", "-c", "synchronous_commit=on", "-c", "wal_sync_method=fsync"],
];

/** Forces one file or folder to disk. Windows cannot open a folder for this and needs no such step. */
export function forcePathToDisk(path: string): void {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (error) {
    if (process.platform === "win32") return;
    throw error;
  }
  try {
    fsyncSync(file);
  } catch (error) {
    if (process.platform !== "win32") throw error;
  } finally {
    closeSync(file);
  }
}

/** Forces a folder with everything below it to disk: initdb's files never pass through PostgreSQL's own fsync here. */
export function forceTreeToDisk(folder: string): void {
  const inside = (entry: Dirent) => join(folder, entry.name);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) forceTreeToDisk(inside(entry));
    else if (entry.isFile()) forcePathToDisk(inside(entry));
  }
  forcePathToDisk(folder);
}
