import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { readForm, readPresentations } from "~/examination/form-queries.server";
import { renderItem } from "~/examination/render-item.server";
import type { ShownItem } from "~/examination/shown-item";
import { answering } from "~/web/answering.server";
import { sitting } from "~/web/sitting.server";

/** Every item of the form as the page shows it, so that a candidate whose connection drops can go on. */
export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language, attempt } = await sitting(args);
  const form = await readForm(portal.db, attempt.id);
  const presentations = await readPresentations(portal.db, form, language);
  const items = form.flatMap((item, index): ShownItem[] => {
    const presentation = presentations[index];
    return presentation ? [renderItem(item, presentation)] : [];
  });
  return json({ items }, { headers: { "Cache-Control": "private, no-store" } });
});
