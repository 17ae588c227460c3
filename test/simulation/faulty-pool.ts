import type pg from "pg";
import type { StatementFault } from "./faults";
import type { VirtualClock } from "./virtual-clock";

/** What a client is told when the line to the database breaks. */
class ConnectionLost extends Error {
  override readonly name = "ConnectionLost";
  constructor() {
    super("Connection terminated unexpectedly");
  }
}

interface Line {
  cut(): Promise<void>;
}

/**
 * One instance's way to the database. A statement may be the last that this instance sends (it is killed, and whatever it had in hand is
 * never heard of again), or the last of its connection. The database's own clock is the virtual one: leases run by it.
 */
export class FaultyPool {
  dead = false;
  private readonly lines = new Set<Line>();

  constructor(
    private readonly inner: pg.Pool,
    private readonly server: boolean,
    private readonly clock: VirtualClock,
    private readonly nextFault: (statement: string) => StatementFault | undefined,
  ) {}

  async connect(): Promise<unknown> {
    if (this.dead) throw new ConnectionLost();
    const client = await this.inner.connect();
    if (this.dead) {
      client.release();
      throw new ConnectionLost();
    }
    let broken = false;
    const line: Line = {
      cut: async () => {
        if (broken) return;
        broken = true;
        if (this.server) streamOf(client).destroy();
        // What a server does when a client is gone.
        else if (client.getTransactionStatus() !== "I") await client.query("rollback");
      },
    };
    this.lines.add(line);
    const query = async (statement: string | { text: string }, values?: unknown[]) => {
      const text = typeof statement === "string" ? statement : statement.text;
      if (broken || this.dead) throw new ConnectionLost();
      const fault = this.nextFault(text);
      if (fault?.when === "before") await this.strike(fault, line);
      if (broken || this.dead) throw new ConnectionLost();
      const result = await client.query(this.atVirtualTime(text), values);
      if (fault?.when === "after") await this.strike(fault, line);
      if (broken || this.dead) throw new ConnectionLost();
      return result;
    };
    const release = () => {
      this.lines.delete(line);
      client.release(broken && this.server ? new ConnectionLost() : undefined);
    };
    return { query, release };
  }

  async query(text: string, values?: unknown[]): Promise<unknown> {
    const client = (await this.connect()) as pg.PoolClient;
    try {
      return await client.query(text, values);
    } finally {
      client.release();
    }
  }

  async end(): Promise<void> {}

  async kill(): Promise<void> {
    this.dead = true;
    for (const line of this.lines) await line.cut();
  }

  private async strike({ kind }: StatementFault, line: Line): Promise<void> {
    if (kind === "kill") await this.kill();
    else await line.cut();
    throw new ConnectionLost();
  }

  private atVirtualTime(text: string): string {
    return text.replaceAll(/(clock|statement)_timestamp\(\)/g, `'${this.clock.now().toISOString()}'::timestamptz`);
  }
}

const streamOf = (client: pg.PoolClient): { destroy(): void } =>
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream;
