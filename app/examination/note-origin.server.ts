import { RecentlyUsed } from "~/kernel/recently-used";
import type { Db } from "~/platform/database/handle";
import { browserFamily } from "./browser-family";
import { upsertOrigin } from "./integrity-queries.server";

/** Minutes after which the same origin is written again: its last sight is right to so many. */
const againAfterMinutes = 5;
const written = new RecentlyUsed<number>(5_000);

/**
 * Notes from which address, browser and system a candidate's request came. Most requests of an attempt come from where the one before came, and
 * cost no statement.
 */
export async function noteOrigin(
  db: Db,
  request: { readonly attemptId: string; readonly address: string; readonly userAgent: string | null },
  now: Date,
): Promise<void> {
  const origin = {
    attemptId: request.attemptId,
    address: request.address.slice(0, 64),
    ...browserFamily(request.userAgent),
  };
  const key = Object.values(origin).join(" ");
  const last = written.get(key);
  if (last !== undefined && now.getTime() - last < againAfterMinutes * 60_000) return;
  await upsertOrigin(db, origin, now);
  written.set(key, now.getTime());
}
