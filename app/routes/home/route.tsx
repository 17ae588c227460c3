import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { answering } from "~/web/answering.server";
import { anybody } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { startPage } from "~/web/start-page";

/** Everybody lands where their work is. */
export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { actor } = await anybody(args);
  throw redirect(actor ? startPage(actor) : paths.signIn());
});
