import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formOutcome } from "~/components/form-outcome";
import { useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { timeZones } from "~/kernel/calendar";
import { scheduleTrainingSession } from "~/training/schedule-training-session.server";
import { selectCourses } from "~/training/session-queries.server";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { partAdded, selectTrainerChoices } from "./form-steps.server";
import { messages } from "./messages";
import { SessionForm } from "./session-form";
import { newSessionSchema } from "./session-schema.server";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language } = await may(args, "training.schedule");
  const courses = await selectCourses(portal.db);
  return {
    title: messages[language].newTitle,
    courses: courses.map(({ code, titleEn, titleDe }) => ({
      value: code,
      label: language === "de" ? titleDe : titleEn,
    })),
    trainers: await selectTrainerChoices(portal.db),
    timeZones: timeZones(),
    values: {
      trainerId: actor.personId,
      language,
      timeZone: "Europe/Berlin",
      partCount: "2",
      from1: "09:00",
      to1: "12:30",
      capacity: "12",
      closesTime: "18:00",
    },
  };
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "training.schedule");
  const form = await readForm(args.request);
  const added = partAdded(form);
  if (added) return added;
  return submitted(form, newSessionSchema(form, now), async (value) => {
    const command = { actorId: actor.personId, ...value };
    const { trainingSessionId } = await scheduleTrainingSession(portal.db, command, now);
    return redirect(paths.trainingSession(trainingSessionId, "scheduled"));
  });
});

export const meta = pageTitle;

export default function NewTrainingSession() {
  const { title, ...data } = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  return (
    <>
      <PageHeader title={title} breadcrumb={[{ label: words.training, to: paths.training() }]} />
      <SessionForm {...data} outcome={outcome} back={paths.training()} />
    </>
  );
}
