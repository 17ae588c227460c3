import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { notFound } from "~/kernel/rejection";
import { updateLanguage } from "~/people/person-queries.server";
import { answering } from "~/web/answering.server";
import { readForm } from "~/web/form.server";
import { anybody } from "~/web/gate.server";
import { isLanguage, languageCookie } from "~/web/language.server";
import { paths, safeReturn } from "~/web/paths";

export const loader = () => redirect(paths.home());

/** The switch on every page: kept with the person when signed in, else in a cookie. */
export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor } = await anybody(args);
  const form = await readForm(args.request);
  const language = form.get("language");
  if (!isLanguage(language)) throw notFound();
  if (actor) await updateLanguage(portal.db, actor.personId, language);
  const back = form.get("returnTo");
  const cookie = await languageCookie.serialize(language);
  return redirect(safeReturn(typeof back === "string" ? back : null), { headers: { "Set-Cookie": cookie } });
});
