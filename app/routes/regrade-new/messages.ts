import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    title: (item: string) => `Regrade ${item}`,
    intro:
      "First you say what is to be done. Then you see everybody it would touch. Nothing changes until you apply it.",
    treatment: "What is to be done",
    hints: {
      accept_both: "The answer you give below earns all points as well. Nobody loses any.",
      new_key: "Only the answer you give below is right. Points can rise and fall.",
      full_marks: "Everybody who had the item gets all its points, whatever was answered.",
      drop: "The item counts for nobody: its points and its part of the maximum go.",
    },
    notForKind:
      "For this item no other right answer can be named: it is another one for everybody, or there are several.",
    answer: "The right answer",
    keyNow: "Right so far",
    answerHint: "Answer the item as somebody who gets everything right. Only needed for another answer or key.",
    take: "Take passes away",
    takeHint:
      "Who passed and falls below the cut by this loses the pass, and the certificate is suspended. Without this, passes are kept.",
    reason: "Why",
    reasonHint: "What is wrong with the item. It stands in the audit trail and on suspended certificates.",
    submit: "On to the dry run",
  },
  de: {
    title: (item) => `${item} neu bewerten`,
    intro:
      "Zuerst sagen Sie, was geschehen soll. Dann sehen Sie alle, die es betrifft. Bis Sie es in Kraft setzen, ändert sich nichts.",
    treatment: "Was geschehen soll",
    hints: {
      accept_both: "Auch die Antwort, die Sie unten geben, erhält alle Punkte. Niemand verliert welche.",
      new_key: "Nur die Antwort, die Sie unten geben, ist richtig. Punkte können steigen und fallen.",
      full_marks: "Alle, die die Aufgabe hatten, erhalten alle Punkte, gleich was sie geantwortet haben.",
      drop: "Die Aufgabe zählt für niemanden: Ihre Punkte und ihr Anteil am Höchstwert entfallen.",
    },
    notForKind:
      "Zu dieser Aufgabe lässt sich keine andere richtige Antwort angeben: Sie ist bei jedem eine andere, oder es gibt mehrere.",
    answer: "Die richtige Antwort",
    keyNow: "Bisher richtig",
    answerHint:
      "Beantworten Sie die Aufgabe wie jemand, der alles richtig macht. Nur nötig bei zusätzlicher Antwort oder anderem Schlüssel.",
    take: "Bestandene Prüfungen aberkennen",
    takeHint:
      "Wer bestanden hatte und dadurch unter die Grenze fällt, verliert das Bestehen, und das Zertifikat wird ausgesetzt. Sonst bleibt bestanden, was bestanden war.",
    reason: "Begründung",
    reasonHint: "Was an der Aufgabe falsch ist. Es steht im Protokoll und bei ausgesetzten Zertifikaten.",
    submit: "Weiter zum Probelauf",
  },
});
