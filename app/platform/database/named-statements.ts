import type pg from "pg";
import { RecentlyUsed } from "~/kernel/recently-used";

/** Statements that were sent at least this often are worth keeping; lists of changing length make texts that never come again. */
const worthNaming = 3;
const mostNames = 300;

interface Statement {
  uses: number;
  name: string | undefined;
}

/**
 * Makes the connection's database keep the parse and the plan of statements that come again: they are sent under a name, which the database
 * knows from then on. Embedded, where the planner runs in this very process, a look-up by key takes about half the CPU that way.
 */
export function nameStatements(client: pg.PoolClient): void {
  const statements = new RecentlyUsed<Statement>(1_000);
  let names = 0;
  const nameOf = (text: string): string | undefined => {
    const statement = statements.get(text) ?? { uses: 0, name: undefined };
    statement.uses += 1;
    if (!statement.name && statement.uses >= worthNaming && names < mostNames) {
      names += 1;
      statement.name = `kept-${names}`;
    }
    statements.set(text, statement);
    return statement.name;
  };
  const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
  const named = (text: unknown, values: unknown, ...rest: unknown[]): unknown => {
    const name = typeof text === "string" && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    return name ? query({ name, text }, values, ...rest) : query(text, values, ...rest);
  };
  client.query = named as pg.PoolClient["query"];
}
