import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    title: "Result of the examination",
    exam: "Examination",
    passed: "Passed",
    notPassed: "Not passed",
    passedText: (score: string, cut: string) =>
      `${score} of all points, by the weight of the sections; ${cut} were needed.`,
    shortOfMinimum: (score: string, sections: string) =>
      `${score} of all points would have been enough, but not every section reached its minimum: ${sections}.`,
    certificate: "To the certificate",
    nextAttempt: "When you may try again",
    sections: "By section",
    share: (percent: string, minimum: string | null) => (minimum ? `${percent} · at least ${minimum} needed` : percent),
    strong: "Secure.",
    weak: "Below what the whole exam asks for: worth another look.",
    belowMinimum: "Below the minimum of this section.",
    training: "Second-level trainings",
    trainingHint: "The second-level training covers every section. Sections marked here are worth preparing first.",
    sat: "Handed in",
    byDeadline: "automatically, at the end of the time",
    who: "Candidate",
    howCounted:
      "Questions and keys are not shown after a certification exam, so that it stays fair for the next candidates.",
  },
  de: {
    title: "Prüfungsergebnis",
    exam: "Prüfung",
    passed: "Bestanden",
    notPassed: "Nicht bestanden",
    passedText: (score, cut) => `${score} aller Punkte, nach dem Gewicht der Abschnitte; nötig waren ${cut}.`,
    shortOfMinimum: (score, sections) =>
      `${score} aller Punkte hätten gereicht, aber nicht jeder Abschnitt hat sein Minimum erreicht: ${sections}.`,
    certificate: "Zum Zertifikat",
    nextAttempt: "Wann Sie es erneut versuchen können",
    sections: "Nach Abschnitten",
    share: (percent, minimum) => (minimum ? `${percent} · mindestens ${minimum} nötig` : percent),
    strong: "Sicher.",
    weak: "Unter dem, was die ganze Prüfung verlangt: lohnt einen zweiten Blick.",
    belowMinimum: "Unter dem Minimum dieses Abschnitts.",
    training: "Second-Level-Schulungen",
    trainingHint:
      "Die Second-Level-Schulung behandelt jeden Abschnitt. Die hier markierten lohnt es zuerst vorzubereiten.",
    sat: "Abgegeben",
    byDeadline: "automatisch, am Ende der Zeit",
    who: "Prüfling",
    howCounted:
      "Fragen und Lösungen werden nach einer Zertifizierungsprüfung nicht gezeigt, damit sie für die Nächsten fair bleibt.",
  },
});
