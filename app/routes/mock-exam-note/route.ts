import { type ActionFunctionArgs, json } from "@remix-run/node";
import { writeMockNote } from "~/examination/save-mock-answer.server";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { savedHeaders as headers, savedStatus, sentNote } from "~/web/sent-answer.server";

/** What is noted beside a question of a mock examination. */
export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "practice.use");
  const key = { roundId: idParam(args, "roundId"), personId: actor.personId };
  const sent = sentNote.safeParse(await args.request.json().catch(() => undefined));
  if (!sent.success) throw json({ code: "bad_request", facts: {}, requestId: "" }, { status: 400 });
  const { client: clientId, note } = sent.data;
  const outcome = await writeMockNote(portal.db, { ...key, clientId, ...note }, now);
  return json({ ...outcome, now }, { status: savedStatus[outcome.outcome], headers });
});
