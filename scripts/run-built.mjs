import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

/** `node scripts/run-built.mjs NAME ...`: runs the built entrance scripts/NAME.ts, and builds first where nothing has been built yet. */
const [name, ...options] = process.argv.slice(2);
const built = fileURLToPath(new URL(`../build/scripts/${name}.js`, import.meta.url));
if (!existsSync(built)) {
  const { status } = spawnSync("npm", ["run", "build", "--silent"], {
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}
process.argv = [process.execPath, built, ...options];
await import(pathToFileURL(built).href);
