import type { SerializeFrom } from "@remix-run/node";
import type { NextStep } from "~/eligibility/next-step";
import { formatDay } from "./format";
import { formatInstant } from "./format-instant";
import { useLanguage, useMessages } from "./language";
import { nextStepMessages } from "./next-step-messages";

interface NextStepWordsProps {
  /** As it travels. */
  step: SerializeFrom<NextStep>;
  zone: string;
  /** What is said where the examination can be sat now. */
  sit: string;
}

/** What comes next for one person, and when. */
export function NextStepWords({ step, zone, sit }: NextStepWordsProps) {
  const words = useMessages(nextStepMessages);
  const language = useLanguage();
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
      return sit;
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
