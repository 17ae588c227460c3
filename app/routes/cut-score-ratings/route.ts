import { type ActionFunctionArgs, json } from "@remix-run/node";
import { progressOf } from "~/examination/cut-score/ballot-progress";
import { rateItems } from "~/examination/cut-score/judge-items.server";
import { readBallot } from "~/examination/cut-score/read-ballot.server";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { ratingsSchema } from "~/web/sent-ratings.server";

/** What the ballot sends by itself while a judge is typing; answers how far the judge is. */
export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "account.own");
  const judge = { studyId: idParam(args, "studyId"), personId: actor.personId };
  const form = await readForm(args.request);
  return submitted(form, ratingsSchema(form), async (ratings) => {
    await rateItems(portal.db, { ...judge, ratings }, now);
    const { items } = await readBallot(portal.db, { ...judge, language }, now);
    return json(progressOf(items), { headers: { "Cache-Control": "no-store" } });
  });
});
