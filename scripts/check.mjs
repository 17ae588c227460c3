import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Called where it stands: npx would take half a second of a core to find each. Windows starts it by a shell, which wants quotes. */
const tool = (name) => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));
const shell = process.platform === "win32";

/** `npm run check`: every habit of the house at once, side by side; prints what fails and ends with status 1 if anything does. */
const checks = {
  "format and lint": ["biome", "check", "."],
  // In one process, as both ask the same program; a second one would cost as much as all the others.
  "types and typed lint": ["oxlint"],
  "time, chance and database as arguments": ["eslint", "app"],
  "floors and cycles": ["depcruise", "app", "migrations", "scripts"],
  "unused code": ["knip"],
};

const run = ([command, ...args]) =>
  new Promise((resolve) => {
    let output = "";
    const child = spawn(shell ? `"${tool(command)}"` : tool(command), args, { shell });
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("close", (status) => resolve({ status, output }));
  });

const results = await Promise.all(
  Object.entries(checks).map(async ([name, command]) => ({ name, ...(await run(command)) })),
);
for (const { name, status, output } of results) {
  console.log(`${status === 0 ? "ok    " : "FAILED"}  ${name}`);
  if (status !== 0) console.log(output);
}
process.exitCode = results.every(({ status }) => status === 0) ? 0 : 1;
