import { type ActionFunctionArgs, json } from "@remix-run/node";
import { z } from "zod";
import { selectAttempt } from "~/examination/attempt-queries.server";
import { insertEvents } from "~/examination/integrity-queries.server";
import { notFound } from "~/kernel/rejection";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";

const occurrence = {
  sequence: z.int().min(1).max(100_000),
  ordinal: z.int().min(1).max(500),
  agoMs: z.number().min(0).max(86_400_000),
};
const schema = z.object({
  client: z.string().min(1).max(64),
  events: z
    .array(
      z.discriminatedUnion("kind", [
        z.object({ kind: z.enum(["focus_lost", "focus_regained"]), ...occurrence }),
        z.object({ kind: z.literal("pasted"), characters: z.int().min(0).max(1_000_000), ...occurrence }),
      ]),
    )
    .min(1)
    .max(50),
});

/** What the page noticed since it last told: stored once, however often it is told. */
export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "exam.sit");
  const { personId } = actor;
  const attemptId = idParam(args, "attemptId");
  const sent = schema.safeParse(await args.request.json().catch(() => undefined));
  if (!sent.success) throw json({ code: "bad_request", facts: {}, requestId: "" }, { status: 400 });
  if ((await selectAttempt(portal.db, attemptId)).personId !== personId) throw notFound();
  const { client: clientId, events } = sent.data;
  const noticed = events.map(({ agoMs, ...event }) => ({
    characters: null,
    ...event,
    happenedAt: new Date(now.getTime() - agoMs),
  }));
  const stored = await insertEvents(portal.db, { attemptId, personId, clientId }, noticed, now);
  return json({ stored }, { headers: { "Cache-Control": "private, no-store" } });
});
