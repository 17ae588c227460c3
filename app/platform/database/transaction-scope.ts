import { AsyncLocalStorage } from "node:async_hooks";

interface Scope {
  open: boolean;
}

const scopes = new AsyncLocalStorage<Scope>();

/** Runs `work` as the body of an open transaction, visible to `refuseInsideTransaction` until it settles. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const scope: Scope = { open: true };
  try {
    return await scopes.run(scope, work);
  } finally {
    scope.open = false;
  }
}

/**
 * Refuses a second connection to whoever holds a transaction open: with one connection the two would wait for each
 * other for ever, with several the query would neither see the transaction's rows nor be undone with it.
 */
export function refuseInsideTransaction(): void {
  if (scopes.getStore()?.open) {
    throw new Error(
      "This query was sent outside the transaction that its caller holds open: use the `trx` handed to inTransaction, not `db`.",
    );
  }
}
