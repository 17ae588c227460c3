import type pg from "pg";
import { connect } from "~/platform/database/connect";
import type { Database } from "~/platform/database/handle";

/** One of two sessions, and what it does. */
export type Work = (database: Database) => Promise<unknown>;

export interface Played {
  /** Whose turn each statement was: `ab` is one of a and then one of b. */
  readonly turns: string;
  /** Statements that waited for a lock of the other session. */
  readonly blocked: number;
  /** What each work came to; a refusal is an outcome too. */
  readonly outcomes: readonly PromiseSettledResult<unknown>[];
}

type Name = "a" | "b";

/** A session that sends no statement before its turn. */
class Player {
  readonly turns: (() => void)[] = [];
  pid = 0;
  running = false;
  finished = false;
  /** Statements that were begun and have come back. */
  answered = 0;

  constructor(readonly database: Database) {
    const seen = new WeakSet<pg.PoolClient>();
    database.pool.on("acquire", (client) => {
      if (seen.has(client)) return;
      seen.add(client);
      this.pid = (client as unknown as { processID: number }).processID;
      const send = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
      const inTurn = async (...args: unknown[]): Promise<unknown> => {
        // Opening a transaction reads and locks nothing: it needs no turn.
        if (typeof args[0] === "string" && /^(begin|start transaction)/.test(args[0])) return send(...args);
        await new Promise<void>((resolve) => this.turns.push(resolve));
        this.running = true;
        try {
          return await send(...args);
        } finally {
          this.running = false;
          this.answered += 1;
        }
      };
      client.query = inTurn as typeof client.query;
    });
  }

  get waiting(): boolean {
    return this.turns.length > 0;
  }
}

const pause = () => new Promise((resolve) => setImmediate(resolve));

/** Whether the server says that the session waits for a lock. */
async function isBlocked(observer: pg.ClientBase, { pid }: Player): Promise<boolean> {
  const { rows } = await observer.query("select cardinality(pg_blocking_pids($1)) > 0 as blocked", [pid]);
  return rows[0]?.blocked === true;
}

/**
 * Lets two works go statement by statement in the order of `schedule`; each has connections of its own. A turn that finds the other's lock
 * is over as soon as the server says so, and the other goes on; what is left when the schedule ends goes in turn. Every statement is one turn,
 * the commit too.
 */
export async function playSchedule(
  url: string,
  observer: pg.ClientBase,
  works: Record<Name, Work>,
  schedule: string,
): Promise<Played> {
  const players: Record<Name, Player> = {
    a: new Player(await connect({ databaseUrl: url })),
    b: new Player(await connect({ databaseUrl: url })),
  };
  let turns = "";
  let blocked = 0;
  try {
    const begun = (["a", "b"] as const).map((name) =>
      works[name](players[name].database).finally(() => {
        players[name].finished = true;
      }),
    );
    const outcomes = Promise.allSettled(begun);
    const other = (name: Name): Name => (name === "a" ? "b" : "a");
    const playable = (name: Name) => !players[name].finished && !players[name].running;
    for (let turn = 0; !(players.a.finished && players.b.finished); turn += 1) {
      const wanted = (schedule[turn] ?? (turn % 2 === 0 ? "a" : "b")) as Name;
      const name = playable(wanted) ? wanted : other(wanted);
      const player = players[name];
      // Until it asks for its next statement, or ends: what lies between two statements is the work's own.
      while (!player.waiting && !player.finished && !(player.running && players[other(name)].waiting)) await pause();
      const go = player.turns.shift();
      if (!go) continue;
      turns += name;
      const { answered } = player;
      go();
      await pause();
      while (player.answered === answered) {
        if (player.running && (await isBlocked(observer, player))) {
          blocked += 1;
          break;
        }
        await pause();
      }
      // Whoever the commit has set free answers before the next turn.
      const freed = players[other(name)];
      while (freed.running && !(await isBlocked(observer, freed))) await pause();
    }
    return { turns, blocked, outcomes: await outcomes };
  } finally {
    await players.a.database.close();
    await players.b.database.close();
  }
}

/** How many ways there are to interleave so many statements: (a + b)! / (a! b!). */
export function interleavings(a: number, b: number): number {
  let ways = 1;
  for (let index = 1; index <= b; index += 1) ways = (ways * (a + index)) / index;
  return Math.round(ways);
}

/** All ways when there are at most `limit`; otherwise so many of them, each drawn once: half with few changes of turn, half with any. */
export function schedulesOf(a: number, b: number, limit: number, draw: (bound: number) => number): string[] {
  if (interleavings(a, b) <= limit) return everySchedule(a, b);
  const drawn = new Set<string>();
  while (drawn.size < limit) {
    if (drawn.size % 2 === 0) {
      const [first, second] = draw(2) === 0 ? (["a", "b"] as const) : (["b", "a"] as const);
      const [all, allOther] = first === "a" ? [a, b] : [b, a];
      const [some, someOther] = [draw(all + 1), draw(allOther + 1)];
      drawn.add(
        first.repeat(some) + second.repeat(someOther) + first.repeat(all - some) + second.repeat(allOther - someOther),
      );
    } else {
      let left = { a, b };
      let schedule = "";
      while (left.a + left.b > 0) {
        const next = draw(left.a + left.b) < left.a ? "a" : "b";
        left = { ...left, [next]: left[next] - 1 };
        schedule += next;
      }
      drawn.add(schedule);
    }
  }
  return [...drawn];
}

function everySchedule(a: number, b: number): string[] {
  if (a === 0 || b === 0) return ["a".repeat(a) + "b".repeat(b)];
  return [...everySchedule(a - 1, b).map((rest) => `a${rest}`), ...everySchedule(a, b - 1).map((rest) => `b${rest}`)];
}
