import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    result: "Result",
    cut: "Cut score",
    cutNow: "In force now",
    ofVersion: (cut: string, version: number) => `${cut} (version ${version} of the programme)`,
    error: "Standard error with other judges",
    errorItems: "Standard error with other judges and other items",
    errorHint:
      "A standard error says by how much the cut score would typically come out otherwise: had other judges rated the same items, or had the items been others as well.",
    points: (error: string) => (error === "1" ? "1 percentage point" : `${error} percentage points`),
    perJudge: "By judge",
    rounds: "Rounds",
    judge: "Judge",
    rated: (rated: string, items: string) => `${rated} of ${items}`,
    open: "Ratings are hidden from the others until the round is closed.",
    becameMember: (who: string, organisation: string) =>
      `${who} has become a member of ${organisation} and is not shown the items any more. What was rated before still counts.`,
    discussion: "The round is closed. Discuss the items below, then open another round or sign.",
    ratings: "Ratings by item, the widest spread first",
    ratingsHint: "Each dot is a judge, the stroke is their mean, the diamond what candidates really reach.",
    own: "Your own rating is filled.",
    item: "Item",
    mean: "Mean",
    actual: "Candidates",
    spread: "Spread",
    table: "The same as a table",
    remarks: "Remarks",
    readItem: (code: string) => `Read ${code}`,
    remark: "Remark on this item",
    addRemark: "Add remark",
    closeRound: "Close the round",
    closeHint: "Judges who have not rated every item will not count. At least two must have finished.",
    closeEarly: (round: number) =>
      `You may also close it as it is: until two judges have rated everything, the result of round ${round} stands.`,
    stands: (round: number) => `In the last round too few have rated everything: the result is that of round ${round}.`,
    closed: (who: string, when: string, version: number | null) =>
      version === null
        ? `Ended by ${who}, ${when}.`
        : `Signed by ${who}, ${when}: the cut score of programme version ${version}.`,
    nextRound: "Open another round",
    sign: "Sign the result …",
    signTitle: (cut: string) => `Make ${cut} the cut score?`,
    signText:
      "It holds for attempts that start from now on. Attempts before keep theirs. This cannot be undone; another study can replace it.",
    publishes: (version: number) => `Published at once: version ${version} of the programme.`,
    publishesComing: (version: number, from: string, replaces: number) =>
      `Also published: version ${version}, in force from ${from}, with the new cut score. It takes the place of version ${replaces}, which will then never be in force.`,
    doubts: "Before you sign",
    blueprintChanged: "The blueprint has changed since this study began",
    blueprintChangedText:
      "The judges rate items of the old blueprint, and its result weighs them by the old one. For another number of items or other weights it says less.",
    changedInForce: (version: number) => `In force since then, version ${version} of the programme:`,
    changedLater: (version: number, from: string) => `To come, version ${version} of the programme from ${from}:`,
    blueprintAdvice:
      "Where little has changed, the result can still be signed: the reason should say why it holds, and the programme's page keeps saying that it was found for another blueprint. Otherwise abandon this study and open another one; its items are then chosen by the blueprint in force.",
    toProgramme: "See the programme",
    fewJudges: (judges: number, fewest: number) =>
      `Only ${judges} judges have rated everything. At least ${fewest} are advised.`,
    largeError: (error: string, largest: string) =>
      `The judges do not agree much: the standard error is ${error}. No more than ${largest} are advised; another round may help.`,
    ownRatings: {
      only: "Your own ratings count in this result. It is better signed by somebody who has not judged.",
      and_opened:
        "You opened this study, and your own ratings count in its result. It is better signed by somebody who has not judged.",
    },
    signReason: "Why this result is sound",
    signButton: "Sign",
    abandon: "Abandon …",
    abandonTitle: "End the study without a result?",
    abandonText: "The ratings stay on record.",
    abandonButton: "Abandon the study",
    reason: "Why",
  },
  de: {
    result: "Ergebnis",
    cut: "Bestehensgrenze",
    cutNow: "Gilt zurzeit",
    ofVersion: (cut, version) => `${cut} (Version ${version} des Programms)`,
    error: "Standardfehler bei anderen Beurteilenden",
    errorItems: "Standardfehler bei anderen Beurteilenden und anderen Aufgaben",
    errorHint:
      "Der Standardfehler sagt, um wie viel die Bestehensgrenze typischerweise anders ausfiele: wenn andere Personen dieselben Aufgaben beurteilt hätten oder wenn auch die Aufgaben andere gewesen wären.",
    points: (error) => (error === "1" ? "1 Prozentpunkt" : `${error} Prozentpunkte`),
    perJudge: "Je Person",
    rounds: "Runden",
    judge: "Beurteilende",
    rated: (rated, items) => `${rated} von ${items}`,
    open: "Bis die Runde geschlossen ist, sehen die anderen die Einschätzungen nicht.",
    becameMember: (who, organisation) =>
      `${who} ist inzwischen Mitglied von ${organisation} und sieht die Aufgaben nicht mehr. Bisherige Einschätzungen zählen weiter.`,
    discussion:
      "Die Runde ist geschlossen. Besprechen Sie die Aufgaben unten, dann eröffnen Sie eine weitere Runde, oder unterzeichnen Sie.",
    ratings: "Einschätzungen je Aufgabe, die größte Streuung zuerst",
    ratingsHint: "Jeder Punkt ist eine Person, der Strich ihr Mittel, die Raute, was Prüflinge wirklich erreichen.",
    own: "Ihre eigene Einschätzung ist ausgefüllt.",
    item: "Aufgabe",
    mean: "Mittel",
    actual: "Prüflinge",
    spread: "Streuung",
    table: "Dasselbe als Tabelle",
    remarks: "Anmerkungen",
    readItem: (code) => `${code} lesen`,
    remark: "Anmerkung zu dieser Aufgabe",
    addRemark: "Anmerken",
    closeRound: "Runde schließen",
    closeHint: "Es zählt nur, wer jede Aufgabe eingeschätzt hat. Mindestens zwei Personen müssen damit fertig sein.",
    closeEarly: (round) =>
      `Sie können die Runde auch so schließen: Bis zwei Personen alles eingeschätzt haben, bleibt es beim Ergebnis aus Runde ${round}.`,
    stands: (round) =>
      `In der letzten Runde haben zu wenige alles eingeschätzt: Es gilt das Ergebnis aus Runde ${round}.`,
    closed: (who, when, version) =>
      version === null
        ? `Beendet von ${who}, ${when}.`
        : `Unterzeichnet von ${who}, ${when}: Bestehensgrenze der Programmversion ${version}.`,
    nextRound: "Weitere Runde eröffnen",
    sign: "Ergebnis unterzeichnen …",
    signTitle: (cut) => `${cut} zur Bestehensgrenze machen?`,
    signText:
      "Sie gilt für Prüfungen, die ab jetzt beginnen. Frühere behalten die ihre. Das bleibt so; eine weitere Studie kann sie ablösen.",
    publishes: (version) => `Sofort veröffentlicht wird Version ${version} des Programms.`,
    publishesComing: (version, from, replaces) =>
      `Außerdem wird Version ${version} veröffentlicht, gültig ab ${from}, mit der neuen Bestehensgrenze. Sie ersetzt Version ${replaces}, die dann nie gelten wird.`,
    doubts: "Vor dem Unterzeichnen",
    blueprintChanged: "Der Prüfungsplan hat sich seit Beginn der Studie geändert",
    blueprintChangedText:
      "Eingeschätzt werden Aufgaben nach dem alten Plan, und nach ihm gewichtet sie auch das Ergebnis. Für andere Aufgabenzahlen oder Gewichte sagt es weniger aus.",
    changedInForce: (version) => `Seitdem gilt Version ${version} des Programms:`,
    changedLater: (version, from) => `Ab ${from} gilt Version ${version} des Programms:`,
    blueprintAdvice:
      "Hat sich wenig geändert, lässt sich das Ergebnis trotzdem unterzeichnen: Die Begründung sollte sagen, warum es trägt, und auf der Seite des Programms steht weiter, dass es für einen anderen Prüfungsplan bestimmt wurde. Sonst brechen Sie diese Studie ab und eröffnen eine neue; deren Aufgaben richten sich nach dem geltenden Plan.",
    toProgramme: "Zum Programm",
    fewJudges: (judges, fewest) =>
      `Nur ${judges} Personen haben alles eingeschätzt. Empfohlen sind mindestens ${fewest}.`,
    largeError: (error, largest) =>
      `Die Einschätzungen gehen weit auseinander: Der Standardfehler beträgt ${error}. Empfohlen sind höchstens ${largest}; eine weitere Runde kann helfen.`,
    ownRatings: {
      only: "In dieses Ergebnis gehen Ihre eigenen Einschätzungen ein. Besser unterzeichnet es jemand, der nicht mitgeurteilt hat.",
      and_opened:
        "Sie haben diese Studie eröffnet, und Ihre eigenen Einschätzungen gehen in das Ergebnis ein. Besser unterzeichnet es jemand, der nicht mitgeurteilt hat.",
    },
    signReason: "Warum das Ergebnis trägt",
    signButton: "Unterzeichnen",
    abandon: "Abbrechen …",
    abandonTitle: "Die Studie ohne Ergebnis beenden?",
    abandonText: "Die Einschätzungen bleiben aufgezeichnet.",
    abandonButton: "Studie abbrechen",
    reason: "Begründung",
  },
});
