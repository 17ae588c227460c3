import type { SerializeFrom } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { formatDay } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import type { Task } from "~/eligibility/tasks";
import { lastDay } from "~/kernel/calendar";
import { paths } from "~/web/paths";
import { lastSafeMessages } from "./last-safe-messages";
import { stepMessages } from "./step-messages";

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
  const words = useMessages(stepMessages);
  const lastSafe = useMessages(lastSafeMessages);
  return (
    <span>
      <Standing task={task} /> <Step task={task} zone={zone} />{" "}
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
  const words = useMessages(stepMessages);
  const language = useLanguage();
  if (task.kind === "certify") return task.lapsedOn ? words.lapsed(formatDay(task.lapsedOn, language)) : null;
  return task.step.kind === "sit_exam" ? null : words.validThrough(formatDay(lastDay({ end: task.endsOn }), language));
}

function Step({ task, zone }: { task: StepTask; zone: string }) {
  const words = useMessages(stepMessages);
  const language = useLanguage();
  const { step } = task;
  const instant = (at: string, where: string) => formatInstant(at, language, where);
  switch (step.kind) {
    case "enrol":
      return words.enrol;
    case "take_seat":
      return words.takeSeat(instant(step.until, step.timeZone));
    case "attend":
      return words.attend(instant(step.startsAt, step.timeZone));
    case "in_training":
      return words.inTraining(instant(step.until, step.timeZone));
    case "await_attendance":
      return words.awaitAttendance(instant(step.endedAt, step.timeZone));
    case "await_seat":
      return words.awaitSeat(instant(step.startsAt, step.timeZone));
    case "sit_exam":
      if (task.kind === "renew") {
        return words.sitRenewal(formatDay(lastDay({ end: task.endsOn }), language, "weekday"));
      }
      return task.lapsedOn ? words.sitAgain : words.sitFirst;
    case "finish_exam":
      return words.finishExam(instant(step.until, zone));
    case "await_result":
      return words.awaitResult;
    case "wait":
      return words.wait(instant(step.until, zone));
    case "await_window":
      return step.until ? words.awaitWindow(instant(step.until, zone)) : words.closed;
    case "ask_release":
      return words.askRelease(step.failures);
    case "renew_from":
      return words.renewFrom(formatDay(step.from, language));
  }
}
