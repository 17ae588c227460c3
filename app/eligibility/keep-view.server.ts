import { policy } from "~/kernel/policy";
import { conflict } from "~/kernel/rejection";
import { type Db, inTransaction } from "~/platform/database/handle";
import { deleteView, insertView, lockViews, updateOpensFirst, updateViewName } from "./saved-view-queries.server";

/** A person's own bookmarks: they decide nothing, so the audit chain does not hold them. */
export async function saveView(
  db: Db,
  command: { personId: string; name: string; query: string; opensFirst: boolean },
  now: Date,
): Promise<{ viewId: string }> {
  const { personId, name, query, opensFirst } = command;
  return inTransaction(db, async (trx) => {
    const most = policy.savedViewsPerPerson;
    if ((await lockViews(trx, personId)).length >= most) throw conflict("too_many_views", { most });
    const viewId = await insertView(trx, { personId, name, query, createdAt: now });
    if (opensFirst) await updateOpensFirst(trx, personId, viewId);
    return { viewId };
  });
}

/** Renames the view and says whether it opens first. Throws `view_name_taken`, `not_found`. */
export async function changeView(
  db: Db,
  command: { personId: string; viewId: string; name: string; opensFirst: boolean; openedFirst: boolean },
): Promise<void> {
  const { personId, viewId, name, opensFirst, openedFirst } = command;
  await inTransaction(db, async (trx) => {
    await lockViews(trx, personId);
    await updateViewName(trx, personId, viewId, name);
    if (opensFirst !== openedFirst) await updateOpensFirst(trx, personId, opensFirst ? viewId : null);
  });
}

export async function dropView(db: Db, command: { personId: string; viewId: string }): Promise<void> {
  await deleteView(db, command.personId, command.viewId);
}
