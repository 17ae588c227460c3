import type { Socket } from "node:net";
import type pg from "pg";
import { connect } from "~/platform/database/connect";
import type { Database } from "~/platform/database/handle";

/** When a process dies: after the answer to its `statement`-th statement (from 1 on), or while that one is on its way. */
export interface Death {
  readonly statement: number;
  readonly when: "answered" | "on_its_way";
}

/** How many statements a process has sent, opening and closing of transactions included. */
interface Life {
  statements: number;
  dead: boolean;
}

/**
 * Counts what goes through the pool from now on, and calls `die` when its hour has come; nothing that is sent later reaches the database, and
 * nobody hears an answer.
 */
export function countStatements(pool: pg.Pool, death: Death | undefined, die: (client: pg.PoolClient) => void): Life {
  const life: Life = { statements: 0, dead: false };
  const seen = new WeakSet<pg.PoolClient>();
  const end = (client: pg.PoolClient) => {
    life.dead = true;
    die(client);
  };
  pool.on("acquire", (client) => {
    if (seen.has(client)) return;
    seen.add(client);
    const send = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    const mortal = async (...args: unknown[]): Promise<unknown> => {
      if (life.dead) throw new Error("the process is dead");
      life.statements += 1;
      const hour = life.statements === death?.statement ? death.when : undefined;
      const answer = send(...args);
      if (hour === "on_its_way") end(client);
      const heard = await answer;
      if (hour === "answered") end(client);
      if (life.dead) throw new Error("the process is dead");
      return heard;
    };
    client.query = mortal as typeof client.query;
  });
  return life;
}

/**
 * Connections to a server that are gone, all at once and without a word, when the process that held them is: the server sees of a death by
 * SIGKILL nothing else.
 */
export async function mortalDatabase(url: string, death?: Death): Promise<{ database: Database; life: Life }> {
  const database = await connect({ databaseUrl: url });
  const life = countStatements(database.pool, death, (client) => {
    const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
    // What was written before is still sent, and done: with the answers of one statement refused the server might leave those that travelled along unread.
    stream.end();
    stream.once("end", () => stream.destroy());
  });
  return { database, life };
}
