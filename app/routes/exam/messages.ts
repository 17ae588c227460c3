import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    title: "Examination",
    start: "Start the examination",
    starting: "The form is being drawn …",
    goOn: "Go on with the examination",
    mayStart: "You may start now",
    mayStartText: (end: string) =>
      `If you start now, you have time until ${end}. The clock runs from the start and does not stop.`,
    extraMinutes: (minutes: number) => `That includes ${minutes} minutes of extra time granted to you.`,
    minutesCut: (minutes: number) =>
      `The examination closes for everybody at that moment: you have ${minutes} min less than the full time. Start in another window if you want all of it.`,
    closed: "The examination is closed at present",
    closedUntil: (instant: string) => `The examination opens on ${instant}`,
    closedText: "IONOS has set windows in which it can be sat. You fulfil everything else.",
    released: "IONOS has released this attempt for you.",
    outsideWindow:
      "IONOS lets you sit it before your renewal window. If you pass, the new certificate begins that day and no longer follows the present one.",
    active: "Your examination is under way",
    activeText: (end: string) => `End: ${end}, whether the page is open or not. Every saved answer is there.`,
    noMembership: "You are not a member of an organisation today",
    noMembershipText:
      "The examination is for people of a partner or distributor. Ask the administrator of your organisation.",
    resultPending: "Your last attempt is being marked",
    resultPendingText:
      "Its result is close to what is needed, so two people at IONOS read your ticket before it stands. You get a mail, and this page then says what comes next.",
    toResult: "How it stands",
    trainingMissing: "The second-level training is missing",
    trainingMissingText:
      "The first certification needs the completed second-level training: present in all its parts. Once attendance is recorded, the examination opens here.",
    toTraining: "To the trainings",
    windowNotOpen: (day: string) => `Your renewal opens on ${day}`,
    windowNotOpenText: (through: string) =>
      `Your certificate is valid through ${through}. Who passes the renewal before that loses no day.`,
    opensAfter: (instant: string | null) =>
      instant === null
        ? "IONOS lets the examination be sat in windows, and none is set yet for the time from then on. Once one is, its date stands here."
        : `IONOS lets the examination be sat in windows: from then on the first one opens on ${instant}.`,
    noForm: "The examination cannot be started at the moment",
    noFormText:
      "You fulfil everything, but IONOS is at work on the questions and no form can be drawn just now. Look in again later, or ask your administrator to speak with IONOS.",
    restsUntil: (instant: string) => `Your next attempt is possible after ${instant} at the earliest`,
    coolDown: (instant: string) => `You may try again from ${instant}`,
    coolDownText: (failures: number) =>
      failures === 1
        ? "After a failed attempt the examination rests for a while. The sections of your result say what to prepare."
        : "After a second failed attempt the examination rests longer. The sections of your result say what to prepare.",
    windowAfterWait: (instant: string) =>
      `Your wait after the failed attempt ends on ${instant}. IONOS lets the examination be sat in windows, and the first one after that opens on the date above. The sections of your result say what to prepare.`,
    windowEnd: (instant: string) => `The window in which you can sit it ends on ${instant}.`,
    attemptsUsed: (count: number, most: number) =>
      `You have used ${count} of ${most} attempts. If you do not pass the last one, IONOS releases the next.`,
    pleaseTick: "Please tick this.",
    markedTicket: "A ticket that people mark",
    markedTicketText:
      "Where your result is so close to what is needed that your ticket decides, people at IONOS mark it against the same details, without knowing whose it is, what the other gave, or what the portal has counted.",
    rulesShort: "Rules of the examination",
    honourShort: "Answering alone",
    releaseNeeded: "IONOS has to release your next attempt",
    releaseNeededText: (failures: number) =>
      `You have sat the examination ${failures} times without passing. Ask your administrator to speak with the exam manager of IONOS.`,
    rules: "What to expect",
    questions: "Questions",
    questionsText: (count: number, sections: number) => `${count}, in ${sections} sections, in your language`,
    duration: "Time",
    durationText: (minutes: number) => `${minutes} minutes from the start; the portal's clock decides`,
    toPass: "To pass",
    toPassText: (percent: string) =>
      `${percent} of the points, by the weight of the sections, and the minimum of each section that has one`,
    saving: "Saving",
    savingText:
      "Every answer is saved as you give it. You may go back, change answers and mark questions until you hand in.",
    connection: "If the connection drops",
    connectionText: (seconds: number) =>
      `Go on. Answers stay in your browser and are sent when the connection is back. What you gave before the end counts if it arrives up to ${seconds} seconds after it. After a crash, sign in again, here or in another browser: the exam continues where it was. The clock does not stop.`,
    end: "At the end",
    endText:
      "Hand in when you are done. When the time is over, the portal hands in what is there. The result follows at once, by section. Only where it is so close to what is needed that your ticket decides it do two people at IONOS mark the ticket first, and a third where these two do not settle it; a pass then counts from the day of the exam.",
    again: "If you do not pass",
    againText: (days: readonly number[]) =>
      `You may try again after ${days.map((count) => (count === 1 ? "24 hours" : `${count} days`)).join(", the second time after ")}. After ${days.length + 1} failed attempts IONOS releases the next one. A pass clears the count.`,
    window: "One window",
    windowText:
      "One window or browser answers at a time: the newest. An older one says so, and can take the exam back.",
    recorded: "What is recorded",
    recordedText:
      "For exam managers and auditors at IONOS, as information. It never decides anything by itself and changes no result.",
    recordedList: {
      left: "when you leave the exam page and come back; loading it anew does not count",
      pasted: "that you paste something, and how many characters, not which",
      pace: "when you answered each question",
      origin: "your IP address, browser and operating system",
      takenOver: "when another window or browser takes over",
      late: "answers that arrive late or after the end, and when you gave them",
    },
    recordedUntil: (days: number) =>
      `All but the times of your answers, which belong to the exam, is deleted ${days} days after the end.`,
    notesText: "You can write a note beside each question: only you see it, and it is deleted after the exam.",
    calculatorText: {
      never: "There is no calculator.",
      numeric: "There is a calculator beside questions that ask for a number.",
      always: "There is a calculator beside every question.",
    },
    aids: "Aids",
    aidsText:
      "Everything works by keyboard and with a screen reader. Text size and contrast can be changed during the exam. If you need more time, ask IONOS before you start.",
    sections: "Sections",
    section: "Section",
    share: "Share of the score",
    minimum: "Minimum",
    past: "Attempts so far",
    attempt: "Attempt",
    attemptNumber: (ordinal: number) => `Attempt ${ordinal}`,
    handedIn: "Handed in",
    score: "Score",
    outcome: "Result",
    passed: "Passed",
    notPassed: "Not passed",
    beingMarked: "Being marked",
  },
  de: {
    title: "Prüfung",
    start: "Prüfung beginnen",
    starting: "Die Fragen werden gezogen …",
    goOn: "Prüfung fortsetzen",
    mayStart: "Sie können jetzt beginnen",
    mayStartText: (end) =>
      `Wenn Sie jetzt beginnen, haben Sie Zeit bis ${end}. Die Uhr läuft ab dem Beginn und hält nicht an.`,
    extraMinutes: (minutes) => `Darin sind ${minutes} Minuten Zeitzuschlag enthalten, die Ihnen gewährt wurden.`,
    minutesCut: (minutes) =>
      `In diesem Moment schließt die Prüfung für alle: Sie haben ${minutes} Min. weniger als die volle Zeit. Beginnen Sie in einem anderen Zeitraum, wenn Sie alle wollen.`,
    closed: "Die Prüfung ist zurzeit geschlossen",
    closedUntil: (instant) => `Die Prüfung öffnet am ${instant}`,
    closedText: "IONOS hat Zeiträume gesetzt, in denen sie abgelegt werden kann. Alles andere erfüllen Sie.",
    released: "IONOS hat diesen Versuch für Sie freigegeben.",
    outsideWindow:
      "IONOS lässt Sie die Prüfung vor dem Erneuerungsfenster ablegen. Wenn Sie bestehen, beginnt das neue Zertifikat an diesem Tag und schließt nicht mehr an das jetzige an.",
    active: "Ihre Prüfung läuft",
    activeText: (end) => `Ende: ${end}, ob die Seite offen ist oder nicht. Alle gespeicherten Antworten sind da.`,
    noMembership: "Sie gehören heute zu keiner Organisation",
    noMembershipText:
      "Die Prüfung ist für Angehörige eines Partners oder Distributors. Fragen Sie die Administration Ihrer Organisation.",
    resultPending: "Ihr letzter Versuch wird gerade bewertet",
    resultPendingText:
      "Das Ergebnis liegt nahe an der Bestehensgrenze. Deshalb lesen zwei Personen bei IONOS Ihr Ticket, bevor es feststeht. Sie bekommen eine E-Mail; dann steht hier, wie es weitergeht.",
    toResult: "Stand ansehen",
    trainingMissing: "Die Second-Level-Schulung fehlt",
    trainingMissingText:
      "Die erste Zertifizierung setzt die abgeschlossene Second-Level-Schulung voraus: anwesend in allen Teilen. Sobald die Teilnahme eingetragen ist, öffnet sich die Prüfung hier.",
    toTraining: "Zu den Schulungen",
    windowNotOpen: (day) => `Ihre Erneuerung öffnet am ${day}`,
    windowNotOpenText: (through) =>
      `Ihr Zertifikat ist gültig bis ${through}. Wer die Erneuerung davor besteht, verliert keinen Tag.`,
    opensAfter: (instant) =>
      instant === null
        ? "Die Prüfung ist nur in Zeiträumen offen, die IONOS festlegt, und für die Zeit danach gibt es noch keinen. Sobald er feststeht, steht er hier."
        : `Die Prüfung ist nur in Zeiträumen offen, die IONOS festlegt: Der erste danach beginnt am ${instant}.`,
    noForm: "Die Prüfung lässt sich zurzeit nicht beginnen",
    noFormText:
      "Sie erfüllen alles, aber IONOS arbeitet an den Fragen, und im Moment lässt sich kein Bogen zusammenstellen. Schauen Sie später wieder vorbei, oder bitten Sie Ihre Administration, mit IONOS zu sprechen.",
    restsUntil: (instant) => `Der nächste Versuch ist frühestens ab ${instant} möglich`,
    coolDown: (instant) => `Sie können es erneut versuchen ab ${instant}`,
    coolDownText: (failures) =>
      failures === 1
        ? "Nach einem nicht bestandenen Versuch ruht die Prüfung eine Weile. Die Abschnitte Ihres Ergebnisses zeigen, was Sie vorbereiten sollten."
        : "Nach dem zweiten nicht bestandenen Versuch ruht die Prüfung länger. Die Abschnitte Ihres Ergebnisses zeigen, was Sie vorbereiten sollten.",
    windowAfterWait: (instant) =>
      `Ihre Wartezeit nach dem nicht bestandenen Versuch endet am ${instant}. Die Prüfung ist aber nur in Zeiträumen offen, die IONOS festlegt, und der erste danach beginnt am oben genannten Termin. Die Abschnitte Ihres Ergebnisses zeigen, was Sie vorbereiten sollten.`,
    windowEnd: (instant) => `Der Zeitraum, in dem Sie sie ablegen können, endet am ${instant}.`,
    attemptsUsed: (count, most) =>
      `Sie haben ${count} von ${most} Versuchen genutzt. Wenn Sie auch den letzten nicht bestehen, gibt IONOS den nächsten frei.`,
    pleaseTick: "Bitte ankreuzen.",
    markedTicket: "Ein Ticket, das bewertet wird",
    markedTicketText:
      "Liegt Ihr Ergebnis so nahe an der Bestehensgrenze, dass Ihr Ticket entscheidet, bewerten es Personen bei IONOS nach denselben Angaben, ohne zu wissen, von wem es ist, was die andere gegeben und was das Portal gezählt hat.",
    rulesShort: "Regeln der Prüfung",
    honourShort: "Allein antworten",
    releaseNeeded: "IONOS muss Ihren nächsten Versuch freigeben",
    releaseNeededText: (failures) =>
      `Sie haben die Prüfung ${failures}-mal nicht bestanden. Bitten Sie Ihre Administration, mit der Prüfungsleitung von IONOS zu sprechen.`,
    rules: "Was Sie erwartet",
    questions: "Fragen",
    questionsText: (count, sections) => `${count}, in ${sections} Abschnitten, in Ihrer Sprache`,
    duration: "Zeit",
    durationText: (minutes) => `${minutes} Minuten ab Beginn; es gilt die Uhr des Portals`,
    toPass: "Zum Bestehen",
    toPassText: (percent) =>
      `${percent} der Punkte, nach dem Gewicht der Abschnitte, und das Minimum jedes Abschnitts, der eines hat`,
    saving: "Speichern",
    savingText:
      "Jede Antwort wird gespeichert, sobald Sie sie geben. Bis zur Abgabe können Sie zurückgehen, Antworten ändern und Fragen vormerken.",
    connection: "Wenn die Verbindung abbricht",
    connectionText: (seconds) =>
      `Machen Sie weiter. Antworten bleiben in Ihrem Browser und werden gesendet, sobald die Verbindung wieder steht. Was Sie vor dem Ende gegeben haben, zählt, wenn es bis zu ${seconds} Sekunden danach ankommt. Nach einem Absturz melden Sie sich wieder an, hier oder in einem anderen Browser: Die Prüfung geht dort weiter, wo sie war. Die Uhr hält nicht an.`,
    end: "Am Ende",
    endText:
      "Geben Sie ab, wenn Sie fertig sind. Ist die Zeit um, gibt das Portal ab, was da ist. Das Ergebnis folgt sofort, nach Abschnitten. Nur wenn es so nahe an der Bestehensgrenze liegt, dass Ihr Ticket entscheidet, bewerten es zuerst zwei Personen bei IONOS, und eine dritte, wenn die beiden auseinandergehen; ist die Prüfung dann bestanden, zählt der Prüfungstag.",
    again: "Wenn Sie nicht bestehen",
    againText: (days) =>
      `Der nächste Versuch ist nach ${days.map((count) => (count === 1 ? "24 Stunden" : `${count} Tagen`)).join(" möglich, beim zweiten Mal nach ")}${days.length === 1 ? " möglich" : ""}. Nach ${days.length + 1} nicht bestandenen Versuchen gibt IONOS den nächsten frei. Mit dem Bestehen zählt es von vorn.`,
    window: "Ein Fenster",
    windowText:
      "Antworten nimmt immer nur ein Fenster oder Browser an: das neueste. Ein älteres sagt es, und Sie können die Prüfung dorthin zurückholen.",
    recorded: "Was aufgezeichnet wird",
    recordedText:
      "Für Prüfungsleitung und Revision bei IONOS, als Hinweis. Nichts davon entscheidet von sich aus etwas oder ändert ein Ergebnis.",
    recordedList: {
      left: "wann Sie die Prüfungsseite verlassen und zurückkommen; sie neu zu laden zählt nicht",
      pasted: "dass Sie etwas einfügen und wie viele Zeichen, nicht welche",
      pace: "wann Sie jede Frage beantwortet haben",
      origin: "Ihre IP-Adresse, Browser und Betriebssystem",
      takenOver: "wann ein anderes Fenster oder ein anderer Browser übernimmt",
      late: "Antworten, die verspätet oder nach dem Ende eintreffen, und wann Sie sie gegeben haben",
    },
    recordedUntil: (days) =>
      `Alles außer den Zeiten Ihrer Antworten, die zur Prüfung gehören, wird ${days} Tage nach dem Ende gelöscht.`,
    notesText:
      "Zu jeder Frage können Sie sich Notizen machen: Nur Sie sehen sie, und nach der Prüfung werden sie gelöscht.",
    calculatorText: {
      never: "Einen Rechner gibt es nicht.",
      numeric: "Bei Fragen nach einer Zahl gibt es einen Rechner.",
      always: "Bei jeder Frage gibt es einen Rechner.",
    },
    aids: "Hilfen",
    aidsText:
      "Alles lässt sich mit Tastatur und Screenreader bedienen. Schriftgröße und Kontrast lassen sich während der Prüfung ändern. Wenn Sie mehr Zeit brauchen, wenden Sie sich vor dem Beginn an IONOS.",
    sections: "Abschnitte",
    section: "Abschnitt",
    share: "Anteil am Ergebnis",
    minimum: "Minimum",
    past: "Bisherige Versuche",
    attempt: "Versuch",
    attemptNumber: (ordinal) => `Versuch ${ordinal}`,
    handedIn: "Abgegeben",
    score: "Punkte",
    outcome: "Ergebnis",
    passed: "Bestanden",
    notPassed: "Nicht bestanden",
    beingMarked: "Wird bewertet",
  },
});
