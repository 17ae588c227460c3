import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { selectAttempt } from "~/examination/attempt-queries.server";
import { type SaveOutcome, saveAnswer, saveAnswerSignedIn, takeOverAttempt } from "~/examination/save-answer.server";
import { notFound } from "~/kernel/rejection";
import { answering } from "~/web/answering.server";
import { noteOriginOf } from "~/web/attempt-origin.server";
import { may } from "~/web/gate.server";
import { idParam, isId } from "~/web/params.server";
import { signInHash } from "~/web/sign-in-session.server";

/** No examination lasts as long: given before this, given before it began. */
const longestAgoMs = 86_400_000;

/** What the exam page sends: an answer, or, without one, that from now on this browser answers. */
const schema = z.object({
  client: z.string().min(1).max(64),
  answer: z
    .object({
      ordinal: z.int().min(1).max(500),
      sequence: z.int().min(1),
      agoMs: z
        .number()
        .min(0)
        .transform((ms) => Math.min(ms, longestAgoMs)),
      flagged: z.boolean(),
      given: z.unknown(),
    })
    .optional(),
});

const statusOf: Record<SaveOutcome["outcome"], number> = {
  saved: 200,
  stale: 200,
  unusable: 400,
  late: 409,
  finished: 409,
  elsewhere: 409,
};

const headers = { "Cache-Control": "private, no-store" };

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
  const sent = schema.safeParse(await request.json().catch(() => undefined)).data;
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
  await takeOverAttempt(db, key);
  return json({ outcome: "here", now }, { headers });
});

async function told(args: ActionFunctionArgs, attemptId: string, outcome: SaveOutcome, now: Date) {
  await noteOriginOf(args, attemptId, now);
  return json({ ...outcome, now }, { status: statusOf[outcome.outcome], headers });
}
