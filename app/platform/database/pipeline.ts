import { setImmediate as nextTurn } from "node:timers/promises";
import {
  CamelCasePlugin,
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  DefaultConnectionProvider,
  DefaultQueryExecutor,
  Kysely,
  PostgresDialect,
  PostgresDriver,
  type PostgresPool,
  type QueryResult,
  type TransactionSettings,
} from "kysely";
import type { Schema } from "../schema/schema";
import type { Db } from "./handle";

/**
 * Kysely over a pool of pipelining connections (`inOnePassage`): statements of a transaction that are sent without waiting for each other (`together`,
 * `sendAhead`) travel together, in their order, and the first ones take their `start transaction` along (PostgreSQL's manual, 34.5, pipeline mode). Each sees
 * what those before it did and has a snapshot of its own; after one that fails the database refuses the others. By itself Kysely sends each statement
 * when the one before is answered, and on a server such a passage costs both sides more CPU than most of our statements do.
 */
export async function queriesOver(pool: PostgresPool): Promise<Db> {
  const dialect = new PostgresDialect({ pool });
  const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })];
  const driver = new EagerDriver({ pool });
  await driver.init();
  const executor = new PipeliningExecutor(driver, dialect, plugins);
  return new Kysely<Schema>({ config: { dialect, plugins }, dialect, driver, executor });
}

/** Does not wait to hear that a transaction has begun; its statements do. Ends it only once all of them are sent. */
class EagerDriver extends PostgresDriver {
  private readonly senders = new WeakMap<DatabaseConnection, Sender>();

  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    this.senders.set(connection, new Sender(connection, super.beginTransaction(connection, settings)));
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const sender = this.senders.get(connection);
    await sender?.allSent();
    sender?.throwFault();
    await super.commitTransaction(connection);
    this.senders.delete(connection);
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await this.senders.get(connection)?.allSent();
    await super.rollbackTransaction(connection).finally(() => this.senders.delete(connection));
  }

  /** The connection as its open transaction sends, or, without one, as it is. */
  throughTransaction(connection: DatabaseConnection): DatabaseConnection {
    return this.senders.get(connection) ?? connection;
  }
}

class PipeliningExecutor extends DefaultQueryExecutor {
  constructor(
    private readonly driver: EagerDriver,
    dialect: PostgresDialect,
    plugins: ConstructorParameters<typeof DefaultQueryExecutor>[3],
  ) {
    super(dialect.createQueryCompiler(), dialect.createAdapter(), new DefaultConnectionProvider(driver), plugins);
  }

  /** `provider` has one connection, and would lend it to one statement at a time. */
  override withConnectionProvider(provider: ConnectionProvider): DefaultQueryExecutor {
    return super.withConnectionProvider(new Pipeline(this.driver, provider));
  }
}

class Pipeline implements ConnectionProvider {
  private connection: Promise<DatabaseConnection> | undefined;

  constructor(
    private readonly driver: EagerDriver,
    private readonly provider: ConnectionProvider,
  ) {}

  async provideConnection<T>(consumer: (connection: DatabaseConnection) => Promise<T>): Promise<T> {
    this.connection ??= this.provider.provideConnection(async (connection) =>
      this.driver.throughTransaction(connection),
    );
    return consumer(await this.connection);
  }
}

const asks = /^\s*select\s/;

class Sender implements DatabaseConnection {
  private hasBegun = false;
  private waits = false;
  private fault: { readonly reason: unknown } | undefined;

  constructor(
    private readonly connection: DatabaseConnection,
    private readonly begun: Promise<void>,
  ) {
    const settled = () => {
      this.hasBegun = true;
    };
    begun.then(settled, () => {});
  }

  /** What may write waits until the transaction has begun, and so does what is sent after it: without one it would be stored whatever happens. */
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    this.waits ||= !asks.test(query.sql);
    if (this.waits && !this.hasBegun) await this.begun;
    try {
      const answered = this.connection.executeQuery<Row>(query);
      return this.hasBegun ? await answered : (await Promise.all([answered, this.begun]))[0];
    } catch (reason) {
      this.fault ??= { reason };
      throw reason;
    }
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize?: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.connection.streamQuery(query, chunkSize);
  }

  async allSent(): Promise<void> {
    if (this.hasBegun) return;
    await this.begun.catch(() => {});
    // What has waited for the same is sent within this turn.
    await nextTurn();
  }

  /** Of a statement that failed, whether the database refused it or it never came that far: a transaction with one is not to be committed. */
  throwFault(): void {
    if (this.fault) throw this.fault.reason;
  }
}
