import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { readPresentations } from "~/examination/form-queries.server";
import { selectPracticeItems } from "~/examination/practice-queries.server";
import { renderItem } from "~/examination/render-item.server";
import type { ShownItem } from "~/examination/shown-item";
import { answering } from "~/web/answering.server";
import { mockSitting } from "~/web/mock-sitting.server";
import { savedHeaders as headers } from "~/web/sent-answer.server";

/** Every question of the mock examination as the page shows it, so that whoever loses the connection can go on. */
export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language, round } = await mockSitting(args);
  const form = await selectPracticeItems(portal.db, round.id);
  const presentations = await readPresentations(portal.db, form, language);
  const items = form.flatMap((item, index): ShownItem[] => {
    const presentation = presentations[index];
    return presentation ? [renderItem(item, presentation)] : [];
  });
  return json({ items }, { headers });
});
