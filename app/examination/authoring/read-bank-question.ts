import { z } from "zod";
import { clauseTags } from "../clause-tags";
import { sections } from "../section-names";
import { type BankQuestion, bankSorts, itemKinds, itemStatuses, longestSearch, pools } from "./bank-question";

const perPage = 50;

type Query = { get(name: string): string | null };

const yes = z
  .literal("yes")
  .transform(() => true)
  .catch(false);

/** What the address asks for; anything it cannot mean counts as not asked. */
const schema = z.object({
  text: z
    .string()
    .trim()
    .transform((text) => text.slice(0, longestSearch).trim())
    .catch(""),
  section: z.enum(sections).nullable().catch(null),
  kind: z.enum(itemKinds).nullable().catch(null),
  status: z.enum(itemStatuses).nullable().catch(null),
  clause: z.enum(clauseTags).nullable().catch(null),
  pool: z.enum(pools).nullable().catch(null),
  outdated: yes,
  remarked: yes,
  sort: z.enum(bankSorts).catch("code"),
  direction: z.enum(["asc", "desc"]).catch("asc"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** The question as the address of the list carries it. */
export function readBankQuestion(query: Query): BankQuestion {
  const asked = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, query.get(name) || null]));
  return { ...schema.parse(asked), perPage };
}

/** Whether more was asked for than is searched for. */
export const isTextCut = (query: Query): boolean => (query.get("text")?.trim().length ?? 0) > longestSearch;
