import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    title: (course: string) => `Attendance: ${course}`,
    training: "Training",
    parts: "Parts",
    part: (number: number) => `Part ${number}`,
    opens: (when: string) => `Attendance of this part can be recorded from ${when}.`,
    saved: "Saved.",
    completed: (count: number) =>
      count === 1
        ? "Saved. One person has now completed the training."
        : `Saved. ${count} people have now completed the training.`,
    marks: { present: "Present", partial: "Partial", absent: "Absent" },
    savedAt: (time: string) => `saved ${time}`,
    unmarked: "not recorded yet",
    recorded: "Recorded",
    recordedOf: (count: number, total: number) => `${count} of ${total}`,
    save: "Save",
    allPresent: "All present",
    standing: {
      completed: "Training completed",
      incomplete: "Not completed: a part was missed",
      open: "Parts are still open",
    },
    nobody: "Nobody is enrolled",
    nobodyHint: "Who is enrolled appears here.",
    rule: "Present in every part completes the training. A correction is kept in the audit trail.",
  },
  de: {
    title: (course) => `Anwesenheit: ${course}`,
    training: "Schulungen",
    parts: "Teile",
    part: (number) => `Teil ${number}`,
    opens: (when) => `Die Anwesenheit in diesem Teil lässt sich ab ${when} eintragen.`,
    saved: "Gespeichert.",
    completed: (count) =>
      count === 1
        ? "Gespeichert. Eine Person hat damit die Schulung abgeschlossen."
        : `Gespeichert. ${count} Personen haben damit die Schulung abgeschlossen.`,
    marks: { present: "Anwesend", partial: "Teilweise", absent: "Abwesend" },
    savedAt: (time) => `gespeichert ${time}`,
    unmarked: "noch nicht eingetragen",
    recorded: "Eingetragen",
    recordedOf: (count, total) => `${count} von ${total}`,
    save: "Speichern",
    allPresent: "Alle anwesend",
    standing: {
      completed: "Schulung abgeschlossen",
      incomplete: "Nicht abgeschlossen: Ein Teil fehlt",
      open: "Teile sind noch offen",
    },
    nobody: "Niemand ist angemeldet",
    nobodyHint: "Wer angemeldet ist, erscheint hier.",
    rule: "Wer in jedem Teil anwesend war, hat die Schulung abgeschlossen. Eine Korrektur bleibt im Änderungsprotokoll.",
  },
});
