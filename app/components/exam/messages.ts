import { defineMessages } from "~/components/messages";
import type { ResponseFault } from "~/examination/save-answer.server";

const faultsEn: Record<ResponseFault, string> = {
  not_an_answer: "This answer could not be read. Reload the page and give it again.",
  wrong_kind: "This answer could not be read. Reload the page and give it again.",
  unknown_choice: "This answer could not be read. Reload the page and give it again.",
  chosen_twice: "This answer could not be read. Reload the page and give it again.",
  not_a_number: "Not saved: write a number, such as 12.5.",
  number_unclear: "Not saved: this could mean thousands or a decimal. Write 1000 or 1.0.",
  unknown_unit: "Not saved: choose one of the units.",
  order_incomplete: "This answer could not be read. Reload the page and give it again.",
};

const faultsDe: Record<ResponseFault, string> = {
  not_an_answer: "Diese Antwort war nicht lesbar. Laden Sie die Seite neu, und geben Sie sie noch einmal.",
  wrong_kind: "Diese Antwort war nicht lesbar. Laden Sie die Seite neu, und geben Sie sie noch einmal.",
  unknown_choice: "Diese Antwort war nicht lesbar. Laden Sie die Seite neu, und geben Sie sie noch einmal.",
  chosen_twice: "Diese Antwort war nicht lesbar. Laden Sie die Seite neu, und geben Sie sie noch einmal.",
  not_a_number: "Nicht gespeichert: Schreiben Sie eine Zahl, zum Beispiel 12,5.",
  number_unclear: "Nicht gespeichert: Das kann Tausender oder Dezimalstellen bedeuten. Schreiben Sie 1000 oder 1,0.",
  unknown_unit: "Nicht gespeichert: Wählen Sie eine der Einheiten.",
  order_incomplete: "Diese Antwort war nicht lesbar. Laden Sie die Seite neu, und geben Sie sie noch einmal.",
};

export const messages = defineMessages({
  en: {
    skip: "To the question",
    question: (ordinal: number, count: number) => `Question ${ordinal} of ${count}`,
    points: (points: number) => (points === 1 ? "1 point" : `${points} points`),
    next: "Save and next",
    save: "Save",
    previous: "Previous",
    flag: "Mark to look at again",
    handIn: "Hand in …",
    overview: "Overview",
    answered: "answered",
    open: "open",
    flagged: "marked",
    noted: "with a note",
    counts: (answered: number, open: number, flagged: number) =>
      `${answered} answered, ${open} open, ${flagged} marked`,
    goTo: (ordinal: number, state: string) => `Question ${ordinal}: ${state}`,
    timeLeft: "Time left",
    endsAt: (time: string) => `Ends at ${time}`,
    minutesWhenLoaded: (minutes: number) => `${minutes} min left when this page was loaded.`,
    hideClock: "Hide clock",
    showClock: "Show clock",
    minutesLeft: (minutes: number) =>
      minutes === 1 ? "Less than a minute left." : `Less than ${minutes} minutes left.`,
    moved: (time: string) => `Your time has been extended. The exam now ends at ${time}.`,
    timeIsUp: "The time is up",
    timeIsUpText: "What you gave in time counts. The result appears in a few seconds.",
    toResult: "To the result",
    notSaved: "Nothing entered yet",
    savedAt: (time: string) => `Saved ${time}`,
    saving: "Saving …",
    staysHere: "No connection: your answers stay here.",
    keptHere: (count: number) =>
      count === 1
        ? "No connection: one answer is kept here and sent as soon as the connection is back."
        : `No connection: ${count} answers are kept here and sent as soon as the connection is back.`,
    unreachable: "No connection just now. What you have entered is saved.",
    offline: "No connection. Go on: every answer is kept here and sent as soon as the connection is back.",
    signedOut:
      "You are no longer signed in. Your answers are kept here. Sign in again in another tab, then they are sent.",
    signIn: "Sign in (new tab)",
    elsewhere: "The exam was continued in another window or browser. What you enter here is not saved.",
    continueHere: "Continue here",
    overtaken: (ordinals: readonly number[]) =>
      ordinals.length === 1
        ? `The answer to question ${ordinals[0]} that was kept in this window was not taken: another window or browser has stored one since.`
        : `The answers to questions ${ordinals.slice(0, -1).join(", ")} and ${ordinals.at(-1)} that were kept in this window were not taken: another window or browser has stored others since.`,
    toQuestion: (ordinal: number) => `To question ${ordinal}`,
    lookAtKept: "Look at this window's answer",
    lookAway: "Back to the stored answer",
    useKept: "Use this window's answer",
    leaveKept: "Stay with the stored answer",
    keptOnly: "This window's answer, not saved",
    over: "The exam has been handed in or its time is over.",
    handInOffline:
      "The exam cannot be handed in without a connection. The answers given in time are kept here and sent when it is back.",
    textSize: "Text size",
    sizes: { normal: "Normal text", large: "Large text", larger: "Larger text" },
    contrast: "More contrast",
    note: "Note for yourself",
    noteHint: "Nobody else reads it, and it does not count. It is deleted after the exam.",
    noteSaved: "Note saved",
    noteKept: "Note kept here and sent as soon as possible",
    noteTooLong: (most: number) => `Not saved: a note has at most ${most} characters.`,
    calculator: "Calculator",
    calculatorFailed: "The calculator cannot be loaded without a connection. Close it and open it again later.",
    candidate: "Candidate",
    faults: faultsEn,
  },
  de: {
    skip: "Zur Frage",
    question: (ordinal, count) => `Frage ${ordinal} von ${count}`,
    points: (points) => (points === 1 ? "1 Punkt" : `${points} Punkte`),
    next: "Speichern und weiter",
    save: "Speichern",
    previous: "Zurück",
    flag: "Zum Nachsehen vormerken",
    handIn: "Abgeben …",
    overview: "Übersicht",
    answered: "beantwortet",
    open: "offen",
    flagged: "vorgemerkt",
    noted: "mit Notiz",
    counts: (answered, open, flagged) => `${answered} beantwortet, ${open} offen, ${flagged} vorgemerkt`,
    goTo: (ordinal, state) => `Frage ${ordinal}: ${state}`,
    timeLeft: "Restzeit",
    endsAt: (time) => `Ende um ${time}`,
    minutesWhenLoaded: (minutes) => `Beim Laden dieser Seite blieben ${minutes} Min.`,
    hideClock: "Uhr ausblenden",
    showClock: "Uhr einblenden",
    minutesLeft: (minutes) =>
      minutes === 1 ? "Noch weniger als eine Minute." : `Noch weniger als ${minutes} Minuten.`,
    moved: (time) => `Ihre Zeit wurde verlängert. Die Prüfung endet jetzt um ${time}.`,
    timeIsUp: "Die Zeit ist um",
    timeIsUpText: "Was Sie rechtzeitig angegeben haben, zählt. Das Ergebnis erscheint in wenigen Sekunden.",
    toResult: "Zum Ergebnis",
    notSaved: "Noch nichts eingegeben",
    savedAt: (time) => `Gespeichert ${time}`,
    saving: "Wird gespeichert …",
    staysHere: "Keine Verbindung: Ihre Antworten bleiben hier.",
    keptHere: (count) =>
      count === 1
        ? "Keine Verbindung: Eine Antwort ist hier aufgehoben und wird gesendet, sobald die Verbindung wieder steht."
        : `Keine Verbindung: ${count} Antworten sind hier aufgehoben und werden gesendet, sobald die Verbindung wieder steht.`,
    unreachable: "Gerade keine Verbindung. Ihre Eingaben sind gespeichert.",
    offline:
      "Keine Verbindung. Machen Sie weiter: Jede Antwort wird hier aufgehoben und gesendet, sobald die Verbindung wieder steht.",
    signedOut:
      "Sie sind nicht mehr angemeldet. Ihre Antworten sind hier aufgehoben. Melden Sie sich in einem anderen Tab wieder an, dann werden sie gesendet.",
    signIn: "Anmelden (neuer Tab)",
    elsewhere:
      "Die Prüfung wurde in einem anderen Fenster oder Browser fortgesetzt. Was Sie hier eingeben, wird nicht gespeichert.",
    continueHere: "Hier weitermachen",
    overtaken: (ordinals) =>
      ordinals.length === 1
        ? `Die in diesem Fenster aufgehobene Antwort zu Frage ${ordinals[0]} wurde nicht übernommen: Ein anderes Fenster oder ein anderer Browser hat inzwischen eine gespeichert.`
        : `Die in diesem Fenster aufgehobenen Antworten zu den Fragen ${ordinals.slice(0, -1).join(", ")} und ${ordinals.at(-1)} wurden nicht übernommen: Ein anderes Fenster oder ein anderer Browser hat inzwischen andere gespeichert.`,
    toQuestion: (ordinal) => `Zu Frage ${ordinal}`,
    lookAtKept: "Antwort dieses Fensters ansehen",
    lookAway: "Zurück zur gespeicherten Antwort",
    useKept: "Antwort dieses Fensters verwenden",
    leaveKept: "Bei der gespeicherten Antwort bleiben",
    keptOnly: "Antwort dieses Fensters, nicht gespeichert",
    over: "Die Prüfung ist abgegeben, oder ihre Zeit ist um.",
    handInOffline:
      "Ohne Verbindung lässt sich die Prüfung nicht abgeben. Rechtzeitig gegebene Antworten sind hier aufgehoben und werden gesendet, sobald die Verbindung wieder steht.",
    textSize: "Schriftgröße",
    sizes: { normal: "Normale Schrift", large: "Große Schrift", larger: "Sehr große Schrift" },
    contrast: "Mehr Kontrast",
    note: "Notiz für Sie selbst",
    noteHint: "Niemand sonst liest sie, und sie zählt nicht. Nach der Prüfung wird sie gelöscht.",
    noteSaved: "Notiz gespeichert",
    noteKept: "Notiz hier aufgehoben, wird so bald wie möglich gesendet",
    noteTooLong: (most) => `Nicht gespeichert: Eine Notiz hat höchstens ${most} Zeichen.`,
    calculator: "Rechner",
    calculatorFailed:
      "Ohne Verbindung lässt sich der Rechner nicht laden. Schließen Sie ihn, und öffnen Sie ihn später wieder.",
    candidate: "Prüfling",
    faults: faultsDe,
  },
});
