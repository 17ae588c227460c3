import { type ActionFunctionArgs, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { beginAttempt, readExamAvailability } from "~/certification/begin-attempt.server";
import { formOutcome } from "~/components/form-outcome";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { deadlineOf, failuresSincePass, minutesCut } from "~/examination/attempt-policy";
import {
  selectAttemptsOf,
  selectOpenExceptions,
  selectOptionalActiveAttempt,
} from "~/examination/attempt-queries.server";
import { itemCountOf } from "~/examination/blueprint";
import { calculatorOf } from "~/examination/blueprint-limits";
import { currentDeclaration } from "~/examination/declaration";
import { readDrawFault } from "~/examination/draw-fault.server";
import { openingAt } from "~/examination/exam-window";
import { policy } from "~/kernel/policy";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { AvailabilityCard, type AvailabilityView } from "./availability-card";
import { ExamRules } from "./exam-rules";
import { messages } from "./messages";
import { PastAttempts } from "./past-attempts";

const noExceptions: { extraMinutes: number; exceptionIds: readonly string[] } = { extraMinutes: 0, exceptionIds: [] };

/**
 * `declaration`, `programme`: the versions that the page showed; one that has been replaced meanwhile has to be read again. `cut`: the end of the window, where
 * the page said that it takes from the time; a page that has stood open for long has not said so.
 */
const schema = z.object({
  rules: z.literal("on"),
  honour: z.literal("on"),
  declaration: z.coerce.number().pipe(z.literal(currentDeclaration)),
  programme: z.coerce.number().int().min(1),
  cut: z
    .union([z.literal(""), z.iso.datetime()])
    .default("")
    .transform((cut) => (cut ? new Date(cut) : null)),
});

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "exam.sit");
  const { verdict, opensAfterWait, windows, windowEndsAt, programme, organisation } = await readExamAvailability(
    portal.db,
    actor.personId,
    now,
  );
  const attempts = await selectAttemptsOf(portal.db, actor.personId);
  const { durationMinutes, blueprint } = programme;
  const most = policy.coolDownDays.length + 1;
  const failures = failuresSincePass(
    attempts.flatMap((one) => (one.finishedAt ? [{ ...one, finishedAt: one.finishedAt }] : [])),
  );
  const openUntil = () => {
    const shown =
      verdict.verdict === "exam_closed" ? verdict.opensAt : verdict.verdict === "cool_down" ? opensAfterWait : now;
    const opening = shown instanceof Date ? openingAt(windows, shown) : null;
    return opening?.open ? (opening.closesAt?.toISOString() ?? null) : null;
  };
  const { extraMinutes, exceptionIds } = verdict.verdict === "may_start" ? verdict : noExceptions;
  const open = exceptionIds.length > 0 ? await selectOpenExceptions(portal.db, actor.personId) : [];
  return {
    title: messages[language].title,
    programme: language === "de" ? programme.nameDe : programme.nameEn,
    availability: JSON.parse(JSON.stringify(verdict)) as AvailabilityView,
    noForm: verdict.verdict === "may_start" && (await readDrawFault(portal.db, blueprint)) !== null,
    opensAfterWait: opensAfterWait instanceof Date ? opensAfterWait.toISOString() : opensAfterWait,
    openUntil: openUntil(),
    used: failures.length > 0 && failures.length < most ? { count: failures.length, most } : null,
    granted: open.filter(({ id }) => exceptionIds.includes(id)).map(({ kind }) => kind),
    endsAt: deadlineOf({ startedAt: now, durationMinutes, extraMinutes, windowEndsAt }).toISOString(),
    minutesCut: minutesCut({ startedAt: now, durationMinutes, extraMinutes, windowEndsAt }),
    zone: organisation?.timeZone ?? "UTC",
    programmeVersion: programme.version,
    rules: {
      items: itemCountOf(blueprint),
      sections: blueprint.sections,
      durationMinutes,
      cutScorePercent: programme.cutScorePercent,
      calculator: calculatorOf(blueprint),
    },
    attempts: attempts.flatMap(({ id, ordinal, finishedAt, scorePercent, passed }) =>
      finishedAt ? [{ id, ordinal, finishedAt: finishedAt.toISOString(), scorePercent, passed }] : [],
    ),
  };
});

/** Starts the exam; whoever has one under way is led to it, by loading the document: the exam page runs without the router. */
export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "exam.sit");
  const answer = await submitted(await readForm(args.request), schema, async ({ programme, cut }) => {
    const declared = { version: currentDeclaration, language };
    const shown = { programmeVersion: programme, cutAt: cut };
    const command = { personId: actor.personId, clientId: null, declared, shown };
    const { attemptId } = await beginAttempt(portal.db, command, now, portal.random);
    return redirectDocument(paths.attempt(attemptId));
  });
  if (answer.status < 400) return answer;
  // Pressed twice, in two tabs, or on a page from before it began.
  const underWay = await selectOptionalActiveAttempt(portal.db, actor.personId);
  return underWay ? redirectDocument(paths.attempt(underWay.attemptId)) : answer;
});

export const meta = pageTitle;

export default function Exam() {
  const { title, programme, attempts, rules, ...shown } = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  return (
    <>
      <PageHeader title={title}>{programme}</PageHeader>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <AvailabilityCard {...shown} outcome={outcome} />
          <PastAttempts attempts={attempts} zone={shown.zone} />
        </div>
        <ExamRules {...rules} />
      </div>
    </>
  );
}
