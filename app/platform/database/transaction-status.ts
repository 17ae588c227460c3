import type pg from "pg";

/** Whether a transaction is open on the connection, failed or not. `I` is idle; unknown before the first statement. */
export const isInTransaction = (client: pg.PoolClient): boolean => !["I", null].includes(client.getTransactionStatus());
