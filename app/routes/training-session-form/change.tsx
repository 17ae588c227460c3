import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formOutcome } from "~/components/form-outcome";
import { useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { timeZones } from "~/kernel/calendar";
import { changeTrainingSession, refuseUnlessOpen } from "~/training/change-training-session.server";
import { selectTrainingSession, type TrainingSession } from "~/training/session-queries.server";
import { wallTimeAt } from "~/training/wall-time";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { partAdded, selectTrainerChoices } from "./form-steps.server";
import { messages } from "./messages";
import { SessionForm } from "./session-form";
import { changedSessionSchema } from "./session-schema.server";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language, now } = await may(args, "training.schedule");
  const session = await selectTrainingSession(portal.db, idParam(args, "trainingSessionId"));
  refuseUnlessOpen(session, now);
  const course = language === "de" ? session.titleDe : session.titleEn;
  return {
    title: messages[language].changeTitle(course),
    course,
    sessionId: session.id,
    trainers: await selectTrainerChoices(portal.db),
    timeZones: timeZones(),
    values: valuesOf(session),
  };
});

/** What the fields start with: times as a clock in the zone of the session shows them. */
function valuesOf(session: TrainingSession): Record<string, string> {
  const closes = wallTimeAt(session.enrolmentClosesAt, session.timeZone);
  const parts = session.parts.flatMap(({ ordinal, start, end }) => {
    const from = wallTimeAt(start, session.timeZone);
    return [
      [`day${ordinal}`, from.day],
      [`from${ordinal}`, from.time],
      [`to${ordinal}`, wallTimeAt(end, session.timeZone).time],
    ];
  });
  return {
    ...Object.fromEntries(parts),
    revision: String(session.revision),
    trainerId: session.trainerId,
    language: session.language,
    timeZone: session.timeZone,
    partCount: String(session.parts.length),
    place: session.place ?? "",
    link: session.link ?? "",
    capacity: String(session.capacity),
    closesDay: closes.day,
    closesTime: closes.time,
  };
}

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "training.schedule");
  const trainingSessionId = idParam(args, "trainingSessionId");
  const form = await readForm(args.request);
  const added = partAdded(form);
  if (added) return added;
  return submitted(form, changedSessionSchema(form, now), async (value) => {
    await changeTrainingSession(portal.db, { actorId: actor.personId, trainingSessionId, ...value }, now);
    return redirect(paths.trainingSession(trainingSessionId, "changed"));
  });
});

export const meta = pageTitle;

export default function ChangeTrainingSession() {
  const { title, course, sessionId, ...data } = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const here = paths.trainingSession(sessionId);
  const breadcrumb = [
    { label: words.training, to: paths.training() },
    { label: course, to: here },
  ];
  return (
    <>
      <PageHeader title={title} breadcrumb={breadcrumb} />
      <SessionForm {...data} outcome={outcome} back={here} />
    </>
  );
}
