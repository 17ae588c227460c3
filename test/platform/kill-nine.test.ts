import { randomBytes } from "node:crypto";
import { cpSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { breadth } from "#test/set-up/breadth";
import { type ChildProgram, childProgram } from "#test/set-up/child-program";
import { quickFolder } from "#test/set-up/server-cluster";
import { connect } from "~/platform/database/connect";
import { integerBelow, type Random, seededRandom } from "~/platform/random";

/** Two processes on two folders at a time: the kills of one fall into the load of the other. */
const lanes = ["one", "two"];
const killsPerLane = breadth(15, 100);
/** Most of a round goes into the start; then it writes until so many at most are acknowledged, however fast the machine is. */
const longestLife = breadth(80, 150);
const kills = lanes.length * killsPerLane;
const seed = process.env.TEST_SEED ?? randomBytes(4).toString("hex");

let folder: string;
let writer: ChildProgram;
beforeAll(async () => {
  folder = await mkdtemp(join(await quickFolder(2 ** 29), "portal-kill-"));
  writer = await childProgram("test/platform/writer.child.ts");
});
afterAll(async () => {
  await writer.remove();
  await rm(folder, { recursive: true, force: true });
});

interface Journal {
  acknowledged: number[];
  /** Kills that fell before the first acknowledgement: while the database was opened and recovered. */
  duringStart: number;
}

async function killAgainAndAgain(dataDir: string, random: Random): Promise<Journal> {
  const journal: Journal = { acknowledged: [], duringStart: 0 };
  for (let round = 0; round < killsPerLane; round += 1) {
    // Numbers are never used again, so that what a round lost stays lost.
    const first = round * 100_000;
    const child = writer.start(dataDir, String(first));
    // Every fifth, and never none: chance would leave a short run without one now and then.
    if (round % 5 === 4) {
      await wait(100 + integerBelow(random, 700));
    } else {
      await child.line(new RegExp(`^${first + integerBelow(random, longestLife)}$`));
      // Anywhere in the transactions that follow.
      await wait(integerBelow(random, 10));
    }
    await child.kill();
    const numbers = child.lines.filter((line) => line !== "open").map(Number);
    journal.acknowledged.push(...numbers);
    if (numbers.length === 0) journal.duringStart += 1;
  }
  return journal;
}

async function storedIn(dataDir: string): Promise<{ debits: number[]; credits: number[] }> {
  const database = await connect({ dataDir });
  const numbersOf = async (table: string) => {
    const { rows } = await database.pool.query<{ n: number }>(`select n from ${table} order by n`);
    return rows.map(({ n }) => n);
  };
  const stored = { debits: await numbersOf("debit"), credits: await numbersOf("credit") };
  await database.close();
  return stored;
}

test(`${kills} times kill -9 under load lose nothing that was acknowledged (TEST_SEED=${seed})`, {
  timeout: breadth(1_200_000, 3_600_000),
}, async () => {
  const journals = await Promise.all(
    lanes.map(async (lane) => {
      const dataDir = join(folder, lane);
      cpSync(join(inject("embeddedFolder"), "template"), dataDir, { recursive: true });
      const journal = await killAgainAndAgain(dataDir, seededRandom(`${seed}/${lane}`));
      const { debits, credits } = await storedIn(dataDir);
      expect(credits).toEqual(debits);
      const stored = new Set(debits);
      expect(journal.acknowledged.filter((number) => !stored.has(number))).toEqual([]);
      return journal;
    }),
  );
  const acknowledged = journals.reduce((sum, journal) => sum + journal.acknowledged.length, 0);
  const duringStart = journals.reduce((sum, journal) => sum + journal.duringStart, 0);
  // The run says something only if it wrote a good deal and was cut both while writing and while starting.
  expect(acknowledged).toBeGreaterThan(500);
  expect(duringStart).toBeGreaterThan(0);
  process.stdout.write(
    `${kills} kills, ${duringStart} during the start, ${acknowledged} acknowledged transactions, 0 lost\n`,
  );
});

test(`kill -9 during the very first start leaves a folder that the next start makes whole (TEST_SEED=${seed})`, {
  timeout: 900_000,
}, async () => {
  const random = seededRandom(seed);
  for (let round = 0; round < breadth(2, 10); round += 1) {
    const dataDir = join(folder, `first-start-${round}`);
    const child = writer.start(dataDir);
    await wait(200 + integerBelow(random, 2000));
    await child.kill();
    const database = await connect({ dataDir });
    expect((await database.pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
    await database.close();
  }
});
