import { randomBytes } from "node:crypto";
import type pg from "pg";
import { RecentlyUsed } from "~/kernel/recently-used";
import { isInTransaction } from "./transaction-status";

/** Statements that were sent at least this often are worth keeping; lists of changing length make texts that never come again. */
const worthNaming = 3;
const mostNames = 300;
/** A plan that is kept takes a list for some ten long, and would join what longer ones name one by one. */
const longestList = 50;

interface Statement {
  uses: number;
  name: string | undefined;
}

type Answered = (error: unknown, ...rest: unknown[]) => unknown;

/**
 * The table has changed under the statement's plan (0A000: another version of the portal has migrated meanwhile), or the connection knows it no longer
 * (26000: `discard all`), or knows another one by that name (42P05: it has served another client).
 */
const isOutdated = (error: unknown): boolean =>
  error instanceof Error && "code" in error && ["0A000", "26000", "42P05"].includes(String(error.code));

/** Without values only what asks: a name is no use to `commit`. */
const isPlannable = (text: string, values: readonly unknown[]): boolean =>
  values.length > 0
    ? !values.some((value) => Array.isArray(value) && value.length > longestList)
    : text.startsWith("select ");

/**
 * Makes the connection's database keep the parse and the plan of statements that come again: they are sent under a name, which the database
 * knows from then on. Embedded, where the planner runs in this very process, a look-up by key takes about half the CPU that way; on a server the statement
 * that stores an answer, which joins five tables, takes a third. A name that is outdated is refused before anything is done: the statement is sent again
 * without one and gets another. In a transaction, which the refusal has ended, it fails, and `inTransaction` begins anew.
 */
export function nameStatements(client: pg.PoolClient): void {
  const statements = new RecentlyUsed<Statement>(1_000);
  let names = 0;
  // Of no other client: behind a pooler that mixes sessions up a name is unknown rather than another's.
  const ours = randomBytes(6).toString("hex");
  const worthy = (text: string): Statement | undefined => {
    const statement = statements.get(text) ?? { uses: 0, name: undefined };
    statement.uses += 1;
    if (!statement.name && statement.uses >= worthNaming && names < mostNames) {
      names += 1;
      statement.name = `kept-${ours}-${names}`;
    }
    statements.set(text, statement);
    return statement.name ? statement : undefined;
  };
  const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
  let last = 0;
  const named = (text: unknown, values: unknown, ...rest: unknown[]): unknown => {
    last += 1;
    const place = last;
    const kept =
      typeof text === "string" && Array.isArray(values) && isPlannable(text, values) ? worthy(text) : undefined;
    if (!kept) return query(text, values, ...rest);
    const { name } = kept;
    /**
     * Forgets the outdated name, and all others, which what has changed may concern as well; whether the statement may be sent again. Where others have been sent
     * after it, the end of its transaction may be among them, and it would be stored without the rest.
     */
    const mayRepeat = (error: unknown): boolean => {
      if (!isOutdated(error)) return false;
      if (kept.name === name) statements.clear();
      return place === last && !isInTransaction(client);
    };
    const [answered, ...others] = rest as [Answered?, ...unknown[]];
    if (answered) {
      const lookFirst: Answered = (error, ...answer) =>
        mayRepeat(error) ? query(text, values, answered, ...others) : answered(error, ...answer);
      return query({ name, text }, values, lookFirst, ...others);
    }
    const sent = query({ name, text }, values);
    if (!(sent instanceof Promise)) return sent;
    return sent.catch((error: unknown) => {
      if (mayRepeat(error)) return query(text, values);
      throw error;
    });
  };
  client.query = named as pg.PoolClient["query"];
}
