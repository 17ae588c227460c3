import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { handInExam } from "~/eligibility/hand-in-exam.server";
import { handInDueAt } from "~/examination/attempt-policy";
import {
  type OwnSitting,
  type Sitting,
  selectOptionalOwnSitting,
  selectSitting,
} from "~/examination/sitting-queries.server";
import { notFound } from "~/kernel/rejection";
import { type Admitted, may } from "./gate.server";
import { idParam, isId } from "./params.server";
import { paths } from "./paths";
import { signInHash } from "./sign-in-session.server";

/**
 * The first line of every page of an exam under way: the person's own attempt, or 404. An attempt that is over leads to its result, and one
 * whose time is over is handed in by the first request that comes.
 * @param arrivedLate called before an attempt that is over leads to its result
 */
export async function sitting(
  args: LoaderFunctionArgs | ActionFunctionArgs,
  arrivedLate?: (sat: Admitted & Sitting) => Promise<void>,
): Promise<Admitted & Sitting> {
  const admitted = await may(args, "exam.sit");
  const { portal, actor, now } = admitted;
  const found = await selectSitting(portal.db, idParam(args, "attemptId"));
  const { attempt } = found;
  if (attempt.personId !== actor.personId) throw notFound();
  if (!attempt.finishedAt) {
    if (now < handInDueAt(attempt)) return { ...admitted, ...found };
    await handInExam(portal.db, { attemptId: attempt.id, by: "deadline" }, now, portal.random);
  }
  await arrivedLate?.({ ...admitted, ...found });
  throw redirect(paths.examResult(attempt.id));
}

/**
 * The same for the page that whole courses open at one moment, in one statement: undefined wherever there is anything else to say than that the exam
 * goes on, which `sitting` then says.
 */
export async function ownSitting({
  context,
  params,
  request,
}: LoaderFunctionArgs): Promise<(OwnSitting & { readonly now: Date }) | undefined> {
  const { attemptId = "" } = params;
  const tokenHash = isId(attemptId) ? await signInHash(context, request) : null;
  if (!tokenHash) return undefined;
  const now = context.portal.clock.now();
  const found = await selectOptionalOwnSitting(context.portal.db, attemptId, tokenHash, now);
  return found && !found.attempt.finishedAt && now < found.attempt.deadlineAt ? { ...found, now } : undefined;
}
