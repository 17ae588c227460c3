import { conflict, notFound } from "~/kernel/rejection";
import { violates } from "~/platform/database/errors";
import type { Reader, Trx } from "~/platform/database/handle";

export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** Of the address, without the question mark. */
  readonly query: string;
  /** Opens when the list is opened without a question. */
  readonly opensFirst: boolean;
}

/** The person's own views, by name. */
export async function selectViews(db: Reader, personId: string): Promise<SavedView[]> {
  return db
    .selectFrom("savedView")
    .select(["id", "name", "query", "opensFirst"])
    .where("personId", "=", personId)
    .orderBy("name")
    .execute();
}

const namedOnce = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (violates(error, "saved_view_name")) throw conflict("view_name_taken");
    throw error;
  }
};

/** Locks the person, since a view that is still to come cannot be locked: what is done to a person's views is done one after the other. */
export async function lockViews(trx: Trx, personId: string): Promise<readonly string[]> {
  await trx.selectFrom("person").select("id").where("id", "=", personId).forNoKeyUpdate().execute();
  const rows = await trx.selectFrom("savedView").select("id").where("personId", "=", personId).execute();
  return rows.map(({ id }) => id);
}

/** Throws `view_name_taken`. */
export async function insertView(
  trx: Trx,
  view: { personId: string; name: string; query: string; createdAt: Date },
): Promise<string> {
  const { id } = await namedOnce(
    trx
      .insertInto("savedView")
      .values({ ...view, opensFirst: false })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  return id;
}

/** Throws `view_name_taken`, and `not_found` when it is not the person's. */
export async function updateViewName(trx: Trx, personId: string, id: string, name: string): Promise<void> {
  const row = await namedOnce(
    trx
      .updateTable("savedView")
      .set({ name })
      .where("id", "=", id)
      .where("personId", "=", personId)
      .returning("id")
      .executeTakeFirst(),
  );
  if (!row) throw notFound();
}

/** The one that opens first from now on; null for none. */
export async function updateOpensFirst(trx: Trx, personId: string, id: string | null): Promise<void> {
  await trx
    .updateTable("savedView")
    .set({ opensFirst: false })
    .where("personId", "=", personId)
    .where("opensFirst", "=", true)
    .execute();
  if (id === null) return;
  const row = await trx
    .updateTable("savedView")
    .set({ opensFirst: true })
    .where("id", "=", id)
    .where("personId", "=", personId)
    .returning("id")
    .executeTakeFirst();
  if (!row) throw notFound();
}

/** Nothing happens when it is gone already, or never was the person's. */
export async function deleteView(db: Reader, personId: string, id: string): Promise<void> {
  await db.deleteFrom("savedView").where("id", "=", id).where("personId", "=", personId).execute();
}
