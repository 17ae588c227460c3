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
    waiting: "Handed in, the result waits for marking",
    waitingText: (markers: number) =>
      `What the portal has counted is so close to what is needed that the composed ticket decides. So ${markers} people at IONOS mark it, each without seeing what the other gives, before the result stands.`,
    thirdText:
      "Two people at IONOS have marked it, and their markings lie too far apart, or only one of them would mean a pass. So a third person marks it, without seeing what the others gave, and that marking counts alone.",
    nextTitle: "What happens next",
    nextMarked: (by: string) => `The ticket is marked by ${by}. Nothing has to be done until then.`,
    nextTold: "The result then comes by mail, to the candidate and to the partner admins, and stands on this page.",
    nextPassed: "A pass counts from the day of the exam; the certificate is issued at that moment.",
    nextFailed: "If it is not passed, the wait until the next attempt also counts from the day of the exam.",
    gradedAgain: "Graded again",
    gradedAgainWhy: {
      applied: (when: string) =>
        `On ${when}, this examination was graded again, because one of its items had to be corrected.`,
      undone: (when: string) =>
        `On ${when}, this examination was graded again, because the correction of one of its items was taken back.`,
    },
    beforeAndAfter: (before: string, after: string) => `Result before: ${before}. Result since then: ${after}.`,
    outcome: (score: string, verdict: string) => `${score} (${verdict.toLowerCase()})`,
    passKept: "The pass is kept, although these points would no longer be enough for it.",
    certificate: "To the certificate",
    toExam: "To the examination",
    held: "Your certificate",
    heldThrough: (day: string) => `stays valid through ${day}`,
    nextAttempt: "Next attempt",
    nextTry: { now: "possible now", released_by_staff: "once IONOS has released it" },
    nextTryFrom: (instant: string) => `from ${instant}`,
    nextTryUnset: "once IONOS opens the examination again",
    sections: "By section",
    share: (percent: string, minimum: string | null) => (minimum ? `${percent} · at least ${minimum} needed` : percent),
    degrees: {
      strong: "Solid.",
      weak: "Somewhat below what the whole exam asks for: worth another look.",
      far: "Far below what the whole exam asks for: to be learned from the ground up.",
      none: "No points at all: to be prepared first.",
    },
    belowMinimum: "Below the minimum of this section.",
    unanswered: (open: number, all: number) =>
      open === 1 ? `One of ${all} questions had no answer.` : `${open} of ${all} questions had no answer.`,
    trainingHint: "The second-level training covers every section. Sections marked here are worth preparing first.",
    freeSeats: "Dates with free seats",
    noFreeSeats: "At the moment no date of the second-level training has free seats.",
    allDates: "All dates in the calendar",
    practice: "Practise these sections",
    practiceOf: (section: string) => `Practise: ${section}`,
    sat: "Handed in",
    byDeadline: "automatically, at the end of the time",
    who: "Candidate",
    hiddenUntilMarked: "Hidden until the ticket is marked",
    lateTrace:
      "Each late arrival is recorded for IONOS, without the answer itself. If you think that it should count, ask IONOS.",
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
    waiting: "Abgegeben, das Ergebnis wartet auf die Bewertung",
    waitingText: (markers) =>
      `Was das Portal gezählt hat, liegt so nahe an der Bestehensgrenze, dass das zusammengestellte Ticket entscheidet. Deshalb bewerten es ${markers} Personen bei IONOS, jede ohne zu sehen, was die andere gibt, bevor das Ergebnis feststeht.`,
    thirdText:
      "Zwei Personen bei IONOS haben es bewertet. Ihre Bewertungen liegen zu weit auseinander, oder die Prüfung wäre nur nach einer von beiden bestanden. Deshalb bewertet es eine dritte Person, ohne zu sehen, was die anderen gegeben haben, und allein deren Bewertung zählt.",
    nextTitle: "Wie es weitergeht",
    nextMarked: (by) => `Das Ticket wird bis ${by} bewertet. Bis dahin ist nichts zu tun.`,
    nextTold:
      "Dann kommt das Ergebnis per E-Mail, an den Prüfling und an die Partneradministration, und steht auf dieser Seite.",
    nextPassed: "Ist die Prüfung bestanden, zählt der Prüfungstag; das Zertifikat wird in diesem Moment ausgestellt.",
    nextFailed: "Ist sie nicht bestanden, läuft auch die Wartezeit bis zum nächsten Versuch ab dem Prüfungstag.",
    gradedAgain: "Neu bewertet",
    gradedAgainWhy: {
      applied: (when) =>
        `Diese Prüfung wurde neu bewertet, weil eine ihrer Aufgaben berichtigt werden musste (${when}).`,
      undone: (when) =>
        `Diese Prüfung wurde neu bewertet, weil die Berichtigung einer ihrer Aufgaben zurückgenommen wurde (${when}).`,
    },
    beforeAndAfter: (before, after) => `Ergebnis vorher: ${before}. Ergebnis seither: ${after}.`,
    outcome: (score, verdict) => `${score} (${verdict.toLowerCase()})`,
    passKept: "Das Bestehen bleibt, obwohl diese Punkte dafür nicht mehr reichen würden.",
    certificate: "Zum Zertifikat",
    toExam: "Zur Prüfung",
    held: "Ihr Zertifikat",
    heldThrough: (day) => `bleibt gültig bis ${day}`,
    nextAttempt: "Nächster Versuch",
    nextTry: { now: "ab sofort möglich", released_by_staff: "sobald IONOS ihn freigibt" },
    nextTryFrom: (instant) => `ab ${instant}`,
    nextTryUnset: "sobald IONOS die Prüfung wieder öffnet",
    sections: "Nach Abschnitten",
    share: (percent, minimum) => (minimum ? `${percent} · mindestens ${minimum} nötig` : percent),
    degrees: {
      strong: "Sicher.",
      weak: "Etwas unter dem, was die ganze Prüfung verlangt: lohnt einen zweiten Blick.",
      far: "Weit unter dem, was die ganze Prüfung verlangt: von Grund auf vorzubereiten.",
      none: "Keine Punkte: zuerst vorzubereiten.",
    },
    belowMinimum: "Unter dem Minimum dieses Abschnitts.",
    unanswered: (open, all) =>
      open === 1 ? `Eine von ${all} Fragen blieb ohne Antwort.` : `${open} von ${all} Fragen blieben ohne Antwort.`,
    trainingHint: "Die Second-Level-Schulung behandelt jeden Abschnitt. Bereiten Sie zuerst die hier markierten vor.",
    freeSeats: "Termine mit freien Plätzen",
    noFreeSeats: "Im Moment hat kein Termin der Second-Level-Schulung freie Plätze.",
    allDates: "Alle Termine im Kalender",
    practice: "Diese Abschnitte üben",
    practiceOf: (section) => `Üben: ${section}`,
    sat: "Abgegeben",
    byDeadline: "automatisch, am Ende der Zeit",
    who: "Prüfling",
    hiddenUntilMarked: "Bleibt verborgen, bis das Ticket bewertet ist",
    lateTrace:
      "Jedes verspätete Eintreffen ist für IONOS verzeichnet, die Antwort selbst nicht. Wenn Sie meinen, dass sie zählen müsste, fragen Sie bei IONOS nach.",
    howCounted:
      "Fragen und Lösungen werden nach einer Zertifizierungsprüfung nicht gezeigt, damit sie für die Nächsten fair bleibt.",
  },
});
