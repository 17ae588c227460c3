import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyChain } from "~/audit/verify-chain.server";
import { beginAttempt } from "~/certification/begin-attempt.server";
import { connect } from "~/platform/database/connect";
import type { Database, Db } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import {
  type AttemptWorld,
  freezeDocuments,
  handInNow,
  saveLastAnswer,
  standingOf,
  worldOfACandidate,
  worldOfAnAttempt,
} from "../factories/exam-works";
import { declared, examMorning } from "../factories/examination";
import { breadth } from "../set-up/breadth";
import { type ChildProgram, childProgram } from "../set-up/child-program";
import { type PreparedWorld, prepareWorld } from "../set-up/cloned-databases";
import { databasePrint } from "../set-up/database-print";
import { type Death, mortalDatabase } from "../set-up/mortal-database";
import { usedFolder } from "../set-up/scratch-folder";

/** Every how-manyth statement kills a process of its own. On connections every statement does. */
const stride = breadth(10, 1);

const everything = {
  answers: 20,
  graded: 20,
  finished: true,
  passed: true,
  certificates: 1,
  documents: 1,
  finishEvents: 1,
  issueEvents: 1,
  notices: 4,
  differentNotices: 4,
};
const handedIn = { ...everything, documents: 0 };
const nothing = { graded: 0, finished: false, passed: null, certificates: 0, documents: 0 };
const unfinished = { ...nothing, finishEvents: 0, issueEvents: 0, notices: 0, differentNotices: 0 };
const answered = { ...unfinished, answers: 20 };

interface Crashes<Facts> {
  readonly world: PreparedWorld<Facts>;
  readonly work: (db: Db, facts: Facts) => Promise<unknown>;
  readonly standing: (database: Database, facts: Facts) => Promise<unknown>;
  /** Once the work is committed. */
  readonly after: unknown;
}

/** What no exam writes to. */
const bank = new Set(["item", "item_version", "item_step", "programme_version"]);

/** Waits until the server has noticed that everybody else is gone from the database. */
async function everybodyGone(observer: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await observer.query(
      "select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'",
    );
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Kills the work at its first statement, its second, ... until it comes to its end; how many times it was killed, and after how many its work was done. */
async function killEverywhere<Facts>(crashes: Crashes<Facts>, when: Death["when"]) {
  const { world, work, standing, after } = crashes;
  let kills = 0;
  let committed = 0;
  let place = await placeOf(world);
  let before: string | undefined;
  try {
    for (let statement = 1; ; statement += 1) {
      const { url, observer } = place;
      const watching = { pool: observer } as unknown as Database;
      const look = async () =>
        `${await databasePrint(watching, bank)} ${JSON.stringify(await standing(watching, world.facts))}`;
      before ??= await look();
      const mortal = await mortalDatabase(url, { statement, when });
      const outcome = await work(mortal.database.db, world.facts).then(
        () => "ended",
        () => "failed",
      );
      await mortal.database.close();
      await everybodyGone(observer);
      const unchanged = (await look()) === before;
      if (mortal.life.dead) kills += 1;
      if (mortal.life.dead && unchanged) continue;
      const restarted = await connect({ databaseUrl: url });
      try {
        expect(await standing(restarted, world.facts), `killed at statement ${statement}`).toEqual(after);
        expect(await verifyChain(restarted.db)).toMatchObject({ whole: true });
        if (!mortal.life.dead) {
          expect(outcome).toBe("ended");
          expect(unchanged).toBe(false);
          return { kills, committed };
        }
        // The answer was not heard, so whoever asked asks again.
        committed += 1;
        await work(restarted.db, world.facts);
        expect(await standing(restarted, world.facts), `repeated after statement ${statement}`).toEqual(after);
      } finally {
        await restarted.close();
      }
      await place.drop();
      place = await placeOf(world);
      before = undefined;
    }
  } finally {
    await place.drop();
  }
}

/** A copy of the world, and somebody who looks at it all the time. */
async function placeOf(world: PreparedWorld<unknown>) {
  const { url, drop } = await world.clone();
  const observer = new pg.Client(url);
  await observer.connect();
  return { url, observer, drop: () => observer.end().then(drop) };
}

describe.each(["answered", "on_its_way"] as const)("the process dies at any statement, which is %s", (when) => {
  const worlds: { drop(): Promise<void> }[] = [];
  const prepared = async <Facts>(prepare: (database: Database) => Promise<Facts>) => {
    const world = await prepareWorld(prepare);
    worlds.push(world);
    return world;
  };
  afterAll(async () => {
    for (const world of worlds) await world.drop();
  });
  const standing = (database: Database, { attemptId }: AttemptWorld) => standingOf(database, attemptId);

  it("of the start: there is no attempt, or one with its whole form", { timeout: 600_000 }, async () => {
    const world = await prepared(worldOfACandidate);
    const personId = world.facts.engineerIds[0] ?? "";
    const begin = (db: Db) =>
      beginAttempt(db, { personId, clientId: null, declared }, examMorning, seededRandom("start"));
    const { kills, committed } = await killEverywhere(
      {
        world,
        // Who starts again is led to the attempt that is there.
        work: (db) => begin(db).catch((error) => (error.code === "attempt_active" ? undefined : Promise.reject(error))),
        standing: async ({ pool }) =>
          (
            await pool.query(
              `select count(distinct attempt.id)::int as attempts, count(attempt_item)::int as items,
                (select count(*)::int from audit_event where action = 'attempt.started') as events
              from attempt left join attempt_item on attempt_id = attempt.id`,
            )
          ).rows,
        after: [{ attempts: 1, items: 20, events: 1 }],
      },
      when,
    );
    expect(kills).toBeGreaterThan(10);
    expect(committed).toBeGreaterThan(0);
  });

  it("of a save: the answers before it are there, and it is there or can be sent again", {
    timeout: 600_000,
  }, async () => {
    const world = await prepared(worldOfAnAttempt);
    const { committed } = await killEverywhere({ world, work: saveLastAnswer, standing, after: answered }, when);
    expect(committed).toBeGreaterThan(0);
  });

  it("of a hand-in with grade, notices and certificate: all of it is there once, or nothing", {
    timeout: 600_000,
  }, async () => {
    const world = await prepared(async (database) => {
      const facts = await worldOfAnAttempt(database);
      await saveLastAnswer(database.db, facts);
      return facts;
    });
    const { kills, committed } = await killEverywhere({ world, work: handInNow, standing, after: handedIn }, when);
    expect(kills).toBeGreaterThanOrEqual(19);
    expect(committed).toBeGreaterThan(0);
  });

  it("of the freezing of the document: one document or none", { timeout: 600_000 }, async () => {
    const world = await prepared(async (database) => {
      const facts = await worldOfAnAttempt(database);
      await saveLastAnswer(database.db, facts);
      await handInNow(database.db, facts);
      return facts;
    });
    await killEverywhere({ world, work: freezeDocuments, standing, after: everything }, when);
  });
});

describe("a process of its own, killed by SIGKILL", () => {
  let sitter: ChildProgram;
  beforeAll(async () => {
    sitter = await childProgram("test/workflows/sitter.child.ts");
  });
  afterAll(() => sitter.remove());

  /** Kills process after process over the same database until one comes to its end; each must find what those before it had acknowledged. */
  async function killAgainAndAgain(target: string, world: AttemptWorld) {
    const acknowledged = new Set<string>();
    let kills = 0;
    for (let statement = 1; ; statement += stride) {
      const child = sitter.start(target, JSON.stringify(world), String(statement));
      await child.ended();
      const [stands = "", ...steps] = child.lines;
      const found = JSON.parse(stands.replace("stands ", "") || "null");
      expect(found, child.errors()).toMatchObject(
        acknowledged.has("frozen")
          ? everything
          : acknowledged.has("finished")
            ? { ...handedIn, documents: expect.any(Number) }
            : { answers: acknowledged.has("saved") ? 20 : expect.any(Number) },
      );
      // Finished is graded, told and certified, whether anybody heard of it or not; unfinished is nothing of this.
      expect(found).toMatchObject(found.finished ? { ...handedIn, documents: found.documents } : unfinished);
      for (const step of steps) acknowledged.add(step);
      if (child.process.signalCode !== "SIGKILL") {
        expect(child.process.exitCode, child.errors()).toBe(0);
        expect(acknowledged).toEqual(new Set(["saved", "finished", "frozen"]));
        return kills;
      }
      kills += 1;
    }
  }

  it("over a PostgreSQL server", { timeout: 600_000 }, async () => {
    const world = await prepareWorld(worldOfAnAttempt);
    const { url, drop } = await world.clone();
    expect(await killAgainAndAgain(url, world.facts)).toBeGreaterThan(3);
    const database = await connect({ databaseUrl: url });
    expect(await standingOf(database, world.facts.attemptId)).toEqual(everything);
    await database.close();
    await drop();
    await world.drop();
  });

  it("over a folder with the embedded database, which dies with it", { timeout: 600_000 }, async () => {
    const dataDir = usedFolder();
    const first = await connect({ dataDir });
    const world = await worldOfAnAttempt(first);
    await first.close();
    expect(await killAgainAndAgain(dataDir, world)).toBeGreaterThan(3);
    const database = await connect({ dataDir });
    expect(await standingOf(database, world.attemptId)).toEqual(everything);
    expect(await verifyChain(database.db)).toMatchObject({ whole: true });
    await database.close();
  });
});
