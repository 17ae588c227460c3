import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { itemCountOf, secondLevelAdministrator } from "~/examination/blueprint";
import { selectProgress, selectRoundsOf } from "~/examination/practice-queries.server";
import { selectProgramme } from "~/examination/programme-queries.server";
import { sections } from "~/examination/section-names";
import { startPractice } from "~/examination/start-practice.server";
import { selectOptionalCurrentMembership } from "~/organisations/membership-queries.server";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";
import { MockCard } from "./mock-card";
import { PracticeProgress } from "./practice-progress";
import { SectionChoice } from "./section-choice";

const schema = z.object({ section: z.enum(sections).optional() });

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "practice.use");
  const programme = await selectProgramme(portal.db, secondLevelAdministrator.code, now);
  const rounds = await selectRoundsOf(portal.db, actor.personId);
  const membership = await selectOptionalCurrentMembership(portal.db, actor.personId, now);
  const asked = new URL(args.request.url).searchParams.get("section");
  const open = rounds.filter(({ finishedAt, deadlineAt }) => !finishedAt && !(deadlineAt && deadlineAt <= now));
  return {
    title: messages[language].title,
    /** The section that the address asks for, as a result page does. */
    asked: sections.find((section) => section === asked) ?? null,
    openSections: open.flatMap(({ section }) => section ?? []),
    mock: {
      items: itemCountOf(programme.blueprint),
      minutes: programme.durationMinutes,
      openUntil: open.find(({ kind }) => kind === "mock")?.deadlineAt?.toISOString() ?? null,
      finished: rounds.flatMap(({ id, kind, startedAt, result }) =>
        kind === "mock" && result && "scorePercent" in result
          ? [{ id, startedAt: startedAt.toISOString(), scorePercent: result.scorePercent, passed: result.passed }]
          : [],
      ),
    },
    zone: membership?.timeZone ?? "UTC",
    cutScorePercent: programme.cutScorePercent,
    progress: await selectProgress(portal.db, actor.personId),
  };
});

/** Begins practice of a section, or, without one, a mock examination; what is open already is gone on with. */
export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "practice.use");
  return submitted(await readForm(args.request), schema, async ({ section = null }) => {
    const { roundId } = await startPractice(portal.db, { personId: actor.personId, section }, now, portal.random);
    return section ? redirect(paths.practiceRound(roundId)) : redirectDocument(paths.mockExam(roundId));
  });
});

export const meta = pageTitle;

export default function Practice() {
  const { title, asked, openSections, mock, zone, cutScorePercent, progress } = useLoaderData<typeof loader>();
  const words = useMessages(messages);
  const outcome = formOutcome(useActionData<typeof action>());
  return (
    <>
      <PageHeader title={title}>{words.intro}</PageHeader>
      <FormProblem outcome={outcome} fields={[]} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <SectionChoice open={openSections} asked={asked} />
        <MockCard {...mock} zone={zone} />
        <div className="min-w-0 lg:col-span-2">
          <PracticeProgress progress={progress} cutScorePercent={cutScorePercent} />
        </div>
      </div>
    </>
  );
}
