import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { endAllSignIns } from "~/people/end-all-sign-ins.server";
import { answering } from "~/web/answering.server";
import { readForm } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { endSignIn } from "~/web/sign-in-session.server";

export const loader = () => redirect(paths.home());

/** Signs out here or, with `everywhere`, in every browser. */
export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "account.own");
  const form = await readForm(args.request);
  if (form.get("everywhere") === "yes") await endAllSignIns(portal.db, { personId: actor.personId }, now);
  return redirect(paths.signIn(), { headers: { "Set-Cookie": await endSignIn(args.context, args.request) } });
});
