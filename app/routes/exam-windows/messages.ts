import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    title: "Examination windows",
    intro:
      "Without a window the examination is always open. As soon as one is set, it can be started inside windows only, and whoever still sits at the end of the window has to stop then: that is said before the start. Attempts that have begun keep their end.",
    zones: (zone: string) =>
      `Times on this page are those of ${zone}. Candidates are shown the same instants in the time zone of their organisation.`,
    alwaysOpen: "The examination is always open at present.",
    open: (until: string) => `The examination is open until ${until}.`,
    closed: "The examination is closed, and no coming window is set.",
    closedUntil: (from: string) => `The examination is closed until ${from}.`,
    list: "Windows",
    window: "Window",
    reason: "Reason",
    setBy: "Set by",
    withdraw: "Withdraw …",
    withdrawTitle: "Withdraw this window?",
    withdrawText: "Attempts under way keep their end. Without any other window the examination is always open again.",
    withdrawNow: "Withdraw",
    set: "Set a window",
    opensDay: "Opens on",
    opensTime: "Opens at",
    closesDay: "Closes on",
    closesTime: "Closes at",
    timeZone: "Time zone",
    timeZoneHint: "Such as Europe/Berlin or UTC",
    reasonHint: "Kept for audits.",
    agreed: "What follows from this window",
    effects: {
      closes_always_open: () =>
        "It is the first window. The examination has always been open until now; from then on it can be started inside windows only.",
      shorter_than_exam: (minutes: number, exam: number) =>
        `Until its end it is ${minutes} min, and the examination takes ${exam} min: nobody has all of their time.`,
    },
    submit: "Set window",
    done: { set: "The window is set.", withdrawn: "The window is withdrawn." },
  },
  de: {
    title: "Prüfungszeiträume",
    intro:
      "Ohne Zeitraum ist die Prüfung immer offen. Sobald einer gesetzt ist, lässt sie sich nur in Zeiträumen beginnen, und wer an dessen Ende noch schreibt, muss dann aufhören: Das steht vor dem Beginn da. Begonnene Versuche behalten ihr Ende.",
    zones: (zone) =>
      `Die Zeiten auf dieser Seite gelten für ${zone}. Prüflinge sehen dieselben Zeitpunkte in der Zeitzone ihrer Organisation.`,
    alwaysOpen: "Die Prüfung ist zurzeit immer offen.",
    open: (until) => `Die Prüfung ist offen bis ${until}.`,
    closed: "Die Prüfung ist geschlossen, und kein kommender Zeitraum ist gesetzt.",
    closedUntil: (from) => `Die Prüfung ist geschlossen bis ${from}.`,
    list: "Zeiträume",
    window: "Zeitraum",
    reason: "Grund",
    setBy: "Gesetzt von",
    withdraw: "Zurücknehmen …",
    withdrawTitle: "Diesen Zeitraum zurücknehmen?",
    withdrawText:
      "Laufende Versuche behalten ihr Ende. Ohne einen anderen Zeitraum ist die Prüfung wieder immer offen.",
    withdrawNow: "Zurücknehmen",
    set: "Zeitraum setzen",
    opensDay: "Öffnet am",
    opensTime: "Öffnet um",
    closesDay: "Schließt am",
    closesTime: "Schließt um",
    timeZone: "Zeitzone",
    timeZoneHint: "Zum Beispiel Europe/Berlin oder UTC",
    reasonHint: "Wird für die Revision aufbewahrt.",
    agreed: "Was aus diesem Zeitraum folgt",
    effects: {
      closes_always_open: () =>
        "Es ist der erste Zeitraum. Die Prüfung war bisher immer offen; danach kann sie nur noch innerhalb von Zeiträumen begonnen werden.",
      shorter_than_exam: (minutes, exam) =>
        `Bis zu seinem Ende sind es ${minutes} min, und die Prüfung dauert ${exam} min: Niemand hat die volle Zeit.`,
    },
    submit: "Zeitraum setzen",
    done: { set: "Der Zeitraum ist gesetzt.", withdrawn: "Der Zeitraum ist zurückgenommen." },
  },
});
