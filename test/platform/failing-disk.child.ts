import fs, { writeSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { connect } from "~/platform/database/connect";

// Commits one row to the folder of its first argument; then every attempt to force a file to disk fails, as with a
// broken disk, and it tries to commit another.
const [dataDir = ""] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

const { pool } = await connect({ dataDir });
await pool.query("create table note (n int)");
await pool.query("insert into note values (1)");
say("acknowledged 1");

fs.fsyncSync = () => {
  throw new Error("EIO: i/o error, fsync");
};
syncBuiltinESMExports();

await pool.query("insert into note values (2)").then(
  () => say("acknowledged 2"),
  (error: Error) => say(`refused ${error.message.split(' "')[0]}`),
);
setInterval(() => say("still running"), 1000);
