import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { finishPractice, isOver } from "~/examination/finish-practice.server";
import { type PracticeRound, selectOptionalRound } from "~/examination/practice-queries.server";
import { notFound } from "~/kernel/rejection";
import { selectOptionalCurrentMembership } from "~/organisations/membership-queries.server";
import { type Admitted, may } from "./gate.server";
import { idParam } from "./params.server";
import { paths } from "./paths";

export interface MockSitting {
  readonly round: PracticeRound;
  readonly deadlineAt: Date;
  /** IANA zone of the organisation, in which times are shown. */
  readonly timeZone: string;
}

/**
 * The first line of every page of a mock examination under way: the person's own, or 404. One that is over leads to its result, and one whose time is
 * over is finished by the first request that comes.
 */
export async function mockSitting(args: LoaderFunctionArgs | ActionFunctionArgs): Promise<Admitted & MockSitting> {
  const admitted = await may(args, "practice.use");
  const { portal, actor, now } = admitted;
  const key = { roundId: idParam(args, "roundId"), personId: actor.personId };
  const round = await selectOptionalRound(portal.db, key);
  // Only a mock examination has a deadline.
  if (!round?.deadlineAt) throw notFound();
  if (!round.finishedAt && !isOver(round, now)) {
    const membership = await selectOptionalCurrentMembership(portal.db, actor.personId, now);
    return { ...admitted, round, deadlineAt: round.deadlineAt, timeZone: membership?.timeZone ?? "UTC" };
  }
  if (!round.finishedAt) await finishPractice(portal.db, key, now);
  throw redirect(paths.practiceRound(round.id));
}
