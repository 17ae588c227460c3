import { z } from "zod";
import { type Criterion, type Share, shares } from "~/examination/marking/report-rubric";
import { markField, remarkField } from "./field-names";

const share = z.enum(["1", "0.5", "0"]).transform((text) => shares.find((one) => one === Number(text)) as Share);
const remark = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .optional()
    .transform((text) => text || null);

/** A mark for every criterion, each with room for a remark. */
export function markingSchema(rubric: readonly Criterion[]) {
  const fields = rubric.flatMap(({ id }): [string, z.ZodType][] => [
    [markField(id), share],
    [remarkField(id), remark(500)],
  ]);
  return z
    .object({ ...Object.fromEntries(fields), remark: remark(2_000) })
    .transform((given: Record<string, unknown>) => ({
      remark: given.remark as string | null,
      marks: rubric.map(({ id }) => ({
        criterion: id,
        share: given[markField(id)] as Share,
        remark: given[remarkField(id)] as string | null,
      })),
    }));
}
