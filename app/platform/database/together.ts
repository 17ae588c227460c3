import { sqlState } from "./errors";

/** in_failed_sql_transaction: refused because one before it had failed. */
const becauseOfAnother = "25P02";

/**
 * What statements of a transaction come to that need not wait for each other, in their order: they travel together (pipeline.ts), and the database does
 * one after the other. When all are answered, throws what the first failed of; `Promise.all` would throw what was heard of first, which may be the
 * refusal of a later one. Outside of transactions each takes a connection of its own.
 */
export async function together<Sent extends readonly Promise<unknown>[]>(
  ...sent: Sent
): Promise<{ -readonly [Place in keyof Sent]: Awaited<Sent[Place]> }> {
  const settled = await Promise.allSettled(sent);
  throwFirstFault(settled);
  return settled.map((one) => (one.status === "fulfilled" ? one.value : undefined)) as {
    -readonly [Place in keyof Sent]: Awaited<Sent[Place]>;
  };
}

/** Throws what the first of them failed of by itself. */
export function throwFirstFault(settled: readonly PromiseSettledResult<unknown>[]): void {
  const failed = settled.filter((one) => one.status === "rejected");
  const first = failed.find(({ reason }) => sqlState(reason) !== becauseOfAnother) ?? failed[0];
  if (first) throw first.reason;
}
