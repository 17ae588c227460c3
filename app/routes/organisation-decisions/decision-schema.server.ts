import { z } from "zod";
import { decisionOutcomes } from "~/organisations/decision";
import { dayField } from "~/web/day-field.server";
import { isId } from "~/web/params.server";

const decide = z
  .object({
    intent: z.literal("decide"),
    outcome: z.enum(decisionOutcomes),
    effectiveOn: dayField,
    remediationThrough: dayField.optional(),
    reason: z.string().trim().min(1).max(2_000),
    seenId: z
      .string()
      .refine((id) => isId(id), "invalid")
      .default(""),
  })
  .refine(({ outcome, remediationThrough }) => outcome !== "remediation" || remediationThrough, {
    path: ["remediationThrough"],
    message: "required",
  })
  .refine(({ effectiveOn, remediationThrough }) => !remediationThrough || remediationThrough >= effectiveOn, {
    path: ["remediationThrough"],
    message: "end_before_start",
  })
  // A day left in the field of another outcome is not what is decided.
  .transform(({ remediationThrough, ...rest }) => ({
    ...rest,
    remediationThrough: rest.outcome === "remediation" ? (remediationThrough ?? null) : null,
  }));

const nameManager = z.object({
  intent: z.literal("name_manager"),
  managerId: z.string().refine(isId, "not_one_of").optional(),
});

export const decisionSchema = z.discriminatedUnion("intent", [nameManager, decide]);
