import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { isOver } from "~/examination/finish-practice.server";
import { selectOptionalRound } from "~/examination/practice-queries.server";
import { saveMockAnswer, takeOverMock } from "~/examination/save-mock-answer.server";
import { notFound } from "~/kernel/rejection";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { savedHeaders as headers, savedStatus, sentAnswer } from "~/web/sent-answer.server";

/** Where the mock examination stands, for a page that has nothing to save: its time may be over, another browser may have taken over. */
export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, now } = await may(args, "practice.use");
  const key = { roundId: idParam(args, "roundId"), personId: actor.personId };
  const round = await selectOptionalRound(portal.db, key);
  if (round?.kind !== "mock") throw notFound();
  const { finishedAt, activeClient, deadlineAt } = round;
  const client = new URL(args.request.url).searchParams.get("client");
  // A window that was open before windows claimed is told of another once there is one.
  const isHere = activeClient === null || activeClient === client;
  const outcome = finishedAt || isOver(round, now) ? "finished" : isHere ? "here" : "elsewhere";
  return json({ outcome, deadlineAt, now }, { headers });
});

/** Takes an answer as that of an examination is taken, or, without one, that from now on this browser answers. */
export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "practice.use");
  const sent = sentAnswer.safeParse(await args.request.json().catch(() => undefined)).data;
  if (!sent) throw json({ code: "bad_request", facts: {}, requestId: "" }, { status: 400 });
  const key = { roundId: idParam(args, "roundId"), personId: actor.personId, clientId: sent.client };
  if (sent.answer) {
    const saved = await saveMockAnswer(portal.db, { ...key, ...sent.answer }, now);
    return json({ ...saved, now }, { status: savedStatus[saved.outcome], headers });
  }
  const taken = await takeOverMock(portal.db, key, now);
  return json({ ...taken, now }, { status: savedStatus[taken.outcome], headers });
});
