import { writeSync } from "node:fs";
import { sql } from "kysely";
import { connect } from "~/platform/database/connect";
import { inTransaction } from "~/platform/database/handle";

// Writes pairs as fast as it can into the folder of its first argument, numbered from the second on, and says so on
// standard output after each commit. Four transactions are always under way, so that a queue is as under load.
const [dataDir = "", first = "0"] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

const { db } = await connect({ dataDir });
await sql`create table if not exists debit (n int primary key)`.execute(db);
await sql`create table if not exists credit (n int primary key, note text not null)`.execute(db);
say("open");

let next = Number(first);
async function writePairs(): Promise<never> {
  for (;;) {
    const n = next++;
    await inTransaction(db, async (trx) => {
      await sql`insert into debit values (${n})`.execute(trx);
      await sql`insert into credit values (${n}, ${"x".repeat(n % 2000)})`.execute(trx);
    });
    say(`${n}`);
  }
}
await Promise.all([writePairs(), writePairs(), writePairs(), writePairs()]);
