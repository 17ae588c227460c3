import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { DurableFileSystem, durableStartParams, forcePathToDisk, forceTreeToDisk } from "./durable-file-system";
import { lockFolder } from "./folder-lock";
import { extensions, localeParams, memoryParams, type OpenCluster } from "./pglite";

/** The PostgreSQL that PGlite is; a cluster of another major version cannot be opened by it. */
const majorVersion = "18";

/**
 * Opens, or makes, the durable database in `dataDir/database`, for this process alone. The folder is made readable
 * for its owner only, because PGlite makes its files readable for all. Throws `FolderInUseError` while another process has it open.
 */
export async function openInFolder(dataDir: string): Promise<OpenCluster> {
  const made = mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (made) {
    forceTreeToDisk(made);
    forcePathToDisk(dirname(made));
  }
  const release = await lockFolder(dataDir);
  try {
    closeToOthers(dataDir);
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
  PGlite.create({
    fs: files,
    extensions,
    startParams: [...durableStartParams(), ...memoryParams],
    initDbStartParams: localeParams,
  });

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
}

/** A volume may belong to somebody else and only be lent to us; then `database` inside is still closed to others. */
function closeToOthers(folder: string): void {
  try {
    chmodSync(folder, 0o700);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) throw error;
  }
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
