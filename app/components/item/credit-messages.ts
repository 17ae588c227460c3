import { defineMessages } from "~/components/messages";

/** How answers of each kind are counted, as candidates are told it before the start and at the item; the rules are those of grade-item.ts. */
export const creditMessages = defineMessages({
  en: {
    title: "How answers count",
    names: {
      single_choice: "One answer",
      multiple_choice: "Several answers",
      numeric: "A number",
      ordering: "An order",
      matching: "Matching",
      mark_evidence: "Marking lines",
      incident_report: "A ticket",
    },
    rules: {
      single_choice: "All points for the right answer, none otherwise. A wrong answer costs nothing.",
      multiple_choice:
        "Your share of the right answers, less your share of the wrong ones, never below zero: choosing everything earns nothing.",
      numeric: "All points for a value within the tolerance and in its unit, none otherwise.",
      ordering:
        "Pairs of entries in the right order, less those in the wrong one, as a share of all pairs, never below zero.",
      matching: "Each right match earns its share. A wrong one costs nothing.",
      mark_evidence:
        "Each line that proves it earns its share, each marked line that proves nothing costs as much, never below zero.",
      incident_report:
        "Each required detail in its field earns its share. A useful piece in the wrong field earns and costs nothing; a piece that belongs in no ticket costs a share, never below zero.",
    },
  },
  de: {
    title: "Wie Antworten zählen",
    names: {
      single_choice: "Eine Antwort",
      multiple_choice: "Mehrere Antworten",
      numeric: "Eine Zahl",
      ordering: "Eine Reihenfolge",
      matching: "Zuordnung",
      mark_evidence: "Zeilen markieren",
      incident_report: "Ein Ticket",
    },
    rules: {
      single_choice: "Alle Punkte für die richtige Antwort, sonst keine. Eine falsche kostet nichts.",
      multiple_choice:
        "Ihr Anteil an den richtigen Antworten, abzüglich Ihres Anteils an den falschen, nie unter null: Alles anzukreuzen bringt nichts.",
      numeric: "Alle Punkte für einen Wert innerhalb der Toleranz und in seiner Einheit, sonst keine.",
      ordering:
        "Paare in richtiger Reihenfolge, abzüglich der Paare in falscher, als Anteil an allen Paaren, nie unter null.",
      matching: "Jede richtige Zuordnung bringt ihren Anteil. Eine falsche kostet nichts.",
      mark_evidence:
        "Jede Zeile, die es belegt, bringt ihren Anteil; jede markierte, die nichts belegt, kostet ebenso viel, nie unter null.",
      incident_report:
        "Jede verlangte Angabe in ihrem Feld bringt ihren Anteil. Ein brauchbares Stück im falschen Feld bringt und kostet nichts; ein Stück, das in kein Ticket gehört, kostet einen Anteil, nie unter null.",
    },
  },
});
