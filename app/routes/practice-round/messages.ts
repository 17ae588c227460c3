import { defineMessages } from "~/components/messages";
import type { ResponseFault } from "~/examination/save-answer.server";

const unreadableEn = "This answer could not be read. Reload the page and give it again.";
const unreadableDe = "Diese Antwort war nicht lesbar. Laden Sie die Seite neu, und geben Sie sie noch einmal.";

const faultsEn: Record<ResponseFault, string> = {
  not_an_answer: unreadableEn,
  wrong_kind: unreadableEn,
  unknown_choice: unreadableEn,
  chosen_twice: unreadableEn,
  not_a_number: "Not taken: write a number, such as 12.5.",
  number_unclear: "Not taken: this could mean thousands or a decimal. Write 1000 or 1.0.",
  unknown_unit: "Not taken: choose one of the units.",
  order_incomplete: unreadableEn,
};

const faultsDe: Record<ResponseFault, string> = {
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
    questionOf: (ordinal: number, count: number) => `Question ${ordinal} of ${count}`,
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
    earned: (points: string, most: string) => `${points} of ${most} points`,
    states: { hit: "Right", missed: "Missed", wrong: "Wrong", neutral: "Does not count" },
    rightOne: "Right:",
    yours: "Yours:",
    because: "Why",
    endsAt: (time: string) => `Ends at ${time}`,
    timeLeft: "Time left",
    minutesLeft: (minutes: number) => (minutes === 1 ? "One minute left." : `${minutes} minutes left.`),
    overview: "Questions",
    goTo: (ordinal: number, answered: boolean) => `Question ${ordinal}, ${answered ? "answered" : "open"}`,
    previous: "Previous",
    next: "Save and next",
    save: "Save",
    handIn: "Hand in …",
    handInQuestion: "Hand in the mock examination?",
    open: (open: number) =>
      open === 0
        ? "Every question is answered."
        : open === 1
          ? "One question is still open."
          : `${open} questions are still open.`,
    handInNow: "Hand in now",
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
    questionOf: (ordinal, count) => `Frage ${ordinal} von ${count}`,
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
    earned: (points, most) => `${points} von ${most} Punkten`,
    states: { hit: "Richtig", missed: "Übersehen", wrong: "Falsch", neutral: "Zählt nicht" },
    rightOne: "Richtig:",
    yours: "Ihre Angabe:",
    because: "Warum",
    endsAt: (time) => `Endet um ${time}`,
    timeLeft: "Verbleibende Zeit",
    minutesLeft: (minutes) => (minutes === 1 ? "Noch eine Minute." : `Noch ${minutes} Minuten.`),
    overview: "Fragen",
    goTo: (ordinal, answered) => `Frage ${ordinal}, ${answered ? "beantwortet" : "offen"}`,
    previous: "Zurück",
    next: "Speichern und weiter",
    save: "Speichern",
    handIn: "Abgeben …",
    handInQuestion: "Probeprüfung abgeben?",
    open: (open) =>
      open === 0
        ? "Jede Frage ist beantwortet."
        : open === 1
          ? "Eine Frage ist noch offen."
          : `${open} Fragen sind noch offen.`,
    handInNow: "Jetzt abgeben",
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
