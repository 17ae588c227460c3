import pg from "pg";
import { refuseInsideTransaction } from "./transaction-scope";

type Callback = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

/**
 * A pg pool that keeps three promises for every user of it, Kysely or library: nobody asks for a second connection
 * inside `inTransaction`; nobody gets a connection on which a predecessor's transaction is still open (pg would hand
 * it on, and PGlite even after an error); and a wait that ends says what it waited for.
 */
export class GuardedPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<pg.PoolClient> | void {
    const client = this.checkOut();
    if (!callback) return client;
    client.then(
      (connected) => callback(undefined, connected, (error) => connected.release(error as Error | boolean | undefined)),
      (error: Error) => callback(error, undefined, () => {}),
    );
  }

  private async checkOut(): Promise<pg.PoolClient> {
    refuseInsideTransaction();
    const client = await super.connect().catch((error: Error) => {
      throw error.message === "timeout exceeded when trying to connect" ? this.waitedTooLong(error) : error;
    });
    const giveBack = client.release.bind(client);
    client.release = (error) => {
      const status = client.getTransactionStatus();
      if (status === "I" || status === null) return giveBack(error);
      client.query("rollback").then(
        () => giveBack(error),
        (failure: Error) => giveBack(failure),
      );
    };
    return client;
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
