import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { handInExam } from "~/eligibility/hand-in-exam.server";
import { handInDueAt } from "~/examination/attempt-policy";
import { type Sitting, selectSitting } from "~/examination/attempt-queries.server";
import { notFound } from "~/kernel/rejection";
import { type Admitted, may } from "./gate.server";
import { idParam } from "./params.server";
import { paths } from "./paths";

/**
 * The first line of every page of an exam under way: the person's own attempt, or 404. An attempt that is over leads to its result, and one
 * whose time is over is handed in by the first request that comes.
 */
export async function sitting(args: LoaderFunctionArgs | ActionFunctionArgs): Promise<Admitted & Sitting> {
  const admitted = await may(args, "exam.sit");
  const { portal, actor, now } = admitted;
  const found = await selectSitting(portal.db, idParam(args, "attemptId"));
  const { attempt } = found;
  if (attempt.personId !== actor.personId) throw notFound();
  if (!attempt.finishedAt) {
    if (now < handInDueAt(attempt)) return { ...admitted, ...found };
    await handInExam(portal.db, { attemptId: attempt.id, by: "deadline" }, now, portal.random);
  }
  throw redirect(paths.examResult(attempt.id));
}
