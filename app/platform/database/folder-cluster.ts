import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { PGlite, type PGliteOptions } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { DurableFileSystem, durableStartParams, forcePathToDisk, forceTreeToDisk } from "./durable-file-system";
import { lockFolder } from "./folder-lock";

/** The PostgreSQL that PGlite is; a cluster of another major version cannot be opened by it. */
const majorVersion = "18";
const extensions = { btree_gist };

export interface OpenCluster {
  readonly pglite: PGlite;
  readonly fsyncs?: () => number;
  /** Gives the folder free; to be called once PGlite is closed. */
  readonly release: () => void;
}

/** A database in memory, empty or from a snapshot; gone when the process ends. For tests. */
export async function openInMemory(snapshot?: Blob): Promise<OpenCluster> {
  const options: PGliteOptions = { extensions, ...(snapshot && { loadDataDir: snapshot }) };
  return { pglite: await PGlite.create(options), release: () => {} };
}

/**
 * Opens, or makes, the durable database in `dataDir/database`, for this process alone. The folder is made readable
 * for its owner only, because the files inside are not. Throws `FolderInUseError` while another process has it open.
 */
export async function openInFolder(dataDir: string): Promise<OpenCluster> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const release = await lockFolder(dataDir);
  try {
    chmodSync(dataDir, 0o700);
    const folder = join(dataDir, "database");
    if (!existsSync(folder)) await initialise(folder);
    refuseForeignCluster(folder);
    const files = new DurableFileSystem(folder);
    return { pglite: await openDurably(files), fsyncs: () => files.fsyncs, release };
  } catch (error) {
    release();
    throw error;
  }
}

const openDurably = (files: DurableFileSystem): Promise<PGlite> =>
  PGlite.create({ fs: files, extensions, startParams: durableStartParams() });

/**
 * Makes the cluster beside its place and moves it there once it is whole and on disk. So a folder called `database`
 * is always complete, and what an interrupted first start left behind is known for what it is and made anew.
 */
async function initialise(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const pglite = await openDurably(new DurableFileSystem(unfinished));
  await pglite.close();
  forceTreeToDisk(unfinished);
  renameSync(unfinished, folder);
  forcePathToDisk(dirname(folder));
  forcePathToDisk(dirname(dirname(folder)));
}

function refuseForeignCluster(folder: string): void {
  const file = join(folder, "PG_VERSION");
  const version = existsSync(file) ? readFileSync(file, "utf8").trim() : "none";
  if (version !== majorVersion) {
    throw new Error(
      `${folder} holds no database this program can open: it needs PostgreSQL ${majorVersion} and found ${version}. Nothing was changed.`,
    );
  }
}
