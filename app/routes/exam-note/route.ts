import { type ActionFunctionArgs, json } from "@remix-run/node";
import { writeNote } from "~/examination/write-note.server";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { savedHeaders as headers, savedStatus, sentNote } from "~/web/sent-answer.server";

/** What the candidate notes beside a question; apart from the answers, whose way it must not lengthen. */
export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "exam.sit");
  const attemptId = idParam(args, "attemptId");
  const sent = sentNote.safeParse(await args.request.json().catch(() => undefined));
  if (!sent.success) throw json({ code: "bad_request", facts: {}, requestId: "" }, { status: 400 });
  const { client: clientId, note } = sent.data;
  const outcome = await writeNote(portal.db, { attemptId, personId: actor.personId, clientId, ...note }, now);
  return json({ ...outcome, now }, { status: savedStatus[outcome.outcome], headers });
});
