/** SQLSTATE of a PostgreSQL error (Appendix A of its manual), if it is one. */
export function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}

/** A unique or exclusion constraint refused the row; `constraint` narrows it to one. */
export function violates(error: unknown, constraint: string): boolean {
  const state = sqlState(error);
  return (
    (state === "23505" || state === "23P01") &&
    error instanceof Error &&
    "constraint" in error &&
    error.constraint === constraint
  );
}

/** Text that PostgreSQL cannot keep (a NUL, a broken sequence): the sender's fault, not ours. */
export const isUnstorableText = (error: unknown): boolean => ["22021", "22P05"].includes(sqlState(error) ?? "");

/** A row was to point to one that is not there: the id in a form was made up, or what it named has gone. */
export const isUnknownReference = (error: unknown): boolean => sqlState(error) === "23503";

const networkFaults = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ETIMEDOUT", "EPIPE"]);

/** The database cannot be asked at the moment. */
export function isDatabaseGone(error: unknown): boolean {
  const state = sqlState(error) ?? "";
  if (networkFaults.has(state) || /^(08|57P|53)/.test(state)) return true;
  return (
    error instanceof Error &&
    /^(Connection terminated|No database connection came free|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      error.message,
    )
  );
}
