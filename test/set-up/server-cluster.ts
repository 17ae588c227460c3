import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmod, chown, mkdtemp, statfs, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";
import { findServerBinaries } from "./server-binaries";

const run = promisify(execFile);

/** Not C: that knows the lower case of ASCII letters only, and such a database is refused. */
const locale = process.platform === "linux" ? "C.UTF-8" : "en_US.UTF-8";

export interface Cluster {
  /** The address of one of its databases. */
  url(database: string): string;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root, so root runs it as nobody. */
async function unprivilegedUser(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = await Promise.all(["-u", "-g"].map((flag) => run("id", [flag, "nobody"])));
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}

const memoryFolder = "/dev/shm";

/** Where a copy of a database takes a fifth of the time that it takes on a disk: in memory, if there are `bytes` of it to spare. */
export async function quickFolder(bytes: number): Promise<string> {
  const { bavail, bsize } = await statfs(memoryFolder).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize >= bytes ? memoryFolder : tmpdir();
}

const guardianHere = fileURLToPath(new URL("cluster-guardian.mjs", import.meta.url));

/**
 * A PostgreSQL server of our own in a temporary folder, on 127.0.0.1, without fsync; gone with this process. Who calls it out of a bundle, where
 * no file lies beside this one, says where cluster-guardian.mjs is. `more` settings (`fsync=on`) outweigh those that it starts with. Its folder is
 * made in `parent`.
 */
export async function startCluster(
  guardianFile: string = guardianHere,
  more: readonly string[] = [],
  parent: string = tmpdir(),
): Promise<Cluster> {
  const user = await unprivilegedUser();
  const folder = await mkdtemp(join(parent, "portal-postgresql-"));
  await chmod(folder, 0o755);
  const bin = await findServerBinaries(folder);
  const dataFolder = join(folder, "data");
  const password = randomBytes(16).toString("hex");
  const passwordFile = join(folder, "password");
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    await chown(folder, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  const initialise = [
    "-D",
    dataFolder,
    "-U",
    "postgres",
    "--pwfile",
    passwordFile,
    "-A",
    "scram-sha-256",
    "-E",
    "UTF8",
    `--locale=${locale}`,
    "--no-sync",
  ];
  await run(join(bin, "initdb"), initialise, { ...user, cwd: folder });

  const port = await freePort();
  const settings = [
    "fsync=off",
    "full_page_writes=off",
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    "unix_socket_directories=",
    "max_connections=100",
    ...more,
  ];
  const parameters = ["-D", dataFolder, ...settings.flatMap((setting) => ["-c", setting])];
  const guardian = spawn(
    process.execPath,
    [guardianFile, JSON.stringify({ command: join(bin, "postgres"), parameters, folder, user })],
    { stdio: ["pipe", "ignore", "pipe"], detached: true },
  );
  let log = "";
  guardian.stderr.on("data", (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-10_000);
  });
  const url = (database: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
  await answers(url("postgres"), () => (guardian.exitCode === null ? undefined : log));
  return {
    url,
    async stop() {
      guardian.stdin.end();
      if (guardian.exitCode === null) await once(guardian, "exit");
    },
  };
}

async function answers(url: string, failure: () => string | undefined): Promise<void> {
  for (let tries = 0; tries < 900; tries += 1) {
    const log = failure();
    if (log !== undefined) throw new Error(`PostgreSQL did not start:\n${log}`);
    const client = new pg.Client(url);
    const connected = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => {});
    if (connected) return;
    await wait(100);
  }
  throw new Error("PostgreSQL did not answer within 90 s");
}
