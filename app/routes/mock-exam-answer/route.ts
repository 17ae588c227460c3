import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { isOver } from "~/examination/finish-practice.server";
import { selectOptionalRound } from "~/examination/practice-queries.server";
import { saveMockAnswer } from "~/examination/save-mock-answer.server";
import { notFound } from "~/kernel/rejection";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { savedHeaders as headers, savedStatus, sentMockAnswer } from "~/web/sent-answer.server";

/** Where the mock examination stands, for a page that has nothing to save. */
export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { now, deadlineAt, finished } = await standing(args);
  return json({ outcome: finished ? "finished" : "here", deadlineAt, now }, { headers });
});

/** Takes an answer, or a mark without one, as those of an examination are taken; no browser has to take a place to give one. */
export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, key, now, finished } = await standing(args);
  const sent = sentMockAnswer.safeParse(await args.request.json().catch(() => undefined)).data;
  if (!sent) throw json({ code: "bad_request", facts: {}, requestId: "" }, { status: 400 });
  if (sent.answer) {
    const saved = await saveMockAnswer(portal.db, { ...key, ...sent.answer }, now);
    return json({ ...saved, now }, { status: savedStatus[saved.outcome], headers });
  }
  return json({ outcome: finished ? "finished" : "here", now }, { status: finished ? 409 : 200, headers });
});

async function standing(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { portal, actor, now } = await may(args, "practice.use");
  const key = { roundId: idParam(args, "roundId"), personId: actor.personId };
  const round = await selectOptionalRound(portal.db, key);
  // Only a mock examination has a deadline.
  if (!round?.deadlineAt) throw notFound();
  return { portal, key, now, deadlineAt: round.deadlineAt, finished: round.finishedAt !== null || isOver(round, now) };
}
