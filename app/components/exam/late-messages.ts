import { defineMessages } from "~/components/messages";

export const lateMessages = defineMessages({
  en: {
    title: "Too late to count",
    answers: (ordinals: readonly number[]) =>
      ordinals.length === 1
        ? `Your last answer to question ${ordinals[0]} arrived after the end and does not count.`
        : `Your last answers to questions ${ordinals.slice(0, -1).join(", ")} and ${ordinals.at(-1)} arrived after the end and do not count.`,
    rule: (seconds: number) =>
      `An answer counts if it was given before the end and arrives no more than ${seconds} seconds after the time is up. Once the exam has been handed in, none is taken.`,
    stored: "What had been saved before counts.",
    toResult: "To the result",
  },
  de: {
    title: "Zu spät eingetroffen",
    answers: (ordinals) =>
      ordinals.length === 1
        ? `Ihre letzte Antwort auf Frage ${ordinals[0]} ist erst nach dem Ende eingetroffen und zählt nicht.`
        : `Ihre letzten Antworten auf die Fragen ${ordinals.slice(0, -1).join(", ")} und ${ordinals.at(-1)} sind erst nach dem Ende eingetroffen und zählen nicht.`,
    rule: (seconds) =>
      `Eine Antwort zählt, wenn sie vor dem Ende gegeben wurde und höchstens ${seconds} Sekunden nach Ablauf der Zeit eintrifft. Nach der Abgabe wird keine mehr angenommen.`,
    stored: "Was vorher gespeichert war, zählt.",
    toResult: "Zum Ergebnis",
  },
});
