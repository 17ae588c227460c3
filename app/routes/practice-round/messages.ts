import { defineMessages } from "~/components/messages";
import type { PracticeFault } from "./route";

const unreadableEn = "This answer could not be read. Reload the page and give it again.";
const unreadableDe = "Diese Antwort war nicht lesbar. Laden Sie die Seite neu, und geben Sie sie noch einmal.";

const faultsEn: Record<PracticeFault, string> = {
  unanswered: "Not checked yet: give an answer first.",
  not_an_answer: unreadableEn,
  wrong_kind: unreadableEn,
  unknown_choice: unreadableEn,
  chosen_twice: unreadableEn,
  not_a_number: "Not taken: write a number, such as 12.5.",
  number_unclear: "Not taken: this could mean thousands or a decimal. Write 1000 or 1.0.",
  unknown_unit: "Not taken: choose one of the units.",
  order_incomplete: unreadableEn,
};

const faultsDe: Record<PracticeFault, string> = {
  unanswered: "Noch nicht geprüft: Geben Sie zuerst eine Antwort.",
  not_an_answer: unreadableDe,
  wrong_kind: unreadableDe,
  unknown_choice: unreadableDe,
  chosen_twice: unreadableDe,
  not_a_number: "Nicht übernommen: Schreiben Sie eine Zahl, zum Beispiel 12,5.",
  number_unclear: "Nicht übernommen: Das kann Tausender oder Dezimalstellen bedeuten. Schreiben Sie 1000 oder 1,0.",
  unknown_unit: "Nicht übernommen: Wählen Sie eine der Einheiten.",
  order_incomplete: unreadableDe,
};

export const messages = defineMessages({
  en: {
    practice: "Practice",
    titleOf: (section: string) => `Practice: ${section}`,
    mockTitle: "Mock examination",
    question: (ordinal: number) => `Question ${ordinal}`,
    points: (points: number) => (points === 1 ? "1 point" : `${points} points`),
    check: "Check the answer",
    nextQuestion: "Next question",
    finish: "Finish",
    finished: "Practice finished",
    summary: (answered: number, percent: string) =>
      answered === 1
        ? `One question answered, ${percent} of the points.`
        : `${answered} questions answered, ${percent} of the points.`,
    nothingAnswered: "No question answered.",
    backToPractice: "Back to practice",
    right: "Right",
    partly: "Partly right",
    wrong: "Not right",
    unanswered: "No answer",
    earned: (points: string, most: string) => `${points} of ${most} ${most === "1" ? "point" : "points"}`,
    states: {
      hit: "Right",
      missed: "Missed",
      wrong: "Wrong",
      left: "Wrong",
      open: "Nothing given",
      neutral: "Does not count",
    },
    choiceStates: {
      hit: "Right, chosen by you",
      missed: "Right, not chosen",
      wrong: "Wrong, chosen by you",
      left: "Wrong, not chosen",
    },
    rightOne: "Right:",
    yours: "Yours:",
    because: "Why",
    passed: "That would have been a pass",
    notPassed: "That would not have been a pass",
    score: (percent: string, cut: string) => `${percent} of the points; the cut score is ${cut}.`,
    belowMinimum: (names: string) => `Below the minimum of the section: ${names}.`,
    bySection: "By section",
    sectionShare: (percent: string, minimum: string | null) => (minimum ? `${percent}, at least ${minimum}` : percent),
    review: "Every question, with its answer",
    faults: faultsEn,
  },
  de: {
    practice: "Üben",
    titleOf: (section) => `Üben: ${section}`,
    mockTitle: "Probeprüfung",
    question: (ordinal) => `Frage ${ordinal}`,
    points: (points) => (points === 1 ? "1 Punkt" : `${points} Punkte`),
    check: "Antwort prüfen",
    nextQuestion: "Nächste Frage",
    finish: "Beenden",
    finished: "Übung beendet",
    summary: (answered, percent) =>
      answered === 1
        ? `Eine Frage beantwortet, ${percent} der Punkte.`
        : `${answered} Fragen beantwortet, ${percent} der Punkte.`,
    nothingAnswered: "Keine Frage beantwortet.",
    backToPractice: "Zurück zum Üben",
    right: "Richtig",
    partly: "Teilweise richtig",
    wrong: "Nicht richtig",
    unanswered: "Ohne Antwort",
    earned: (points, most) => `${points} von ${most} ${most === "1" ? "Punkt" : "Punkten"}`,
    states: {
      hit: "Richtig",
      missed: "Übersehen",
      wrong: "Falsch",
      left: "Falsch",
      open: "Nichts angegeben",
      neutral: "Zählt nicht",
    },
    choiceStates: {
      hit: "Richtig, von Ihnen gewählt",
      missed: "Richtig, nicht gewählt",
      wrong: "Falsch, von Ihnen gewählt",
      left: "Falsch, nicht gewählt",
    },
    rightOne: "Richtig:",
    yours: "Ihre Angabe:",
    because: "Warum",
    passed: "Das wäre bestanden",
    notPassed: "Das wäre nicht bestanden",
    score: (percent, cut) => `${percent} der Punkte; die Bestehensgrenze liegt bei ${cut}.`,
    belowMinimum: (names) => `Unter dem Minimum des Abschnitts: ${names}.`,
    bySection: "Nach Abschnitten",
    sectionShare: (percent, minimum) => (minimum ? `${percent}, mindestens ${minimum}` : percent),
    review: "Alle Fragen mit ihren Antworten",
    faults: faultsDe,
  },
});
