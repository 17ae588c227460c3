import type { Db } from "~/platform/database/handle";
import { selectMiscounted } from "./counting-queries.server";

const peopleAtOnce = 1_000;

/** Computes from the facts who counts when, for everybody, and compares it with what the database keeps; who differs. */
export async function verifyCounting(db: Db): Promise<{ people: string[] }> {
  const people: string[] = [];
  for (let after: string | null = null; ; ) {
    const { personIds, last }: Awaited<ReturnType<typeof selectMiscounted>> = await selectMiscounted(db, {
      after,
      limit: peopleAtOnce,
    });
    people.push(...personIds);
    if (last === null) return { people };
    after = last;
  }
}
