import { formatInstant } from "~/kernel/instant-words";
import type { ExamResultFacts, NotPassedFacts, ScoreChangedFacts } from "./exam-facts";
import { day, ofHolder, sentences, whyYou } from "./mail-sentences-de";
import type { ExamWords } from "./worded-mail";

const percent = (value: number): string => `${String(Math.round(value * 100) / 100).replace(".", ",")} %`;

const needed = ({ cutScorePercent }: ExamResultFacts): [string, string] => ["Erforderlich", percent(cutScorePercent)];
const resultDetails = (facts: ExamResultFacts): [string, string][] => [
  ["Ergebnis", percent(facts.scorePercent)],
  needed(facts),
];

const missedMinimum = ({ missedSections }: NotPassedFacts): [string, string][] =>
  missedSections ? [["Mindestwert verfehlt in", missedSections.de]] : [];

const whyChanged = ({ takenBack, programmeTitleDe }: ScoreChangedFacts): string =>
  takenBack
    ? `Eine frühere Berichtigung des Ergebnisses Ihrer Prüfung „${programmeTitleDe}“ wurde zurückgenommen: Die betroffene Aufgabe wird wieder gewertet wie zuvor.`
    : `Das Ergebnis Ihrer Prüfung „${programmeTitleDe}“ wurde berichtigt: Eine ihrer Aufgaben wird jetzt anders gewertet.`;

const stillSo = ({ passed, scorePercent, cutScorePercent }: ScoreChangedFacts): string => {
  if (!passed) return "Die Prüfung ist weiterhin nicht bestanden.";
  return scorePercent < cutScorePercent
    ? "Sie haben weiterhin bestanden: Was einmal bestanden ist, bleibt bestanden."
    : "Sie haben weiterhin bestanden.";
};

/** Why a score that reaches what is needed has not passed. */
const enoughButFor = ({ scorePercent, cutScorePercent, missedSections }: NotPassedFacts): string =>
  missedSections && scorePercent >= cutScorePercent
    ? "Die Gesamtpunktzahl hätte gereicht, aber nicht jeder Abschnitt hat seinen Mindestwert erreicht."
    : "";

function nextAttempt({
  nextAttemptAtOnce,
  nextAttemptUnset,
  nextAttemptOn,
  nextAttempt: next,
}: NotPassedFacts): string {
  if (nextAttemptAtOnce) return "Die Prüfung kann sofort wiederholt werden.";
  if (!nextAttemptOn) return "Den nächsten Versuch gibt IONOS frei.";
  const from = next ? formatInstant(next.at, "de", next.timeZone) : `dem ${day(nextAttemptOn)}`;
  return nextAttemptUnset
    ? `Die Prüfung kann wiederholt werden, sobald IONOS sie wieder öffnet, frühestens ab ${from}.`
    : `Die Prüfung kann ab ${from} wiederholt werden.`;
}

export const examGerman: ExamWords = {
  exam_available: (facts) => ({
    subject: ofHolder(
      facts,
      `Ihre Prüfung ist freigeschaltet: ${facts.programmeTitleDe}`,
      `Prüfung für ${facts.personName} freigeschaltet: ${facts.programmeTitleDe}`,
    ),
    lead: ofHolder(
      facts,
      `Sie haben die Schulung abgeschlossen. Die Prüfung „${facts.programmeTitleDe}“ steht Ihnen offen.`,
      `${facts.personName} hat die Schulung abgeschlossen. Die Prüfung „${facts.programmeTitleDe}“ ist freigeschaltet.`,
    ),
    consequence:
      "Die Zeit läuft ab dem Beginn der Prüfung. Jede Antwort wird sofort gespeichert, eine unterbrochene Verbindung kostet also nichts.",
    action: ofHolder(facts, "Zur Prüfung", `${facts.personName} ansehen`),
    reason: whyYou(facts),
  }),
  exam_passed: (facts) => ({
    subject: ofHolder(
      facts,
      `Bestanden: ${facts.programmeTitleDe}`,
      `${facts.personName} hat bestanden: ${facts.programmeTitleDe}`,
    ),
    lead: ofHolder(
      facts,
      `Sie haben die Prüfung „${facts.programmeTitleDe}“ bestanden.`,
      `${facts.personName} hat die Prüfung „${facts.programmeTitleDe}“ bestanden.`,
    ),
    details: resultDetails(facts),
    consequence: "Das Zertifikat wird sofort ausgestellt; dazu kommt eine eigene E-Mail.",
    action: "Ergebnis ansehen",
    reason: whyYou(facts),
  }),
  exam_not_passed: (facts) => ({
    subject: ofHolder(
      facts,
      `Nicht bestanden: ${facts.programmeTitleDe}`,
      `${facts.personName} hat nicht bestanden: ${facts.programmeTitleDe}`,
    ),
    lead: sentences(
      ofHolder(
        facts,
        `Sie haben die Prüfung „${facts.programmeTitleDe}“ diesmal nicht bestanden.`,
        `${facts.personName} hat die Prüfung „${facts.programmeTitleDe}“ diesmal nicht bestanden.`,
      ),
      enoughButFor(facts),
    ),
    details: [...resultDetails(facts), ...missedMinimum(facts)],
    consequence: sentences(nextAttempt(facts), "Das Ergebnis zeigt, welche Themen zu vertiefen sind."),
    action: "Ergebnis ansehen",
    reason: whyYou(facts),
  }),
  exam_score_changed: (facts) => ({
    subject: `Die Punktzahl Ihrer Prüfung wurde berichtigt: ${facts.programmeTitleDe}`,
    lead: sentences(whyChanged(facts), stillSo(facts)),
    details: [
      ["Bisheriges Ergebnis", percent(facts.scoreBefore)],
      ["Ergebnis jetzt", percent(facts.scorePercent)],
      needed(facts),
    ],
    consequence: sentences(
      "Sie müssen nichts tun.",
      facts.passed
        ? "An Ihrem Zertifikat ändert sich nichts."
        : "Wann Sie die Prüfung wiederholen können, bleibt, wie es Ihnen mitgeteilt wurde.",
    ),
    action: "Ergebnis ansehen",
    reason: whyYou(facts),
  }),
  exam_waits_for_marking: (facts) => ({
    subject: facts.third
      ? ofHolder(
          facts,
          `Eine dritte Person bewertet Ihr Ticket: ${facts.programmeTitleDe}`,
          `${facts.personName}: Eine dritte Person bewertet das Ticket, ${facts.programmeTitleDe}`,
        )
      : ofHolder(
          facts,
          `Abgegeben, Ihr Ticket wird bewertet: ${facts.programmeTitleDe}`,
          `${facts.personName} hat abgegeben, das Ticket wird bewertet: ${facts.programmeTitleDe}`,
        ),
    lead: facts.third
      ? "Zwei Personen bei IONOS haben das Ticket bewertet. Ihre Bewertungen liegen zu weit auseinander, oder die Prüfung wäre nur nach einer von beiden bestanden. Deshalb bewertet es jetzt eine dritte Person, und allein deren Bewertung zählt. Das Ergebnis kommt darum später als angekündigt."
      : ofHolder(
          facts,
          "Sie haben Ihre Prüfung abgegeben. Die bisherige Zählung liegt nahe an der Bestehensgrenze. Deshalb lesen zwei Personen bei IONOS das Ticket, das Sie zusammengestellt haben, bevor das Ergebnis feststeht.",
          `${facts.personName} hat die Prüfung abgegeben. Die bisherige Zählung liegt nahe an der Bestehensgrenze. Deshalb lesen zwei Personen bei IONOS das Ticket, bevor das Ergebnis feststeht.`,
        ),
    details: [["Bewertet bis", day(facts.markedBy)]],
    consequence:
      "Zu tun ist nichts. Das Ergebnis kommt per E-Mail, sobald das Ticket bewertet ist; wenn bestanden ist, zählt der Tag der Prüfung.",
    action: "Stand ansehen",
    reason: whyYou(facts),
  }),
  report_to_mark: (facts) => ({
    subject: facts.overdue
      ? `Überfällig: Ein Prüfungsticket war bis ${day(facts.markedBy)} zu bewerten`
      : `Ein Prüfungsticket ist bis ${day(facts.markedBy)} zu bewerten`,
    lead: facts.third
      ? "Ein Ergebnis nahe an der Bestehensgrenze wartet darauf, dass eine dritte Person das zusammengestellte Ticket bewertet: Zwei Bewertungen gehen auseinander, deshalb zählt allein die dritte. Von wem das Ticket ist und was die anderen gegeben haben, bleibt bis dahin verborgen."
      : "Ein Ergebnis nahe an der Bestehensgrenze wartet darauf, dass zwei Personen das zusammengestellte Ticket bewerten. Von wem es ist, bleibt verborgen, bis beide bewertet haben.",
    consequence: facts.overdue
      ? "Dem Prüfling war das Ergebnis bis dahin zugesagt; noch hat er weder das noch ein Zertifikat."
      : facts.third === "nobody_left"
        ? "Von der Prüfungsleitung haben schon alle bewertet. Geben Sie die Rolle einer weiteren Person, sonst kann das Ergebnis nicht feststehen."
        : "Bis dahin hat der Prüfling weder ein Ergebnis noch ein Zertifikat.",
    action: facts.overdue === "escalated" || facts.third === "nobody_left" ? "Ticket ansehen" : "Ticket bewerten",
    reason:
      facts.third === "nobody_left"
        ? "Sie erhalten diese E-Mail, weil Sie bei IONOS das Portal leiten und niemand mehr übrig ist, der bewerten darf."
        : facts.overdue === "escalated"
          ? "Sie erhalten diese E-Mail, weil Sie bei IONOS die Prüfung oder das Portal leiten und das Ticket noch immer wartet."
          : "Sie erhalten diese E-Mail, weil Sie bei IONOS die Prüfung leiten.",
  }),
  cut_score_round: ({ title, round }) => ({
    subject:
      round === 1
        ? `Sie beurteilen in einer Studie zur Bestehensgrenze: ${title}`
        : `Runde ${round} der Studie zur Bestehensgrenze: ${title}`,
    lead:
      round === 1
        ? `Die Prüfungsleitung bittet Sie, in der Studie „${title}“ zur Bestehensgrenze Aufgaben einzuschätzen: wie viele von hundert Personen, die gerade noch bestehen sollen, jede davon richtig lösen.`
        : `Runde ${round} der Studie „${title}“ zur Bestehensgrenze ist offen. Sie schätzen die Aufgaben neu ein und wissen jetzt, was die anderen gesagt haben.`,
    consequence: "Wer beim Schließen der Runde nicht jede Aufgabe eingeschätzt hat, zählt nicht.",
    action: "Aufgaben einschätzen",
    reason: "Sie erhalten diese E-Mail, weil Sie in der Studie beurteilen.",
  }),
};
