import { z } from "zod";
import { type OverviewQuestion, overviewSorts, statusOrder } from "~/eligibility/overview";

const perPage = 50;

/** What the address asks for; anything it cannot mean counts as not asked. */
const schema = z.object({
  text: z.string().max(200).catch(""),
  status: z.enum(statusOrder).nullable().catch(null),
  levelCode: z.string().max(40).nullable().catch(null),
  contractingEntity: z.enum(["ionos_se", "ionos_inc", "ionos_ltd"]).nullable().catch(null),
  sort: z.enum(overviewSorts).catch("status"),
  direction: z.enum(["asc", "desc"]).catch("asc"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export function readQuestion(request: Request): OverviewQuestion {
  const query = new URL(request.url).searchParams;
  const asked = (name: string) => query.get(name) || null;
  return {
    ...schema.parse({
      text: asked("text") ?? "",
      status: asked("status"),
      levelCode: asked("level"),
      contractingEntity: asked("entity"),
      sort: asked("sort"),
      direction: asked("direction"),
      page: asked("page"),
    }),
    perPage,
  };
}
