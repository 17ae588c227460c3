import { z } from "zod";
import { type OverviewQuestion, overviewSorts, statusOrder } from "~/eligibility/overview";
import { parseDay } from "~/kernel/calendar";
import { decisionOutcomes } from "~/organisations/decision";

const perPage = 50;

/** What the address asks for; anything it cannot mean counts as not asked. */
const schema = z.object({
  text: z.string().max(200).catch(""),
  status: z.enum(statusOrder).nullable().catch(null),
  levelCode: z.string().max(40).nullable().catch(null),
  contractingEntity: z.enum(["ionos_se", "ionos_inc", "ionos_ltd"]).nullable().catch(null),
  decision: z
    .enum([...decisionOutcomes, "none"])
    .nullable()
    .catch(null),
  fallMonth: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .nullable()
    .catch(null),
  sort: z.enum(overviewSorts).catch("status"),
  direction: z.enum(["asc", "desc"]).catch("asc"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

const read = (query: URLSearchParams): OverviewQuestion => {
  const asked = (name: string) => query.get(name) || null;
  return {
    ...schema.parse({
      text: asked("text") ?? "",
      status: asked("status"),
      levelCode: asked("level"),
      contractingEntity: asked("entity"),
      decision: asked("decision"),
      fallMonth: asked("falls"),
      sort: asked("sort"),
      direction: asked("direction"),
      page: asked("page"),
    }),
    perPage,
  };
};

export const readQuestion = (request: Request): OverviewQuestion => read(new URL(request.url).searchParams);

/** The question behind `search` (its day, filters and order, not the page) in one spelling, so that equal questions are equal texts. */
export function overviewQuery(search: string): string {
  const query = new URLSearchParams(search);
  const { text, status, levelCode, contractingEntity, decision, fallMonth, sort, direction } = read(query);
  const on = parseDay(query.get("on") ?? "");
  const parts = {
    on,
    text: text.trim(),
    status,
    level: levelCode,
    entity: contractingEntity,
    decision,
    falls: fallMonth,
    sort: sort === "status" && direction === "asc" ? null : sort,
    direction: direction === "asc" ? null : direction,
  };
  return new URLSearchParams(
    Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : [])),
  ).toString();
}
