import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ChildProgram, childProgram } from "#test/set-up/child-program";
import { connect } from "~/platform/database/connect";
import { integerBelow, seededRandom } from "~/platform/random";

const kills = 50;
const seed = process.env.TEST_SEED ?? randomBytes(4).toString("hex");
const random = seededRandom(seed);

let folder: string;
let writer: ChildProgram;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "portal-kill-"));
  writer = await childProgram("test/platform/writer.child.ts");
});
afterAll(async () => {
  await writer.remove();
  await rm(folder, { recursive: true, force: true });
});

test(`${kills} times kill -9 under load lose nothing that was acknowledged (TEST_SEED=${seed})`, {
  timeout: 180_000,
}, async () => {
  const acknowledged = new Set<number>();
  let duringStart = 0;
  for (let round = 0; round < kills; round += 1) {
    // Numbers are never used again, so that what a round lost stays lost.
    const child = writer.start(folder, String(round * 100_000));
    if (integerBelow(random, 5) === 0) {
      await wait(100 + integerBelow(random, 700));
    } else {
      await child.line(/^open$/);
      await wait(integerBelow(random, 700));
    }
    await child.kill();
    const numbers = child.lines.filter((line) => line !== "open").map(Number);
    for (const number of numbers) acknowledged.add(number);
    if (numbers.length === 0) duringStart += 1;
  }

  const database = await connect({ dataDir: folder });
  const numbersOf = async (table: string) => {
    const { rows } = await database.pool.query<{ n: number }>(`select n from ${table} order by n`);
    return rows.map(({ n }) => n);
  };
  const debits = await numbersOf("debit");
  const credits = await numbersOf("credit");
  await database.close();

  expect(credits).toEqual(debits);
  const stored = new Set(debits);
  expect([...acknowledged].filter((number) => !stored.has(number))).toEqual([]);
  // The run says something only if it wrote a good deal and was cut both while writing and while starting.
  expect(acknowledged.size).toBeGreaterThan(kills * 10);
  expect(duringStart).toBeGreaterThan(0);
  process.stdout.write(
    `${kills} kills, ${duringStart} of them during the start, ${acknowledged.size} acknowledged transactions, 0 lost\n`,
  );
});
