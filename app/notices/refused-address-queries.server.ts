import { sql } from "kysely";
import type { Reader, Trx } from "~/platform/database/handle";

export interface Refusal {
  readonly personId: string;
  readonly address: string;
  /** What the mail server said. */
  readonly answer: string;
}

/** Remembers that the address is refused; since when it has been, which is earlier than `now` when it was known. */
export async function recordRefusal(trx: Trx, refusal: Refusal, now: Date): Promise<{ since: Date }> {
  return trx
    .insertInto("refusedAddress")
    .values({ ...refusal, since: now })
    .onConflict((conflict) =>
      conflict.column("personId").doUpdateSet({
        address: refusal.address,
        answer: refusal.answer,
        since: sql<Date>`case when refused_address.address = excluded.address then refused_address.since else excluded.since end`,
      }),
    )
    .returning("since")
    .executeTakeFirstOrThrow();
}

export async function forgetRefusal(trx: Trx, personId: string): Promise<void> {
  await trx.deleteFrom("refusedAddress").where("personId", "=", personId).execute();
}

/** The refusal of the address that the person has now; undefined when mail arrives, as far as is known. */
export async function selectRefusal(db: Reader, personId: string): Promise<(Refusal & { since: Date }) | undefined> {
  return db
    .selectFrom("refusedAddress")
    .innerJoin("person", "person.id", "refusedAddress.personId")
    .select(["refusedAddress.personId", "refusedAddress.address", "refusedAddress.answer", "refusedAddress.since"])
    .where("refusedAddress.personId", "=", personId)
    .whereRef("person.email", "=", "refusedAddress.address")
    .executeTakeFirst();
}
