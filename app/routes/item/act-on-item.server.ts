import { redirect } from "@remix-run/node";
import { z } from "zod";
import { remarkOnItem, turnRemark } from "~/examination/authoring/remark-on-item.server";
import { reviewItem } from "~/examination/authoring/review-item.server";
import type { Permission } from "~/people/permissions";
import type { Portal } from "~/platform/portal";
import { submitted } from "~/web/form.server";
import { paths } from "~/web/paths";

const version = z.coerce.number().int().min(1).max(100_000);
const remark = z.string().trim().max(2_000);

const ticked = z.literal("on").optional();

const remarkId = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** What is sent back, taken out of use, discarded, or approved in spite of open remarks is told why. */
const schema = z.discriminatedUnion("step", [
  z.object({ step: z.literal("submitted"), version, remark: remark.optional() }),
  z
    .object({
      step: z.literal("approved"),
      version,
      remark: remark.optional(),
      despite: ticked,
      outdated: z.enum(["confirmed", "left"]).optional(),
    })
    .refine((value) => !value.despite || (value.remark ?? "").length >= 3, {
      path: ["remark"],
      params: { fault: "required" },
    }),
  z.object({ step: z.enum(["returned", "retired", "discarded"]), version, remark: remark.min(3) }),
  z.object({ step: z.literal("comment"), version, remark: remark.min(1), repliesTo: remarkId.optional() }),
  z.object({ step: z.enum(["resolved", "reopened"]), remarkId }),
]);

/** The permission that the button pressed asks for. */
export const permissionFor = (form: FormData): Permission =>
  ["approved", "retired", "returned"].includes(String(form.get("step"))) ? "item.review" : "item.write";

export function actOnItem(
  portal: Portal,
  form: FormData,
  { itemId, actorId }: { itemId: string; actorId: string },
  now: Date,
) {
  return submitted(form, schema, async (value) => {
    const about = { actorId, itemId };
    switch (value.step) {
      case "resolved":
      case "reopened":
        await turnRemark(portal.db, { ...about, remarkId: value.remarkId, turn: value.step }, now);
        return redirect(`${paths.item(itemId)}#remarks`);
      case "comment": {
        const { version, remark: body, repliesTo = null } = value;
        await remarkOnItem(portal.db, { ...about, version, body, repliesTo }, now);
        return redirect(`${paths.item(itemId)}#remarks`);
      }
      default: {
        const { step, version } = value;
        const despiteRemarks = "despite" in value && value.despite === "on";
        const outdatedTexts = "outdated" in value ? value.outdated : undefined;
        const said = { remark: value.remark || null, despiteRemarks, outdatedTexts };
        await reviewItem(portal.db, { ...about, version, step, ...said }, now);
        return redirect(paths.item(itemId, { done: step }));
      }
    }
  });
}
