import { redirect } from "@remix-run/node";
import { z } from "zod";
import { changeView, dropView, saveView } from "~/eligibility/keep-view.server";
import type { Admitted } from "~/web/gate.server";
import { overviewQuery } from "~/web/overview-query.server";
import { isId } from "~/web/params.server";
import { paths } from "~/web/paths";

const name = z.string().trim().min(1).max(60);
const ticked = z.boolean().default(false);
const viewId = z.string().refine(isId, "invalid");

export const viewSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save_view"), name, opensFirst: ticked, query: z.string().max(1_000).default("") }),
  z.object({ intent: z.literal("change_view"), viewId, name, opensFirst: ticked, openedFirst: ticked }),
  z.object({ intent: z.literal("delete_view"), viewId }),
]);

/** Saves, changes or deletes one of the person's own views; goes back to what it shows. */
export async function actOnViews({ portal, actor, now }: Admitted, value: z.output<typeof viewSchema>, search: string) {
  const { personId } = actor;
  switch (value.intent) {
    case "save_view": {
      const query = overviewQuery(value.query);
      await saveView(portal.db, { personId, name: value.name, opensFirst: value.opensFirst, query }, now);
      return redirect(paths.organisations(`?${query || "view=all"}`));
    }
    case "change_view":
      await changeView(portal.db, { personId, ...value });
      return redirect(paths.organisations(search || "?view=all"));
    case "delete_view":
      await dropView(portal.db, { personId, viewId: value.viewId });
      return redirect(paths.organisations(search || "?view=all"));
  }
}
