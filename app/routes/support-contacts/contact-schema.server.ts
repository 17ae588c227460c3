import { z } from "zod";
import { contactRoles } from "~/organisations/support-contact";
import { dayField } from "~/web/day-field.server";
import { isId } from "~/web/params.server";

export const entities = ["ionos_se", "ionos_inc", "ionos_ltd"] as const;

const about = {
  entity: z.enum(entities),
  role: z.enum(contactRoles),
  seenId: z.string().refine(isId, "invalid").default(""),
};

export const contactSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("cancel"), ...about }),
  z
    .object({
      intent: z.literal("schedule"),
      ...about,
      // Digits with what people put between them; at least one digit.
      phone: z
        .string()
        .trim()
        .max(60)
        .regex(/^\+?[\d ()./-]*\d[\d ()./-]*$/, "invalid")
        .optional(),
      email: z.email().max(254).optional(),
      effectiveOn: dayField,
    })
    .refine(({ phone, email }) => phone || email, { path: ["phone"], message: "required" }),
]);
