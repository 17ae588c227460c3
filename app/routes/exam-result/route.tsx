import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readExamAvailability } from "~/certification/begin-attempt.server";
import { selectOptionalByAttempt } from "~/certification/certificate-queries.server";
import { LinkButton } from "~/components/button";
import { DefinitionList } from "~/components/definition-list";
import { LateNotice } from "~/components/exam/late-answers";
import { formatDay, formatExactPercent } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { selectAnswers } from "~/examination/answer-queries.server";
import { selectAttempt } from "~/examination/attempt-queries.server";
import { type AttemptResult, hasWeakSection } from "~/examination/grade-attempt";
import { selectLateAnswers } from "~/examination/integrity-queries.server";
import { selectOptionalMarkingCase, selectThirdMarkings } from "~/examination/marking/marking-queries.server";
import { selectGradedAgain } from "~/examination/regrade/regraded-attempt-queries.server";
import { isAnswered } from "~/examination/response";
import { sectionNames } from "~/examination/section-names";
import type { Availability } from "~/examination/start-attempt.server";
import { notFound } from "~/kernel/rejection";
import { selectOrganisation } from "~/organisations/organisation-queries.server";
import { allows } from "~/people/permissions";
import { selectAccount } from "~/people/person-queries.server";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { type FreeTrainings, readFreeTrainings } from "./free-trainings.server";
import { GradedAgain } from "./graded-again";
import { readHeldThrough } from "./held-certificate.server";
import { messages } from "./messages";
import { SectionResults } from "./section-results";
import { Trainings } from "./trainings";
import { WaitsForMarking } from "./waits-for-marking";

/** By when everything is marked. */
const latestOf = (due: readonly { readonly dueAt: Date }[]): Date =>
  new Date(Math.max(...due.map(({ dueAt }) => dueAt.getTime())));

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language, now } = await may(args, "account.own");
  const attempt = await selectAttempt(portal.db, idParam(args, "attemptId"));
  const { personId, organisationId, finishedAt, result } = attempt;
  const { actor } = await may(args, "exam.read_result", { personId, organisationId });
  const own = actor.personId === personId;
  if (!finishedAt) throw own ? redirect(paths.attempt(attempt.id)) : notFound();
  const marking = result ? undefined : await selectOptionalMarkingCase(portal.db, attempt.id);
  const thirds = marking ? await selectThirdMarkings(portal.db, attempt.id) : [];
  const certificate = await selectOptionalByAttempt(portal.db, attempt.id);
  const { timeZone } = await selectOrganisation(portal.db, organisationId);
  // Whoever may mark the ticket does not learn whose it is before the result stands.
  const isHidden = marking !== undefined && !own && allows(actor, "report.read_marking");
  const { fullName } = await selectAccount(portal.db, personId);
  const trainings =
    result && hasWeakSection(result) ? await readFreeTrainings(portal.db, actor.personId, language, now) : null;
  const next = own && result?.passed === false ? await readExamAvailability(portal.db, personId, now) : null;
  const late = own ? await selectLateAnswers(portal.db, attempt.id) : [];
  const heldThrough = next && (await readHeldThrough(portal.db, personId, timeZone, now));
  const answers = result ? await selectAnswers(portal.db, attempt.id) : [];
  const gradedAgain = result ? await selectGradedAgain(portal.db, attempt.id) : [];
  return {
    title: messages[language].title,
    attemptId: attempt.id,
    heldThrough,
    late: late.map(({ ordinal }) => ordinal),
    result,
    unanswered: { open: answers.filter(({ response }) => !isAnswered(response)).length, all: answers.length },
    gradedAgain: gradedAgain.map(({ at, ...grading }) => ({ ...grading, at: at.toISOString() })),
    trainings,
    markedBy: marking ? latestOf([marking, ...thirds]).toISOString() : null,
    third: thirds.length > 0,
    own,
    fullName: isHidden ? null : fullName,
    timeZone,
    finishedAt: finishedAt.toISOString(),
    finishedBy: attempt.finishedBy,
    certificateId: certificate?.id ?? null,
    next: next && nextTry(next),
  };
});

/** When the next try is, as far as cool-down and windows say; null where something else comes first. */
function nextTry({
  verdict,
  opensAfterWait,
}: Pick<Availability, "verdict" | "opensAfterWait">): { from: string | null } | "now" | "released_by_staff" | null {
  switch (verdict.verdict) {
    case "may_start":
      return "now";
    case "cool_down":
      return { from: opensAfterWait instanceof Date ? opensAfterWait.toISOString() : null };
    case "exam_closed":
      return { from: verdict.opensAt?.toISOString() ?? null };
    case "release_needed":
      return "released_by_staff";
    default:
      return null;
  }
}

export const meta = pageTitle;

export default function ExamResult() {
  const {
    title,
    attemptId,
    heldThrough,
    late,
    result,
    unanswered,
    gradedAgain,
    trainings,
    markedBy,
    third,
    own,
    fullName,
    timeZone,
    finishedAt,
    finishedBy,
    certificateId,
    next,
  } = useLoaderData<typeof loader>();
  const words = useMessages(messages);
  const language = useLanguage();
  const action = certificateId ? (
    <LinkButton look="primary" to={paths.certificate(certificateId)}>
      {words.certificate}
    </LinkButton>
  ) : (
    own &&
    result && (
      // Nothing can be started there yet.
      <LinkButton look={next && next !== "now" ? "quiet" : "primary"} to={paths.exam()}>
        {words.toExam}
      </LinkButton>
    )
  );
  const nextWords = () => {
    if (typeof next === "string") return words.nextTry[next];
    return next?.from ? words.nextTryFrom(formatInstant(next.from, language, timeZone)) : words.nextTryUnset;
  };
  const prospects = [
    ...(next ? [{ term: words.nextAttempt, value: nextWords() }] : []),
    ...(heldThrough ? [{ term: words.held, value: words.heldThrough(formatDay(heldThrough, language, "long")) }] : []),
  ];
  return (
    <>
      <PageHeader title={title} breadcrumb={own ? [{ label: words.exam, to: paths.exam() }] : []} action={action} />
      <div className="flex max-w-3xl flex-col gap-5">
        {result ? (
          <Outcome result={result} unanswered={unanswered} trainings={trainings} own={own}>
            {prospects.length > 0 && <DefinitionList entries={prospects} />}
          </Outcome>
        ) : (
          <WaitsForMarking markedBy={markedBy} third={third} timeZone={timeZone} />
        )}
        <GradedAgain gradings={gradedAgain} timeZone={timeZone} />
        <LateNotice known={late} attemptId={attemptId} address={own ? paths.answer(attemptId) : null}>
          <p>{words.lateTrace}</p>
        </LateNotice>
        <DefinitionList
          entries={[
            { term: words.who, value: fullName ?? words.hiddenUntilMarked },
            {
              term: words.sat,
              value: `${formatInstant(finishedAt, language, timeZone)}${finishedBy === "deadline" ? `, ${words.byDeadline}` : ""}`,
            },
          ]}
        />
        <p className="text-sm text-muted">{words.howCounted}</p>
      </div>
    </>
  );
}

interface OutcomeProps {
  result: AttemptResult;
  unanswered: { open: number; all: number };
  trainings: FreeTrainings | null;
  own: boolean;
  /** What comes next, before the sections. */
  children: React.ReactNode;
}

function Outcome({ result, unanswered, trainings, own, children }: OutcomeProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const percent = (value: number) => formatExactPercent(value, language);
  const { passed, scorePercent, cutScorePercent, sections } = result;
  const belowMinimum = sections.filter(({ met }) => !met).map(({ section }) => sectionNames[language][section]);
  return (
    <>
      <Notice tone={passed ? "success" : "warning"} title={passed ? words.passed : words.notPassed}>
        {passed || scorePercent < cutScorePercent
          ? words.passedText(percent(scorePercent), percent(cutScorePercent))
          : words.shortOfMinimum(percent(scorePercent), belowMinimum.join(", "))}
        {unanswered.open > 0 && ` ${words.unanswered(unanswered.open, unanswered.all)}`}
      </Notice>
      {children}
      <Section title={words.sections}>
        <SectionResults sections={sections} cutScorePercent={cutScorePercent} own={own} />
        {trainings && <Trainings {...trainings} />}
      </Section>
    </>
  );
}
