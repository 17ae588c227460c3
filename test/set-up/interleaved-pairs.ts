import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { verifyChain } from "~/audit/verify-chain.server";
import { decideStandingNotices } from "~/eligibility/decide-standing-notices.server";
import { connect } from "~/platform/database/connect";
import type { Database } from "~/platform/database/handle";
import { dice } from "../factories/histories";
import { breadth, isLong } from "./breadth";
import { prepareWorld } from "./cloned-databases";
import { interleavings, type Played, playSchedule, schedulesOf, type Work } from "./turn-taking";

/** Schedules of a pair that are played. */
const limit = breadth(6, 250);

/** When the world's organisation is asked whether everything was told that its state asks for. */
const asked = new Date("2026-09-01T09:00:00Z");

interface Pair<World> {
  readonly name: string;
  readonly prepare: (database: Database) => Promise<World>;
  /** Both works, and what they leave behind for the check. */
  readonly play: (world: World) => { readonly a: Work; readonly b: Work };
  readonly check: (database: Database, world: World, played: Played) => Promise<void>;
}

/** A pair whose world nobody else needs to know. */
export type AnyPair = Pair<unknown>;

export const pair = <World>(name: string, one: Omit<Pair<World>, "name">): AnyPair =>
  ({ name, ...one }) as unknown as AnyPair;

/** What became of each work: "done", or the code of its refusal. */
export const endings = ({ outcomes }: Played): string[] =>
  outcomes.map((one) => (one.status === "fulfilled" ? "done" : (one.reason.code ?? String(one.reason))));

export const rowsOf = async <Row extends pg.QueryResultRow>(
  { pool }: Database,
  statement: string,
  values: unknown[] = [],
): Promise<Row[]> => (await pool.query<Row>(statement, values)).rows;

/** Which falls were told: kind, cycle and stage, each once however many are told. */
export const toldFalls = async (database: Database): Promise<string[]> =>
  (
    await rowsOf<{ line: string }>(
      database,
      "select distinct kind || ' ' || cycle || ' ' || stage as line from notice where kind in ('below_three_now', 'restored') order by 1",
    )
  ).map(({ line }) => line);

/** What holds after every schedule of every pair. */
async function checkInvariants(database: Database): Promise<void> {
  expect(await verifyChain(database.db)).toMatchObject({ whole: true });
  const toldTwice = await rowsOf(
    database,
    "select kind from notice group by kind, subject_id, cycle, stage, recipient_id having count(*) > 1",
  );
  expect(toldTwice).toEqual([]);
  const everybody = "(select array_agg(id) from person)";
  const differences = await rowsOf(
    database,
    `(table counting_interval except select * from counting_days(${everybody}, 'infinity'))
     union all (select * from counting_days(${everybody}, 'infinity') except table counting_interval)`,
  );
  expect(differences).toEqual([]);
  const everywhere = "(select array_agg(id) from organisation)";
  const profiles = await rowsOf(
    database,
    `(table counting_profile except select * from counting_profiles(${everywhere}))
     union all (select * from counting_profiles(${everywhere}) except table counting_profile)`,
  );
  expect(profiles).toEqual([]);
  const latest = await rowsOf(
    database,
    `(table latest_certificate except select * from latest_certificates(${everybody}))
     union all (select * from latest_certificates(${everybody}) except table latest_certificate)`,
  );
  expect(latest).toEqual([]);
  const brokenChains = await rowsOf(
    database,
    `select next.id from certificate as next join certificate as previous on previous.id = next.previous_certificate_id
     where upper(previous.validity) <> lower(next.validity) or previous.person_id <> next.person_id`,
  );
  expect(brokenChains).toEqual([]);
}

/** Everything that the state of things asks to be told has been told. */
async function checkNothingMissed(database: Database, organisationIds: readonly string[], now: Date): Promise<void> {
  const decided = await decideStandingNotices(database.db, organisationIds, now);
  expect(
    decided.flatMap(({ missing }) => missing.map(({ kind }) => kind).filter((kind) => kind === "below_three_now")),
  ).toEqual([]);
}

/** Plays each pair in a clone of its world, in many orders of their statements, and holds every outcome to its check. */
export function playPairs(pairs: readonly AnyPair[]): void {
  describe("two sessions, statement by statement", () => {
    const worlds: { drop(): Promise<void> }[] = [];
    afterAll(async () => {
      for (const world of worlds) await world.drop();
    });
    it.each(pairs)("$name", { timeout: 60_000 + limit * 5_000 }, async (one) => {
      const world = await prepareWorld(one.prepare);
      worlds.push(world);
      const playOnce = (schedule: string) => playIn(world, one, schedule);
      const { turns } = await playOnce("a".repeat(500));
      const [a, b] = ["a", "b"].map((who) => [...turns].filter((turn) => turn === who).length) as [number, number];
      let blocked = 0;
      const schedules = schedulesOf(a, b, limit, dice(7));
      for (const schedule of schedules) blocked += (await playOnce(schedule)).blocked;
      if (isLong)
        process.stdout.write(
          `${one.name}: ${schedules.length} of ${interleavings(a, b)} schedules of ${a} + ${b} statements, ${blocked} waits\n`,
        );
    });
  });
}

async function playIn(
  world: Awaited<ReturnType<typeof prepareWorld<unknown>>>,
  { name, play, check }: AnyPair,
  schedule: string,
): Promise<Played> {
  const clone = await world.clone();
  const observer = new pg.Client(clone.url);
  await observer.connect();
  try {
    const played = await playSchedule(clone.url, observer, play(world.facts), schedule);
    const database = await connect({ databaseUrl: clone.url });
    try {
      await check(database, world.facts, played);
      await checkInvariants(database);
      const { organisationId } = world.facts as { organisationId?: string };
      if (organisationId) await checkNothingMissed(database, [organisationId], asked);
    } finally {
      await database.close();
    }
    return played;
  } catch (error) {
    throw new Error(`${name}, schedule ${schedule}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  } finally {
    await observer.end();
    await clone.drop();
  }
}
