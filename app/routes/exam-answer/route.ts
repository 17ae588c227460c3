import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { selectAttempt } from "~/examination/attempt-queries.server";
import { type SaveOutcome, saveAnswer, saveAnswerSignedIn, takeOverAttempt } from "~/examination/save-answer.server";
import { notFound } from "~/kernel/rejection";
import { answering } from "~/web/answering.server";
import { noteOriginOf } from "~/web/attempt-origin.server";
import { may } from "~/web/gate.server";
import { idParam, isId } from "~/web/params.server";
import { savedHeaders as headers, savedStatus, sentAnswer } from "~/web/sent-answer.server";
import { signInHash } from "~/web/sign-in-session.server";

/** Where the attempt stands, for a page that has nothing to save: the deadline may have moved, another browser may have taken over. */
export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, now } = await may(args, "exam.sit");
  const attempt = await selectAttempt(portal.db, idParam(args, "attemptId"));
  if (attempt.personId !== actor.personId) throw notFound();
  const client = new URL(args.request.url).searchParams.get("client");
  const outcome = attempt.finishedAt ? "finished" : attempt.activeClient === client ? "here" : "elsewhere";
  return json({ outcome, deadlineAt: attempt.deadlineAt, now }, { headers });
});

/**
 * The hot path of an exam: one statement, which stores the answer for who sends it. Only where it stored nothing is it asked who that is and why.
 */
export const action = answering(async (args: ActionFunctionArgs) => {
  const { request, context } = args;
  const { db, clock } = context.portal;
  const sent = sentAnswer.safeParse(await request.json().catch(() => undefined)).data;
  const { attemptId: named = "" } = args.params;
  const tokenHash = sent?.answer && isId(named) ? await signInHash(context, request) : null;
  if (sent?.answer && tokenHash) {
    const now = clock.now();
    const command = { attemptId: named, clientId: sent.client, ...sent.answer };
    const saved = await saveAnswerSignedIn(db, tokenHash, command, now);
    if (saved) return told(args, named, saved, now);
  }
  const { actor, now } = await may(args, "exam.sit");
  const attemptId = idParam(args, "attemptId");
  if (!sent) throw json({ code: "bad_request", facts: {}, requestId: "" }, { status: 400 });
  const key = { attemptId, personId: actor.personId, clientId: sent.client };
  if (sent.answer) return told(args, attemptId, await saveAnswer(db, { ...key, ...sent.answer }, now), now);
  const { turn } = await takeOverAttempt(db, key, now);
  return json({ outcome: "here", turn, now }, { headers });
});

async function told(args: ActionFunctionArgs, attemptId: string, outcome: SaveOutcome, now: Date) {
  await noteOriginOf(args, attemptId, now);
  return json({ ...outcome, now }, { status: savedStatus[outcome.outcome], headers });
}
