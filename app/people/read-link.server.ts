import type { Db } from "~/platform/database/handle";
import { linkHash } from "./issue-link.server";
import { selectOptionalLink } from "./sign-in-queries.server";

/** Whose password the link may set; undefined when it was used, has expired or never was. Looking does not use it up. */
export async function readLink(
  db: Db,
  token: string,
  now: Date,
): Promise<{ fullName: string; email: string } | undefined> {
  const link = await selectOptionalLink(db, linkHash(token), now);
  return link && { fullName: link.fullName, email: link.email };
}
