import { formatInstant } from "~/kernel/instant-words";
import type { ExamResultFacts, NotPassedFacts, ScoreChangedFacts } from "./exam-facts";
import { day, ofHolder, sentences, whyYou } from "./mail-sentences-en";
import type { ExamWords } from "./worded-mail";

const percent = (value: number): string => `${Math.round(value * 100) / 100}%`;

const needed = ({ cutScorePercent }: ExamResultFacts): [string, string] => ["Needed", percent(cutScorePercent)];
const resultDetails = (facts: ExamResultFacts): [string, string][] => [
  ["Result", percent(facts.scorePercent)],
  needed(facts),
];

const missedMinimum = ({ missedSections }: NotPassedFacts): [string, string][] =>
  missedSections ? [["Minimum missed in", missedSections.en]] : [];

const whyChanged = ({ takenBack, programmeTitleEn }: ScoreChangedFacts): string =>
  takenBack
    ? `An earlier correction of the result of your exam “${programmeTitleEn}” was taken back, because the item concerned is graded as before again.`
    : `The result of your exam “${programmeTitleEn}” was corrected, because one of its items is graded differently now.`;

const stillSo = ({ passed, scorePercent, cutScorePercent }: ScoreChangedFacts): string => {
  if (!passed) return "The exam is still not passed.";
  return scorePercent < cutScorePercent
    ? "You have passed, as before: a pass once earned is kept."
    : "You have passed, as before.";
};

/** Why a score that reaches what is needed has not passed. */
const enoughButFor = ({ scorePercent, cutScorePercent, missedSections }: NotPassedFacts): string =>
  missedSections && scorePercent >= cutScorePercent
    ? "The score would have been enough, but not every section reached its own minimum."
    : "";

function nextAttempt({
  nextAttemptAtOnce,
  nextAttemptUnset,
  nextAttemptOn,
  nextAttempt: next,
}: NotPassedFacts): string {
  if (nextAttemptAtOnce) return "The exam can be sat again at once.";
  if (!nextAttemptOn) return "The next attempt is released by IONOS staff.";
  const from = next ? formatInstant(next.at, "en", next.timeZone) : day(nextAttemptOn);
  return nextAttemptUnset
    ? `The exam can be sat again once IONOS opens it, from ${from} at the earliest.`
    : `The exam can be sat again from ${from}.`;
}

export const examEnglish: ExamWords = {
  exam_available: (facts) => ({
    subject: ofHolder(
      facts,
      `You can sit the exam: ${facts.programmeTitleEn}`,
      `${facts.personName} can sit the exam: ${facts.programmeTitleEn}`,
    ),
    lead: ofHolder(
      facts,
      `You have completed the training. The exam “${facts.programmeTitleEn}” is open for you.`,
      `${facts.personName} has completed the training. The exam “${facts.programmeTitleEn}” is open.`,
    ),
    consequence:
      "The time runs from the start of the exam. Every answer is saved at once, so a lost connection loses nothing.",
    action: ofHolder(facts, "Go to the exam", `See ${facts.personName}`),
    reason: whyYou(facts),
  }),
  exam_passed: (facts) => ({
    subject: ofHolder(
      facts,
      `Passed: ${facts.programmeTitleEn}`,
      `${facts.personName} has passed: ${facts.programmeTitleEn}`,
    ),
    lead: ofHolder(
      facts,
      `You have passed the exam “${facts.programmeTitleEn}”.`,
      `${facts.personName} has passed the exam “${facts.programmeTitleEn}”.`,
    ),
    details: resultDetails(facts),
    consequence: "The certificate is issued at once and comes in a mail of its own.",
    action: "See the result",
    reason: whyYou(facts),
  }),
  exam_not_passed: (facts) => ({
    subject: ofHolder(
      facts,
      `Not passed: ${facts.programmeTitleEn}`,
      `${facts.personName} has not passed: ${facts.programmeTitleEn}`,
    ),
    lead: sentences(
      ofHolder(
        facts,
        `You have not passed the exam “${facts.programmeTitleEn}” this time.`,
        `${facts.personName} has not passed the exam “${facts.programmeTitleEn}” this time.`,
      ),
      enoughButFor(facts),
    ),
    details: [...resultDetails(facts), ...missedMinimum(facts)],
    consequence: sentences(nextAttempt(facts), "The result shows which topics to go over."),
    action: "See the result",
    reason: whyYou(facts),
  }),
  exam_score_changed: (facts) => ({
    subject: `The score of your exam was corrected: ${facts.programmeTitleEn}`,
    lead: sentences(whyChanged(facts), stillSo(facts)),
    details: [
      ["Result so far", percent(facts.scoreBefore)],
      ["Result now", percent(facts.scorePercent)],
      needed(facts),
    ],
    consequence: sentences(
      "There is nothing to do.",
      facts.passed
        ? "Nothing changes about your certificate."
        : "When you can sit the exam again stays as you were told.",
    ),
    action: "See the result",
    reason: whyYou(facts),
  }),
  exam_waits_for_marking: (facts) => ({
    subject: facts.third
      ? ofHolder(
          facts,
          `Your ticket is marked by a third person: ${facts.programmeTitleEn}`,
          `${facts.personName}: the ticket is marked by a third person, ${facts.programmeTitleEn}`,
        )
      : ofHolder(
          facts,
          `Handed in, your ticket is being marked: ${facts.programmeTitleEn}`,
          `${facts.personName} has handed in, the ticket is being marked: ${facts.programmeTitleEn}`,
        ),
    lead: facts.third
      ? "Two people at IONOS have marked the ticket, and their markings lie too far apart, or only one of them would mean a pass. A third person now marks it, and that marking counts alone. So the result takes longer than was said."
      : ofHolder(
          facts,
          "You have handed in your exam. The count so far is close to what is needed, so two people at IONOS read the ticket that you composed before the result stands.",
          `${facts.personName} has handed in the exam. The count so far is close to what is needed, so two people at IONOS read the ticket before the result stands.`,
        ),
    details: [["Marked by", day(facts.markedBy)]],
    consequence:
      "There is nothing to do. The result comes by mail as soon as the ticket is marked; a pass counts from the day of the exam.",
    action: "See how it stands",
    reason: whyYou(facts),
  }),
  report_to_mark: (facts) => ({
    subject: facts.overdue
      ? `Overdue: an exam ticket was to be marked by ${day(facts.markedBy)}`
      : `An exam ticket is to be marked by ${day(facts.markedBy)}`,
    lead: facts.third
      ? "A result close to the cut score waits for a third person to mark the composed ticket: two markings do not settle it, and the third counts alone. Whose ticket it is and what the others gave stays hidden until then."
      : "A result close to the cut score waits for two people who mark the composed ticket. Whose it is stays hidden until both have.",
    consequence: facts.overdue
      ? "The candidate was promised a result by then, and has neither that nor a certificate."
      : facts.third === "nobody_left"
        ? "No exam manager is left who has not marked it. Give somebody else that role, or the result cannot stand."
        : "Until then the candidate has neither a result nor a certificate.",
    action: facts.overdue === "escalated" || facts.third === "nobody_left" ? "See the ticket" : "Mark the ticket",
    reason:
      facts.third === "nobody_left"
        ? "You get this mail because you manage the portal at IONOS, and nobody who may mark is left."
        : facts.overdue === "escalated"
          ? "You get this mail because you manage the examination or the portal at IONOS, and the ticket still waits."
          : "You get this mail because you manage the examination at IONOS.",
  }),
  cut_score_round: ({ title, round }) => ({
    subject:
      round === 1
        ? `You are a judge of a cut-score study: ${title}`
        : `Round ${round} of the cut-score study: ${title}`,
    lead:
      round === 1
        ? `The exam manager has made you a judge of the cut-score study “${title}”. For each item you say how many of a hundred people who just deserve to pass would answer it rightly.`
        : `Round ${round} of the cut-score study “${title}” is open. You rate the items anew, knowing what the other judges said.`,
    consequence: "Whoever has not rated every item when the round is closed does not count.",
    action: "Rate items",
    reason: "You get this mail because you are a judge of the study.",
  }),
};
