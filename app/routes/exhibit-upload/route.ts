import { type ActionFunctionArgs, json } from "@remix-run/node";
import { keepImage } from "~/examination/images/keep-image.server";
import { answering } from "~/web/answering.server";
import { readForm } from "~/web/form.server";
import { may } from "~/web/gate.server";

/** Keeps the picture an author has chosen; answers with its name, or with the fault of the file. */
export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "item.write");
  const file = (await readForm(args.request)).get("file");
  if (!(file instanceof Blob) || file.size === 0) return json({ fault: "image_missing" }, { status: 400 });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kept = await keepImage(portal.db, { actorId: actor.personId, bytes }, now);
  return json(kept, { status: "fault" in kept ? 400 : 200 });
});
