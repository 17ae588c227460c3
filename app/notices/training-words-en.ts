import { formatInstant } from "~/kernel/instant-words";
import type { TrainingFacts } from "./mail-facts";
import { firstDayOf, trainingTimes } from "./mail-training-times";
import type { TrainingWords } from "./worded-mail";

const reason = (facts: TrainingFacts): string =>
  ({
    participant: "You get this mail because you are on the list of this training.",
    trainer: facts.successorName
      ? "You get this mail because you were the trainer until now."
      : "You get this mail because you are the trainer.",
    partner_admin: "You get this mail because you administer your organisation's enrolments in the portal.",
  })[facts.audience];

const details = (facts: TrainingFacts): [string, string][] => [
  ...trainingTimes(facts, "en").map((time): [string, string] => ["When", time]),
  ...(facts.place ? [["Where", facts.place] satisfies [string, string]] : []),
  ...(facts.link ? [["Online", facts.link] satisfies [string, string]] : []),
];

const course = (facts: TrainingFacts): string => `“${facts.courseTitleEn}”`;
const who = (facts: TrainingFacts, ofParticipant: string, ofOther: string): string =>
  facts.audience === "participant" ? ofParticipant : ofOther;
const onFirstDay = (facts: TrainingFacts): string => `${facts.courseTitleEn}, ${firstDayOf(facts, "en")}`;

const common = (facts: TrainingFacts) => ({
  details: details(facts),
  action: "See the training",
  reason: reason(facts),
});

export const trainingEnglish: TrainingWords = {
  training_enrolled: (facts) => ({
    ...common(facts),
    ...(facts.audience === "trainer"
      ? {
          subject: `You are the trainer: ${onFirstDay(facts)}`,
          lead: `The training ${course(facts)} has been scheduled, and you give it.`,
          consequence:
            "People can enrol from now on. If you cannot give it, please tell whoever schedules the trainings in good time.",
        }
      : {
          subject: `${who(facts, "You are enrolled", "Enrolled")}: ${onFirstDay(facts)}`,
          lead: who(
            facts,
            `You have a seat in the training ${course(facts)}.`,
            `${facts.personName} has a seat in the training ${course(facts)}.`,
          ),
          consequence:
            "Whoever cannot come should give the seat back in good time, so that the next person on the waiting list gets it.",
        }),
  }),
  training_waiting: (facts) => ({
    ...common(facts),
    subject: `On the waiting list: ${onFirstDay(facts)}`,
    lead: who(
      facts,
      `All seats of the training ${course(facts)} are taken. You are number ${facts.queuePosition} on the waiting list.`,
      `All seats of the training ${course(facts)} are taken. ${facts.personName} is number ${facts.queuePosition} on the waiting list.`,
    ),
    consequence: "There is nothing to do: we write as soon as a seat becomes free.",
  }),
  training_seat_offered: (facts) => {
    const until = formatInstant(facts.offerExpiresAt, "en", facts.timeZone);
    return {
      ...common(facts),
      subject: `A seat is free: ${onFirstDay(facts)}`,
      lead: who(
        facts,
        `A seat in the training ${course(facts)} is held for you until ${until}.`,
        `A seat in the training ${course(facts)} is held for ${facts.personName} until ${until}.`,
      ),
      consequence: "If nothing is done, the seat goes to the next person on the waiting list.",
      action: "Take the seat",
    };
  },
  training_changed: (facts) => ({
    ...common(facts),
    subject: `Changed: ${onFirstDay(facts)}`,
    lead: facts.successorName
      ? `The training ${course(facts)} is now given by ${facts.successorName} instead of you. It now stands as follows.`
      : `The training ${course(facts)} has been changed. It now stands as follows.`,
    consequence: who(
      facts,
      "Your seat is kept. If you cannot come, please give it back.",
      "Everybody on the list has been told.",
    ),
  }),
  training_cancelled: (facts) => ({
    ...common(facts),
    subject: `Cancelled: ${onFirstDay(facts)}`,
    lead: `The training ${course(facts)} does not take place.${facts.reason ? ` Reason: ${facts.reason}` : ""}`,
    consequence: who(
      facts,
      "Your enrolment ends with it. Please choose another date.",
      "Everybody on the list has been told.",
    ),
    action: "See other dates",
  }),
  training_reminder: (facts) => ({
    ...common(facts),
    subject: `Reminder: ${onFirstDay(facts)}`,
    lead: `The training ${course(facts)} is coming up.`,
    consequence: {
      participant: "It counts as completed only if you are present in every part.",
      partner_admin: `${facts.personName} takes part. Only presence in every part counts as completed.`,
      trainer: "Please mark the attendance of every part in the portal.",
    }[facts.audience],
  }),
  training_withdrawn: (facts) => ({
    ...common(facts),
    subject: `Seat given back: ${onFirstDay(facts)}`,
    lead: who(
      facts,
      `You are no longer enrolled in the training ${course(facts)}.`,
      `${facts.personName} is no longer enrolled in the training ${course(facts)}.`,
    ),
    consequence: "If this was a mistake, enrol again while seats are left.",
  }),
};
