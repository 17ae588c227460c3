// Runs a PostgreSQL server for as long as its own standard input stays open, then stops it and removes its folder:
// the server goes with the test run even when that is killed.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";

const { command, parameters, folder, user } = JSON.parse(process.argv[2]);
const server = spawn(command, parameters, { ...user, cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
server.on("exit", (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 1);
});
// SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one.
process.stdin.on("close", () => {
  server.kill("SIGINT");
  setTimeout(() => server.kill("SIGQUIT"), 5_000).unref();
});
process.stdin.resume();
