import { readdirSync, readFileSync } from "node:fs";
import type { Database } from "~/platform/database/handle";

/** proc(5): these fields are counted in hundredths of a second. */
const tickMs = 10;

interface Times {
  readonly parent: number;
  readonly ownMs: number;
  /** Of children that have ended. */
  readonly endedMs: number;
}

function timesOf(pid: number): Times | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // After the name, which stands in brackets and may hold anything: state, parent, ..., utime, stime, cutime, cstime.
    const fields = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map(
      (at) => fields[at],
    );
    return { parent, ownMs: (user + system) * tickMs, endedMs: (endedUser + endedSystem) * tickMs };
  } catch {
    return undefined;
  }
}

/**
 * Reads what all processes of a PostgreSQL server have used so far, milliseconds; always 0 for the embedded database, whose work is done by this
 * process. Linux only: elsewhere the figure is NaN, and whatever is made of it misses its target.
 */
export async function databaseCpu({ kind, pool }: Database): Promise<() => number> {
  if (kind === "embedded") return () => 0;
  const { rows } = await pool.query<{ pid: number }>("select pg_backend_pid() as pid");
  const server = timesOf(rows[0]?.pid ?? 0)?.parent;
  return () => {
    const own = server === undefined ? undefined : timesOf(server);
    if (!own) return Number.NaN;
    const children = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => timesOf(Number(name)) ?? [])
      .filter(({ parent }) => parent === server);
    return children.reduce((sum, { ownMs }) => sum + ownMs, own.ownMs + own.endedMs);
  };
}
