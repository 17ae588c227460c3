import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    title: (ordinal: number) => `How attempt ${ordinal} was sat`,
    people: "People",
    noVerdict:
      "This is information, not a verdict. Leaving the page, pasting, changing the window, losing the connection or working fast has many honest reasons; nothing here changes a result.",
    sitting: "The sitting",
    candidate: "Candidate",
    hiddenUntilMarked: "Hidden until the ticket is marked",
    started: "Started",
    deadline: "Deadline",
    extraTime: (minutes: number) => `with ${minutes} min extra time`,
    finished: "Finished",
    by: { candidate: "handed in by the candidate", deadline: "handed in by the portal at the deadline" },
    underWay: "Still under way",
    accepted: "Accepted before the start",
    acceptedAt: (at: string, version: number, minutes: number, end: string) =>
      `${at}, version ${version} of the text; ${minutes} minutes, until ${end} at the latest`,
    notRecorded: "Not recorded: the attempt is older than this record.",
    where: "From where",
    address: "IP address",
    browser: "Browser",
    system: "System",
    firstSeen: "First seen",
    lastSeen: "Last seen",
    noOrigins: "Nothing recorded, or no longer kept.",
    kept: (days: number) =>
      `Addresses, browsers, take-overs, delays, late answers and events are deleted ${days} days after the end of the attempt. The last sight is right to five minutes.`,
    other: "other",
    pace: "Pace of answering",
    paceText: (answered: number, items: number, median: string, shortest: string) =>
      answered === 1
        ? `One of ${items} questions answered, in ${shortest}.`
        : `${answered} of ${items} questions answered. Half of them took ${median} or less, the quickest ${shortest}.`,
    noPace: "No question has been answered.",
    question: "Question",
    section: "Section",
    answeredAt: "Last answered",
    took: "Took",
    tookHint: "From the answer before it, or the start, to the last answer to the question.",
    windows: "Windows and connection",
    takenOver: (times: number) =>
      times === 0
        ? "No take-over by another window or browser is recorded."
        : times === 1
          ? "Another window or browser took over once."
          : `Another window or browser took over ${times} times.`,
    takeOverList: "Take-overs in their order",
    tookOver: (to: number, from: number) => `Window ${to} took over from window ${from}`,
    windowsHint:
      "Windows are numbered as they first appeared; each is a tab, perhaps of another browser or device. The newest one answers, the one before no longer does.",
    atMostTakeOvers: (most: number) => `No more than ${most} take-overs are kept of an attempt.`,
    delayed: (count: number, seconds: number) =>
      count === 0
        ? `No answer that stands is recorded as having arrived more than ${seconds} s after it was given.`
        : count === 1
          ? `One answer that stands arrived more than ${seconds} s after it was given.`
          : `${count} answers that stand arrived more than ${seconds} s after they were given.`,
    delayedList: "Answers that arrived later than they were given",
    given: "Given",
    arrived: "Arrived",
    delay: "Later by",
    delayedHint:
      "Without a connection the browser keeps answers and sends them later. When they were given, it alone says; an answer that was changed later stands with its last arrival.",
    late: (ordinals: readonly number[]) =>
      ordinals.length === 0
        ? "No answer is recorded as having arrived after the end."
        : ordinals.length === 1
          ? `An answer to question ${ordinals[0]} arrived after the end and does not count.`
          : `Answers to questions ${ordinals.slice(0, -1).join(", ")} and ${ordinals.at(-1)} arrived after the end and do not count.`,
    lateList: "Answers that arrived after the end",
    lateHint: (seconds: number) =>
      `What they said is not kept, and when they were given, the browser alone says. An answer given before the end counts if it arrives no more than ${seconds} s after the time is up; after the hand-in none does. What had been saved to these questions before counts.`,
    noticed: "What the page noticed",
    away: (times: number, unreturned: number, time: string) => {
      if (times === 0) return "The exam page was never left.";
      const left = `The exam page was left ${times === 1 ? "once" : `${times} times`}`;
      if (unreturned === times) return `${left}; no return is recorded.`;
      if (unreturned === 0) return `${left}, for ${time}${times === 1 ? "" : " altogether"} until it came back.`;
      return `${left}, ${unreturned} of them without a recorded return; otherwise for ${time}${times - unreturned === 1 ? "" : " altogether"} until it came back.`;
    },
    pasted: (times: number, characters: number) =>
      times === 0
        ? "Nothing was pasted."
        : times === 1
          ? `Something was pasted once: ${characters} characters.`
          : `Something was pasted ${times} times: ${characters} characters altogether.`,
    event: "What",
    when: "When",
    events: { focus_lost: "Page left", focus_regained: "Page in front again", pasted: "Pasted" },
    pastedCharacters: (characters: number) => `Pasted, ${characters} characters`,
    eventList: "Events in their order",
    atMost: (most: number) => `No more than ${most} events are kept of an attempt.`,
  },
  de: {
    title: (ordinal) => `Wie Versuch ${ordinal} abgelegt wurde`,
    people: "Personen",
    noVerdict:
      "Das sind Hinweise, kein Urteil. Die Seite zu verlassen, etwas einzufügen, das Fenster zu wechseln, die Verbindung zu verlieren oder schnell zu arbeiten hat viele redliche Gründe; nichts davon ändert ein Ergebnis.",
    sitting: "Ablauf",
    candidate: "Prüfling",
    hiddenUntilMarked: "Bleibt verborgen, bis das Ticket bewertet ist",
    started: "Begonnen",
    deadline: "Ende der Zeit",
    extraTime: (minutes) => `mit ${minutes} Min. Zeitzuschlag`,
    finished: "Beendet",
    by: { candidate: "vom Prüfling abgegeben", deadline: "vom Portal mit dem Ende der Zeit abgegeben" },
    underWay: "Läuft noch",
    accepted: "Vor dem Beginn erklärt",
    acceptedAt: (at, version, minutes, end) =>
      `${at}, Fassung ${version} des Textes; ${minutes} Minuten, längstens bis ${end}`,
    notRecorded: "Nicht aufgezeichnet: Der Versuch ist älter als diese Aufzeichnung.",
    where: "Von wo",
    address: "IP-Adresse",
    browser: "Browser",
    system: "System",
    firstSeen: "Zuerst gesehen",
    lastSeen: "Zuletzt gesehen",
    noOrigins: "Nichts aufgezeichnet oder nicht mehr aufbewahrt.",
    kept: (days) =>
      `Adressen, Browser, Fensterwechsel, Verzögerungen, verspätete Antworten und Ereignisse werden ${days} Tage nach dem Ende des Versuchs gelöscht. „Zuletzt gesehen“ ist auf fünf Minuten genau.`,
    other: "anderes",
    pace: "Tempo der Antworten",
    paceText: (answered, items, median, shortest) =>
      answered === 1
        ? `Eine von ${items} Fragen beantwortet; Zeit dafür: ${shortest}`
        : `${answered} von ${items} Fragen beantwortet. In höchstens ${median} war die Hälfte davon beantwortet, in ${shortest} die schnellste.`,
    noPace: "Keine Frage wurde beantwortet.",
    question: "Frage",
    section: "Abschnitt",
    answeredAt: "Zuletzt beantwortet",
    took: "Dauer",
    tookHint: "Von der Antwort davor, oder vom Beginn, bis zur letzten Antwort auf die Frage.",
    windows: "Fenster und Verbindung",
    takenOver: (times) =>
      times === 0
        ? "Kein Wechsel in ein anderes Fenster oder einen anderen Browser ist verzeichnet."
        : times === 1
          ? "Einmal wurde in ein anderes Fenster oder einen anderen Browser gewechselt."
          : `${times}-mal wurde in ein anderes Fenster oder einen anderen Browser gewechselt.`,
    takeOverList: "Fensterwechsel in ihrer Folge",
    tookOver: (to, from) => `Fenster ${to} hat von Fenster ${from} übernommen`,
    windowsHint:
      "Die Fenster sind in der Reihenfolge nummeriert, in der sie zuerst da waren; jedes ist ein Tab, vielleicht auch eines anderen Browsers oder Geräts. Das neueste nimmt Antworten an, das vorige nicht mehr.",
    atMostTakeOvers: (most) => `Von einem Versuch werden höchstens ${most} Fensterwechsel aufbewahrt.`,
    delayed: (count, seconds) =>
      count === 0
        ? `Es ist keine geltende Antwort verzeichnet, die mehr als ${seconds} Sek. nach der Eingabe eingetroffen ist.`
        : count === 1
          ? `Eine geltende Antwort ist mehr als ${seconds} Sek. nach der Eingabe eingetroffen.`
          : `${count} geltende Antworten sind mehr als ${seconds} Sek. nach der Eingabe eingetroffen.`,
    delayedList: "Antworten, die später eintrafen, als sie gegeben wurden",
    given: "Gegeben",
    arrived: "Eingetroffen",
    delay: "Später um",
    delayedHint:
      "Ohne Verbindung hebt der Browser Antworten auf und sendet sie später. Wann sie gegeben wurden, sagt allein er; eine später geänderte Antwort steht hier mit ihrem letzten Eintreffen.",
    late: (ordinals) =>
      ordinals.length === 0
        ? "Es ist keine Antwort verzeichnet, die nach dem Ende eingetroffen ist."
        : ordinals.length === 1
          ? `Eine Antwort auf Frage ${ordinals[0]} ist erst nach dem Ende eingetroffen und zählt nicht.`
          : `Antworten auf die Fragen ${ordinals.slice(0, -1).join(", ")} und ${ordinals.at(-1)} sind erst nach dem Ende eingetroffen und zählen nicht.`,
    lateList: "Antworten, die nach dem Ende eintrafen",
    lateHint: (seconds) =>
      `Was sie enthielten, wird nicht aufbewahrt, und wann sie gegeben wurden, sagt allein der Browser. Eine vor dem Ende gegebene Antwort zählt, wenn sie höchstens ${seconds} Sek. nach Ablauf der Zeit eintrifft; nach der Abgabe zählt keine mehr. Was zu diesen Fragen vorher gespeichert war, zählt.`,
    noticed: "Was die Seite bemerkt hat",
    away: (times, unreturned, time) => {
      if (times === 0) return "Die Prüfungsseite wurde nie verlassen.";
      const left = `Die Prüfungsseite wurde ${times === 1 ? "einmal" : `${times}-mal`} verlassen`;
      if (unreturned === times) return `${left}; eine Rückkehr ist nicht verzeichnet.`;
      if (unreturned === 0) return `${left}, ${times === 1 ? "" : "zusammen "}${time} bis zur Rückkehr.`;
      return `${left}, davon ${unreturned}-mal ohne verzeichnete Rückkehr; sonst dauerte es ${times - unreturned === 1 ? "" : "zusammen "}${time} bis zur Rückkehr.`;
    },
    pasted: (times, characters) =>
      times === 0
        ? "Nichts wurde eingefügt."
        : times === 1
          ? `Einmal wurde etwas eingefügt: ${characters} Zeichen.`
          : `${times}-mal wurde etwas eingefügt: zusammen ${characters} Zeichen.`,
    event: "Was",
    when: "Wann",
    events: { focus_lost: "Seite verlassen", focus_regained: "Seite wieder vorn", pasted: "Eingefügt" },
    pastedCharacters: (characters) => `Eingefügt, ${characters} Zeichen`,
    eventList: "Ereignisse in ihrer Folge",
    atMost: (most) => `Von einem Versuch werden höchstens ${most} Ereignisse aufbewahrt.`,
  },
});
