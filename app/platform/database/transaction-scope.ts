import { AsyncLocalStorage } from "node:async_hooks";

interface Scope {
  open: boolean;
}

let scopes: AsyncLocalStorage<Scope> | undefined;

/**
 * Runs `work` as the body of an open transaction, visible to `refuseInsideTransaction` until it settles. Not in production: to know what
 * belongs to which transaction, Node 20 follows every promise of the process from the first transaction on, and every request pays for it.
 */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  if (!scopes && process.env.NODE_ENV === "production") return work();
  scopes ??= new AsyncLocalStorage();
  const scope: Scope = { open: true };
  try {
    return await scopes.run(scope, work);
  } finally {
    scope.open = false;
  }
}

/**
 * Refuses a second connection to whoever holds a transaction open: with one connection the two would wait for each
 * other for ever, with several the query would neither see the transaction's rows nor be undone with it. A fault of the program, which tests
 * and development find; in production a wait that does not end is told after `longestWaitMs`.
 */
export function refuseInsideTransaction(): void {
  if (scopes?.getStore()?.open) {
    throw new Error(
      "This query was sent outside the transaction that its caller holds open: use the `trx` handed to inTransaction, not `db`.",
    );
  }
}
