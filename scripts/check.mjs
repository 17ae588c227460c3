import { spawn } from "node:child_process";

/** `npm run check`: every habit of the house at once, side by side; prints what fails and ends with status 1 if anything does. */
const checks = {
  "format and lint": ["biome", "check", "."],
  types: ["tsc", "--noEmit"],
  "typed lint": ["eslint", "."],
  "floors and cycles": ["depcruise", "app", "migrations", "scripts"],
  "unused code": ["knip"],
};

const run = ([command, ...args]) =>
  new Promise((resolve) => {
    let output = "";
    const child = spawn("npx", ["--no-install", command, ...args], { shell: process.platform === "win32" });
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
