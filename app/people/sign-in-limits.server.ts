import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { policy } from "~/kernel/policy";
import { conflict } from "~/kernel/rejection";

const hourSeconds = 3_600;

export interface SignInLimits {
  /** Throws `too_many_sign_ins` with the minutes to wait when the account or the address has failed too often. */
  assertAllowed(email: string, address: string): Promise<void>;
  recordFailure(email: string, address: string): Promise<void>;
  recordSuccess(email: string): Promise<void>;
  /** For what sends a mail: counts every request, known address or not, and throws like `assertAllowed`. */
  countRequest(email: string, address: string): Promise<void>;
}

/** Counts failures an hour in the database, so that several instances count together. Unknown addresses count like known ones. */
export function signInLimits(pool: Pool): SignInLimits {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: "pool",
      tableName: "rate_limit",
      tableCreated: true,
      keyPrefix,
      points,
      duration: hourSeconds,
      clearExpiredByTimeout: false,
    });
  const byAccount = limiter("account", policy.signInFailuresPerAccount);
  const byAddress = limiter("address", policy.signInFailuresPerAddress);
  const mailsTo = limiter("mail", policy.passwordMailsPerAccount);
  const mailsFrom = limiter("mail-from", policy.passwordMailsPerAddress);
  const key = (email: string) => email.toLowerCase().slice(0, 200);
  const refuse = (waitMilliseconds: number): never => {
    throw conflict("too_many_sign_ins", { minutes: Math.max(1, Math.ceil(waitMilliseconds / 60_000)) });
  };
  const consume = async (count: Promise<unknown>) => {
    await count.catch((error: unknown) => {
      // The failure that reaches the limit is refused as "too many" from the next try on.
      if (!(error instanceof RateLimiterRes)) throw error;
    });
  };
  return {
    async assertAllowed(email, address) {
      const [account, peer] = await Promise.all([byAccount.get(key(email)), byAddress.get(address)]);
      if (account && account.consumedPoints >= policy.signInFailuresPerAccount) refuse(account.msBeforeNext);
      if (peer && peer.consumedPoints >= policy.signInFailuresPerAddress) refuse(peer.msBeforeNext);
    },
    async recordFailure(email, address) {
      await Promise.all([consume(byAccount.consume(key(email))), consume(byAddress.consume(address))]);
    },
    async recordSuccess(email) {
      await byAccount.delete(key(email));
    },
    async countRequest(email, address) {
      try {
        await Promise.all([mailsTo.consume(key(email)), mailsFrom.consume(address)]);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        refuse(error.msBeforeNext);
      }
    },
  };
}

/** Counts whose hour is over; how many went. The limiter keeps its own time, in milliseconds of the system's clock. */
export async function deleteExpiredRateLimits(pool: Pool): Promise<number> {
  const spent = await pool.query("delete from rate_limit where expire < extract(epoch from clock_timestamp()) * 1000");
  return spent.rowCount ?? 0;
}
