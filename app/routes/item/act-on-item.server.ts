import { redirect } from "@remix-run/node";
import { z } from "zod";
import { commentOnItem, reviewItem } from "~/examination/authoring/review-item.server";
import type { Permission } from "~/people/permissions";
import type { Portal } from "~/platform/portal";
import { submitted } from "~/web/form.server";
import { paths } from "~/web/paths";

const version = z.coerce.number().int().min(1).max(100_000);
const remark = z.string().trim().max(2_000);

/** What is sent back or taken out of use is told why. */
const schema = z.discriminatedUnion("step", [
  z.object({ step: z.enum(["submitted", "approved"]), version, remark: remark.optional() }),
  z.object({ step: z.enum(["returned", "retired"]), version, remark: remark.min(3) }),
  z.object({ step: z.literal("comment"), version, remark: remark.min(1) }),
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
    const { step, version } = value;
    if (step === "comment") {
      await commentOnItem(portal.db, { actorId, itemId, version, body: value.remark }, now);
    } else {
      await reviewItem(portal.db, { actorId, itemId, version, step, remark: value.remark || null }, now);
    }
    return redirect(paths.item(itemId));
  });
}
