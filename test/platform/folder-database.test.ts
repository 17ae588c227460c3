import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { childProgram } from "#test/set-up/child-program";
import { scratchFolder, usedFolder } from "#test/set-up/scratch-folder";
import { connect } from "~/platform/database/connect";
import { type Database, inTransaction } from "~/platform/database/handle";
import { tidyEmbedded } from "~/platform/database/tidy-embedded";

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe("a database in a folder", () => {
  test("is made where there is none, however deep, for its owner's eyes only, and is there again next time", async () => {
    const dataDir = join(scratchFolder(), "srv", "portal", "data");
    const first = await connect({ dataDir });
    await first.pool.query("create table note (text text)");
    await first.pool.query("insert into note values ('kept')");
    await first.close();
    expect([dataDir, join(dataDir, ".."), join(dataDir, "database")].map(modeOf)).toEqual(["700", "700", "700"]);

    const second = await connect({ dataDir });
    const { rows } = await second.pool.query("select text, current_setting('fsync') as fsync from note");
    await second.close();
    expect(rows).toEqual([{ text: "kept", fsync: "on" }]);
  });

  test("a folder that others could read is closed to them", async () => {
    const dataDir = usedFolder();
    chmodSync(dataDir, 0o755);
    await (await connect({ dataDir })).close();
    expect(modeOf(dataDir)).toBe("700");
  });

  test("forces every commit to disk before it is acknowledged", async () => {
    const database = await connect({ dataDir: usedFolder() });
    await database.pool.query("create table note (n int)");
    const commits = 200;
    for (let n = 0; n < commits; n += 1) {
      const before = fsyncsOf(database);
      await inTransaction(database.db, (trx) => sql`insert into note values (${n})`.execute(trx));
      expect(fsyncsOf(database)).toBeGreaterThan(before);
    }
    await database.close();
  });

  test("a disk that fails ends the process instead of acknowledging, and loses nothing acknowledged before", async () => {
    const dataDir = usedFolder();
    const program = await childProgram("test/platform/failing-disk.child.ts");
    const child = program.start(dataDir);
    await child.ended();
    await program.remove();
    expect(child.lines).toEqual(["acknowledged 1", "refused could not fsync file"]);
    expect(child.process.exitCode).toBe(1);
    expect(child.errors()).toContain("The embedded database stopped");
    const database = await connect({ dataDir });
    expect((await database.pool.query("select n from note where n = 1")).rows).toEqual([{ n: 1 }]);
    await database.close();
  });

  test("what an interrupted first start left behind is made anew", async () => {
    const dataDir = scratchFolder();
    const unfinished = join(dataDir, "database.unfinished");
    mkdirSync(unfinished);
    writeFileSync(join(unfinished, "PG_VERSION"), "18\n");
    const database = await connect({ dataDir });
    expect((await database.pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
    await database.close();
    expect(existsSync(unfinished)).toBe(false);
  });

  test.each([
    ["another version's cluster", "17\n", "found 17"],
    ["no cluster at all", undefined, "found none"],
  ])("%s is refused and left alone, and the folder is free afterwards", async (_name, version, found) => {
    const dataDir = scratchFolder();
    const folder = join(dataDir, "database");
    mkdirSync(folder);
    if (version) writeFileSync(join(folder, "PG_VERSION"), version);
    const before = readdirSync(folder);
    await expect(connect({ dataDir })).rejects.toThrow(`needs PostgreSQL 18 and ${found}`);
    expect(readdirSync(folder)).toEqual(before);
    expect(readdirSync(dataDir)).toEqual(["database"]);
  });

  test("tidying frees what was deleted and leaves what is kept", async () => {
    const database = await connect({ dataDir: usedFolder() });
    await database.pool.query(
      "create table note as select n, repeat('x', 1000) as text from generate_series(1, 2000) n",
    );
    await database.pool.query("delete from note where n > 10");
    const bytes = async () => Number((await database.pool.query("select pg_table_size('note') as size")).rows[0].size);
    const before = await bytes();
    await tidyEmbedded(database);
    expect(await bytes()).toBeLessThan(before / 4);
    expect((await database.pool.query("select count(*) from note")).rows).toEqual([{ count: 10 }]);
    await database.close();
  });

  test("PGlite stands at the exact version whose internals the repair was measured on", () => {
    const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(dependencies["@electric-sql/pglite"]).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

function fsyncsOf(database: Database): number {
  if (!database.fsyncs) throw new Error("a database in a folder counts its fsyncs");
  return database.fsyncs();
}
