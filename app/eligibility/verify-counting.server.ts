import type { Db } from "~/platform/database/handle";
import { selectMiscounted, selectMisprofiled } from "./counting-queries.server";

const atOnce = 1_000;

/**
 * Computes from the facts who counts when, for everybody, and compares it with what the database keeps: the people who differ, and the organisations
 * whose profile is not that of their people.
 */
export async function verifyCounting(db: Db): Promise<{ people: string[]; organisations: string[] }> {
  const [people, organisations]: [string[], string[]] = [[], []];
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof selectMiscounted>> = await selectMiscounted(db, { after, limit: atOnce });
    people.push(...page.personIds);
    if (page.last === null) break;
    after = page.last;
  }
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof selectMisprofiled>> = await selectMisprofiled(db, { after, limit: atOnce });
    organisations.push(...page.organisationIds);
    if (page.last === null) break;
    after = page.last;
  }
  return { people, organisations };
}
