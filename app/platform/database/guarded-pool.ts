import pg from "pg";
import { nameStatements } from "./named-statements";
import { refuseInsideTransaction } from "./transaction-scope";
import { isInTransaction } from "./transaction-status";

type Callback = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (error?: Error | boolean) => void,
) => void;

/**
 * A pg pool that keeps three promises for every user of it, Kysely or library: nobody asks for a second connection
 * inside `inTransaction`; nobody gets a connection on which a predecessor's transaction is still open; and a wait
 * that ends says what it waited for.
 */
export class GuardedPool extends pg.Pool {
  constructor(options?: pg.PoolConfig) {
    super(options);
    // A connection that breaks while it is lent out says so twice: its statement fails, which is answered, and the client raises an
    // event, which ends the process where nobody listens.
    this.on("connect", (client) => client.on("error", () => {}));
    this.on("connect", nameStatements);
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): unknown {
    const client = this.checkOut();
    return callback
      ? client.then(
          (connected) => callback(undefined, connected, (error) => connected.release(error)),
          (error: Error) => callback(error, undefined, () => {}),
        )
      : client;
  }

  private async checkOut(): Promise<pg.PoolClient> {
    refuseInsideTransaction();
    const client = await super.connect().catch((error: Error) => {
      throw error.message === "timeout exceeded when trying to connect" ? this.waitedTooLong(error) : error;
    });
    const giveBack = client.release.bind(client);
    let released = false;
    client.release = (error) => {
      if (released) throw new Error("This database connection was already given back.");
      released = true;
      if (this.leavesTransaction(client, error)) client.query("rollback").then(() => giveBack(), giveBack);
      else giveBack(error);
    };
    return client;
  }

  /** Whether the connection must be rolled back before the next one gets it. A server does so itself when it is dropped. */
  protected leavesTransaction(client: pg.PoolClient, error?: Error | boolean): boolean {
    return !error && isInTransaction(client);
  }

  private waitedTooLong(cause: Error): Error {
    const seconds = (this.options.connectionTimeoutMillis ?? 0) / 1000;
    return new Error(
      `No database connection came free within ${seconds} s (${this.totalCount} of ${this.options.max} in use, ${this.waitingCount} more waiting): ` +
        "a transaction is held open too long, or waits for this very query, which must run on its own connection.",
      { cause },
    );
  }
}

/**
 * The pool over PGlite. It has one session, so there is exactly one connection, kept for good: a second one would
 * read the first one's answers. Dropping it after an error would end nothing, hence the rollback in that case too.
 */
export class EmbeddedPool extends GuardedPool {
  constructor(options: pg.PoolConfig) {
    super({ ...options, min: 1, max: 1, idleTimeoutMillis: 0 });
  }

  protected override leavesTransaction(client: pg.PoolClient, error?: Error | boolean): boolean {
    return Boolean(error) || isInTransaction(client);
  }
}
