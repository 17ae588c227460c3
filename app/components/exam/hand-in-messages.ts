import { defineMessages } from "~/components/messages";

export const handInMessages = defineMessages({
  en: {
    allAnswered: (count: number) => `You have answered all ${count} questions.`,
    someOpen: (open: number, count: number) =>
      open === 1 ? `One of ${count} questions is still open.` : `${open} of ${count} questions are still open.`,
    openList: "Open questions",
    flaggedList: "Marked to look at again",
    question: (ordinal: number) => `Question ${ordinal}`,
    untouchedCost: "An open question earns no points; a wrong answer never earns less than none.",
    endsAt: (time: string) => `You have time until ${time}. Once handed in, nothing can be changed.`,
    submit: "Hand in now",
    handing: "Handing in …",
    back: "Back to the questions",
    noConnection: "There is no connection. Your saved answers are safe; go on as soon as the connection is back.",
    notSent: (count: number) =>
      count === 1
        ? "One answer is only in this browser and has not reached the portal yet. Go back until it says “Saved”."
        : `${count} answers are only in this browser and have not reached the portal yet. Go back until it says “Saved”.`,
  },
  de: {
    allAnswered: (count) => `Sie haben alle ${count} Fragen beantwortet.`,
    someOpen: (open, count) =>
      open === 1 ? `Eine von ${count} Fragen ist noch offen.` : `${open} von ${count} Fragen sind noch offen.`,
    openList: "Offene Fragen",
    flaggedList: "Zum Nachsehen vorgemerkt",
    question: (ordinal) => `Frage ${ordinal}`,
    untouchedCost: "Eine offene Frage bringt keine Punkte; eine falsche Antwort bringt nie weniger als keine.",
    endsAt: (time) => `Sie haben Zeit bis ${time}. Nach der Abgabe lässt sich nichts mehr ändern.`,
    submit: "Jetzt abgeben",
    handing: "Wird abgegeben …",
    back: "Zurück zu den Fragen",
    noConnection:
      "Es besteht keine Verbindung. Ihre gespeicherten Antworten sind sicher; weiter geht es, sobald die Verbindung wieder steht.",
    notSent: (count) =>
      count === 1
        ? "Eine Antwort ist nur in diesem Browser und noch nicht beim Portal. Gehen Sie zurück, bis dort „Gespeichert“ steht."
        : `${count} Antworten sind nur in diesem Browser und noch nicht beim Portal. Gehen Sie zurück, bis dort „Gespeichert“ steht.`,
  },
});
