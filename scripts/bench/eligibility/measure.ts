import type pg from "pg";

export async function timed<T>(run: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const began = performance.now();
  const result = await run();
  return { result, ms: performance.now() - began };
}

/** Milliseconds that the database itself needs to plan and to run the statement, under the settings. */
export async function statementMs(
  pool: pg.Pool,
  statement: string,
  parameters: readonly unknown[],
  settings: Readonly<Record<string, string>> = {},
): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    for (const [name, value] of Object.entries(settings)) await client.query(`set local ${name} = ${value}`);
    const { rows } = await client.query<{ "QUERY PLAN": { "Planning Time": number; "Execution Time": number }[] }>(
      `explain (analyze, timing off, format json) ${statement}`,
      [...parameters],
    );
    await client.query("commit");
    const [plan] = rows[0]?.["QUERY PLAN"] ?? [];
    if (!plan) throw new Error("no plan was given");
    return plan["Planning Time"] + plan["Execution Time"];
  } finally {
    client.release();
  }
}

/** Runs it and says by how many MB the heap was larger, at most, than before. */
export async function withMemory<T>(run: () => Promise<T>): Promise<{ result: T; ms: number; heapMb: number }> {
  const before = process.memoryUsage().heapUsed;
  let most = before;
  const look = () => {
    most = Math.max(most, process.memoryUsage().heapUsed);
  };
  const timer = setInterval(look, 20);
  try {
    return { ...(await timed(run)), heapMb: (most - before) / 2 ** 20 };
  } finally {
    clearInterval(timer);
  }
}
