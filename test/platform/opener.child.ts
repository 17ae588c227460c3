import { once } from "node:events";
import { writeSync } from "node:fs";
import { connect } from "~/platform/database/connect";

// Opens the folder of its first argument and holds it: says "open" or "refused" with the reason, then waits to be
// killed or for its standard input to end, and closes. With "busy" as the second, its event loop stands still meanwhile;
// with "cued" it says "ready" and opens when it reads something.
const [dataDir = "", mode] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

if (mode === "cued") {
  say("ready");
  await once(process.stdin, "data");
}
try {
  const database = await connect({ dataDir });
  say("open");
  if (mode === "busy") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  process.stdin.on("end", () => void database.close().then(() => say("closed")));
} catch (error) {
  say(`refused ${error instanceof Error ? error.message : error}`);
}
process.stdin.resume();
