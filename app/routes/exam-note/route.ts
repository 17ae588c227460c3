import { type ActionFunctionArgs, json } from "@remix-run/node";
import { z } from "zod";
import { longestNote } from "~/examination/longest-note";
import { type NoteOutcome, writeNote } from "~/examination/write-note.server";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";

const schema = z.object({
  client: z.string().min(1).max(64),
  note: z.object({
    ordinal: z.int().min(1).max(500),
    sequence: z.int().min(1),
    text: z.string().max(longestNote),
  }),
});

const statusOf: Record<NoteOutcome["outcome"], number> = {
  saved: 200,
  stale: 200,
  late: 409,
  finished: 409,
  elsewhere: 409,
};

/** What the candidate notes beside a question; apart from the answers, whose way it must not lengthen. */
export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "exam.sit");
  const attemptId = idParam(args, "attemptId");
  const sent = schema.safeParse(await args.request.json().catch(() => undefined));
  if (!sent.success) throw json({ code: "bad_request", facts: {}, requestId: "" }, { status: 400 });
  const { client: clientId, note } = sent.data;
  const outcome = await writeNote(portal.db, { attemptId, personId: actor.personId, clientId, ...note }, now);
  return json(
    { ...outcome, now },
    { status: statusOf[outcome.outcome], headers: { "Cache-Control": "private, no-store" } },
  );
});
