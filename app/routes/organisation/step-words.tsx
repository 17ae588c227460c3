import type { SerializeFrom } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { formatDay } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { nextStepMessages } from "~/components/next-step-messages";
import { NextStepWords } from "~/components/next-step-words";
import type { Task } from "~/eligibility/tasks";
import { lastDay } from "~/kernel/calendar";
import { paths } from "~/web/paths";
import { lastSafeMessages } from "./last-safe-messages";

/** A task that leads to a certificate, as it travels. */
type StepTask = SerializeFrom<Extract<Task, { personId: string; step: unknown }>> & { readonly name: string };

interface StepWordsProps {
  task: StepTask;
  zone: string;
  /** Whether the task is the reader's own. */
  own: boolean;
  /** Where the person can be booked into the next training that has a free seat, if the reader may. */
  enrolIn: string | null;
}

/** Where the person stands, what comes next and when, with the way to it. */
export function StepWords({ task, zone, own, enrolIn }: StepWordsProps) {
  const words = useMessages(nextStepMessages);
  const lastSafe = useMessages(lastSafeMessages);
  const sit = useSitWords(task);
  return (
    <span>
      <Standing task={task} /> <NextStepWords step={task.step} zone={zone} sit={sit} />{" "}
      {enrolIn && <StepLink to={enrolIn}>{lastSafe.enrol.person(task.name)}</StepLink>}
      {task.step.kind === "enrol" && !enrolIn && <StepLink to={paths.training()}>{words.toTrainings}</StepLink>}
      {"trainingSessionId" in task.step && (
        <StepLink to={paths.trainingSession(task.step.trainingSessionId)}>{words.toTraining}</StepLink>
      )}
      {own && (task.step.kind === "sit_exam" || task.step.kind === "finish_exam") && (
        <StepLink to={paths.exam()}>{words.toExam}</StepLink>
      )}
    </span>
  );
}

const StepLink = ({ to, children }: { to: string; children: string }) => (
  <Link to={to} className="link tap whitespace-nowrap">
    {children}
  </Link>
);

/** Said only where the step does not say it. */
function Standing({ task }: { task: StepTask }) {
  const words = useMessages(nextStepMessages);
  const language = useLanguage();
  if (task.kind === "certify") return task.lapsedOn ? words.lapsed(formatDay(task.lapsedOn, language)) : null;
  return task.step.kind === "sit_exam" ? null : words.validThrough(formatDay(lastDay({ end: task.endsOn }), language));
}

/** What an examination that can be sat now is for. */
function useSitWords(task: StepTask): string {
  const words = useMessages(nextStepMessages);
  const language = useLanguage();
  if (task.kind === "renew") return words.sitRenewal(formatDay(lastDay({ end: task.endsOn }), language, "weekday"));
  return task.lapsedOn ? words.sitAgain : words.sitFirst;
}
